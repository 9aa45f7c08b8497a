// What do the database's and the disk's own errors mean to a person?
import { CasebinderError } from '../../domain/errors.ts';

const MAX_CAUSES = 5;

/**
 * The CasebinderError for a damaged database, a full or failing disk or a folder without write permission; any other
 * error as it is. Looks through causes, because the query builder wraps what the driver throws.
 */
export function translateStorageError(error: unknown): unknown {
  let current: unknown = error;
  for (let depth = 0; depth < MAX_CAUSES && current instanceof Error; depth += 1) {
    if (current instanceof CasebinderError) return current;
    const translated = translateCode((current as { code?: unknown }).code, current);
    if (translated !== undefined) return translated;
    current = current.cause;
  }
  return error;
}

/** Result codes of https://sqlite.org/rescode.html; extended codes begin with their primary code. */
function translateCode(code: unknown, error: Error): CasebinderError | undefined {
  if (typeof code !== 'string') return undefined;
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return new CasebinderError('ARCHIVE_DAMAGED', { detail: error.message }, error);
  }
  if (/^(SQLITE_FULL|ENOSPC$|EDQUOT$)/.test(code)) {
    return new CasebinderError('DISK_FULL', { needed: '?', available: '0 B' }, error);
  }
  if (/^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EROFS$|EACCES$|EPERM$)/.test(code)) {
    return new CasebinderError('ARCHIVE_NOT_WRITABLE', { code }, error);
  }
  if (/^(SQLITE_IOERR|EIO$)/.test(code)) return new CasebinderError('DISK_ERROR', { code }, error);
  return undefined;
}
