// How is asked for the few locations that still want something, without reading the many that don't?

/**
 * The condition of the index `location_by_state`, word for word: SQLite uses a partial index only where it stands in the
 * query, even for one of its states. Without it each question reads every location of the archive.
 */
export const IS_UNFINISHED =
  "state IN ('arriving','queued','missing_unconfirmed','online_only','unreadable')";
