-- The first shape of the archive: folders and locations, documents and what was recognised in them, cases, packs, jobs, custody.
-- Times are milliseconds since 1970 UTC (…_at_ms); dates are ISO text. JSON columns hold only data that is read as a whole.

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  changed_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  legal_name_zh TEXT NOT NULL DEFAULT '',
  legal_name_en TEXT NOT NULL DEFAULT '',
  address_zh TEXT NOT NULL DEFAULT '',
  address_en TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  uscc TEXT NOT NULL DEFAULT '',
  seller_id TEXT NOT NULL DEFAULT '',
  entity_type TEXT NOT NULL DEFAULT 'company' CHECK (entity_type IN ('company','individual_business','individual')),
  selling_plan TEXT NOT NULL DEFAULT 'professional' CHECK (selling_plan IN ('professional','individual')),
  verified INTEGER NOT NULL DEFAULT 1 CHECK (verified IN (0,1)),
  stores TEXT NOT NULL DEFAULT '[]',
  marketplaces TEXT NOT NULL DEFAULT '[]',
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE watched_folder (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  path_key TEXT NOT NULL UNIQUE,
  keep_copies INTEGER NOT NULL DEFAULT 0 CHECK (keep_copies IN (0,1)),
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new','watching','polling','offline','removed')),
  state_detail TEXT,
  settle_ms INTEGER NOT NULL DEFAULT 5000,
  added_at_ms INTEGER NOT NULL,
  removed_at_ms INTEGER,
  scanned_at_ms INTEGER,
  scan_summary TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  size_bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL DEFAULT 'application/octet-stream',
  title TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'unknown',
  kind_confidence REAL NOT NULL DEFAULT 0,
  kind_by_person INTEGER NOT NULL DEFAULT 0 CHECK (kind_by_person IN (0,1)),
  document_date TEXT,
  language TEXT,
  -- the date that lists sort by: document date, else the oldest file time seen
  sort_at_ms INTEGER NOT NULL,
  page_count INTEGER NOT NULL DEFAULT 0,
  text_source TEXT NOT NULL DEFAULT 'none',
  text_characters INTEGER NOT NULL DEFAULT 0,
  reader TEXT NOT NULL DEFAULT 'none',
  reader_version INTEGER NOT NULL DEFAULT 0,
  media TEXT NOT NULL DEFAULT '{}',
  properties TEXT NOT NULL DEFAULT '{}',
  problems TEXT NOT NULL DEFAULT '[]',
  has_problem INTEGER NOT NULL DEFAULT 0 CHECK (has_problem IN (0,1)),
  ocr_state TEXT NOT NULL DEFAULT 'none' CHECK (ocr_state IN ('none','pending','done','failed')),
  ocr_pages TEXT NOT NULL DEFAULT '[]',
  available INTEGER NOT NULL DEFAULT 1 CHECK (available IN (0,1)),
  inbox INTEGER NOT NULL DEFAULT 0 CHECK (inbox IN (0,1)),
  filed_at_ms INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX document_by_sort ON document (sort_at_ms DESC, id DESC);
CREATE INDEX document_by_kind ON document (kind, sort_at_ms DESC, id DESC);
CREATE INDEX document_in_inbox ON document (sort_at_ms DESC, id DESC) WHERE inbox = 1;
CREATE INDEX document_with_problem ON document (sort_at_ms DESC, id DESC) WHERE has_problem = 1;
CREATE INDEX document_ocr_pending ON document (id) WHERE ocr_state = 'pending';
CREATE INDEX document_by_filed ON document (filed_at_ms);

-- One row per place where a file lies (or lay): on disk under a watched folder, or inside a parent document.
CREATE TABLE location (
  id INTEGER PRIMARY KEY,
  folder_id INTEGER REFERENCES watched_folder (id),
  relative_path TEXT NOT NULL,
  path_key TEXT NOT NULL,
  file_name TEXT NOT NULL,
  parent_document_id INTEGER REFERENCES document (id),
  document_id INTEGER REFERENCES document (id),
  state TEXT NOT NULL CHECK (state IN ('arriving','queued','present','missing_unconfirmed','missing','online_only','unreadable','replaced')),
  state_detail TEXT,
  size_bytes INTEGER NOT NULL DEFAULT 0,
  mtime_ms REAL NOT NULL DEFAULT 0,
  device TEXT NOT NULL DEFAULT '',
  inode TEXT NOT NULL DEFAULT '',
  tries INTEGER NOT NULL DEFAULT 0,
  retry_at_ms INTEGER,
  first_seen_at_ms INTEGER NOT NULL,
  last_seen_at_ms INTEGER NOT NULL,
  missing_since_ms INTEGER,
  CHECK ((folder_id IS NULL) <> (parent_document_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX location_in_folder ON location (folder_id, path_key) WHERE folder_id IS NOT NULL;
CREATE UNIQUE INDEX location_in_parent ON location (parent_document_id, path_key) WHERE parent_document_id IS NOT NULL;
CREATE INDEX location_by_document ON location (document_id);
CREATE INDEX location_by_state ON location (state) WHERE state IN ('arriving','queued','missing_unconfirmed','online_only','unreadable');
CREATE INDEX location_by_inode ON location (device, inode) WHERE inode <> '';

-- Which content a location held, and when: a changed file becomes a new version, the old one stays known.
CREATE TABLE location_version (
  id INTEGER PRIMARY KEY,
  location_id INTEGER NOT NULL REFERENCES location (id),
  document_id INTEGER NOT NULL REFERENCES document (id),
  seen_from_ms INTEGER NOT NULL,
  seen_until_ms INTEGER,
  relative_path TEXT NOT NULL
) STRICT;
CREATE INDEX location_version_by_location ON location_version (location_id, seen_from_ms);
CREATE INDEX location_version_by_document ON location_version (document_id);

CREATE TABLE document_text (
  document_id INTEGER NOT NULL REFERENCES document (id),
  page INTEGER NOT NULL,
  source TEXT NOT NULL,
  confidence REAL,
  text TEXT NOT NULL,
  PRIMARY KEY (document_id, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE identifier (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  -- upper case, without separators: what a person pastes is compared with this
  value_key TEXT NOT NULL,
  carrier TEXT,
  UNIQUE (type, value)
) STRICT;
CREATE INDEX identifier_by_key ON identifier (value_key);

CREATE TABLE document_identifier (
  document_id INTEGER NOT NULL REFERENCES document (id),
  identifier_id INTEGER NOT NULL REFERENCES identifier (id),
  raw TEXT NOT NULL,
  page INTEGER,
  source TEXT NOT NULL,
  check_result TEXT NOT NULL CHECK (check_result IN ('valid','no_check','fails_check')),
  confidence REAL NOT NULL,
  reason TEXT NOT NULL,
  -- by_person = 1: confirmed or added by a person; removed = 1: a person said it is wrong; both survive re-recognition
  by_person INTEGER NOT NULL DEFAULT 0 CHECK (by_person IN (0,1)),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0,1)),
  PRIMARY KEY (document_id, identifier_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_identifier_by_identifier ON document_identifier (identifier_id, document_id);

-- Everything else that recognition said, with its reasons; the newest row of a document counts.
CREATE TABLE recognition (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  version INTEGER NOT NULL,
  recognised_at_ms INTEGER NOT NULL,
  kind TEXT NOT NULL,
  dates TEXT NOT NULL DEFAULT '[]',
  amounts TEXT NOT NULL DEFAULT '[]',
  parties TEXT NOT NULL DEFAULT '[]',
  problems TEXT NOT NULL DEFAULT '[]',
  warnings TEXT NOT NULL DEFAULT '[]'
) STRICT;

-- What a person said about a document; the newest answer per field counts, and the learned model trains on these only.
CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  field TEXT NOT NULL CHECK (field IN ('kind','identifier_added','identifier_removed','problem','title','document_date','party','amount')),
  old_value TEXT,
  new_value TEXT,
  made_at_ms INTEGER NOT NULL,
  undone_at_ms INTEGER
) STRICT;
CREATE INDEX correction_by_document ON correction (document_id);

CREATE TABLE document_problem_type (
  document_id INTEGER NOT NULL REFERENCES document (id),
  problem_slug TEXT NOT NULL,
  PRIMARY KEY (document_id, problem_slug)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_problem_type_by_slug ON document_problem_type (problem_slug, document_id);

CREATE TABLE case_file (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES account (id),
  problem_slug TEXT NOT NULL,
  channel TEXT NOT NULL,
  marketplace TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  case_id TEXT,
  complaint_id TEXT,
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft','submitted','waiting','reply_needed','won','lost','partial','withdrawn','expired','closed')),
  severity TEXT NOT NULL DEFAULT 'normal',
  notified_on TEXT,
  money_amount TEXT,
  money_currency TEXT,
  statement_subject TEXT NOT NULL DEFAULT '',
  statement_text TEXT NOT NULL DEFAULT '',
  statement_text_zh TEXT NOT NULL DEFAULT '',
  duplicate_reason TEXT,
  opened_at_ms INTEGER NOT NULL,
  submitted_at_ms INTEGER,
  closed_at_ms INTEGER,
  updated_at_ms INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX case_file_by_case_id ON case_file (account_id, case_id) WHERE case_id IS NOT NULL;
CREATE INDEX case_file_by_status ON case_file (status, updated_at_ms DESC);

CREATE TABLE case_subject (
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  identifier_type TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (case_file_id, identifier_type, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_subject_by_value ON case_subject (value);

CREATE TABLE case_event (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  kind TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  recorded_at_ms INTEGER NOT NULL,
  title TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  -- official = 1: words of Amazon, kept verbatim and read-only
  official INTEGER NOT NULL DEFAULT 0 CHECK (official IN (0,1)),
  document_id INTEGER REFERENCES document (id),
  data TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX case_event_by_case ON case_event (case_file_id, at_ms);

CREATE TABLE exhibit (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  document_id INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  caption TEXT NOT NULL DEFAULT '',
  role_kind TEXT,
  attached_at_ms INTEGER NOT NULL,
  UNIQUE (case_file_id, document_id)
) STRICT;
CREATE INDEX exhibit_by_document ON exhibit (document_id);

CREATE TABLE deadline (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  kind TEXT NOT NULL,
  rule_id TEXT NOT NULL,
  opens_at_ms INTEGER,
  closes_at_ms INTEGER,
  trace TEXT NOT NULL DEFAULT '[]',
  overridden_reason TEXT,
  done_at_ms INTEGER,
  UNIQUE (case_file_id, kind, rule_id)
) STRICT;
CREATE INDEX deadline_by_close ON deadline (closes_at_ms) WHERE done_at_ms IS NULL;

CREATE TABLE submission (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  channel TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  text_key TEXT NOT NULL,
  exhibits TEXT NOT NULL,
  prepared_by TEXT NOT NULL DEFAULT '',
  submitted_by TEXT NOT NULL DEFAULT '',
  submitted_at_ms INTEGER NOT NULL,
  outcome TEXT,
  pack_id INTEGER
) STRICT;
CREATE INDEX submission_by_case ON submission (case_file_id, submitted_at_ms);

CREATE TABLE pack (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  edition INTEGER NOT NULL,
  variant TEXT NOT NULL,
  channel TEXT NOT NULL,
  folder TEXT NOT NULL,
  zip TEXT,
  manifest_sha256 TEXT NOT NULL,
  payload_bytes INTEGER NOT NULL,
  result TEXT NOT NULL,
  recipe TEXT NOT NULL,
  built_at_ms INTEGER NOT NULL,
  verified_at_ms INTEGER,
  UNIQUE (case_file_id, edition)
) STRICT;

CREATE TABLE report_import (
  id INTEGER PRIMARY KEY,
  document_id INTEGER REFERENCES document (id),
  sha256 TEXT NOT NULL,
  report TEXT NOT NULL,
  file_name TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  imported_at_ms INTEGER NOT NULL,
  summary TEXT NOT NULL DEFAULT '{}'
) STRICT;

-- One row per line of an imported report; row_key makes a second import of overlapping files idempotent (domain.md 7.1 rule 8).
CREATE TABLE report_row (
  id INTEGER PRIMARY KEY,
  report TEXT NOT NULL,
  row_key TEXT NOT NULL,
  import_id INTEGER NOT NULL REFERENCES report_import (id),
  order_id TEXT,
  sku TEXT,
  asin TEXT,
  fnsku TEXT,
  shipment_id TEXT,
  tracking_number TEXT,
  carrier TEXT,
  case_id TEXT,
  at_ms INTEGER,
  quantity INTEGER,
  damaged INTEGER NOT NULL DEFAULT 0 CHECK (damaged IN (0,1)),
  data TEXT NOT NULL,
  UNIQUE (report, row_key)
) STRICT;
CREATE INDEX report_row_by_order ON report_row (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX report_row_by_asin ON report_row (asin) WHERE asin IS NOT NULL;
CREATE INDEX report_row_by_shipment ON report_row (shipment_id) WHERE shipment_id IS NOT NULL;
CREATE INDEX report_row_by_tracking ON report_row (tracking_number) WHERE tracking_number IS NOT NULL;
CREATE INDEX report_row_by_report ON report_row (report, at_ms);

CREATE TABLE health_week (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  marketplace TEXT NOT NULL,
  week TEXT NOT NULL,
  checked_at_ms INTEGER NOT NULL,
  checked_by TEXT NOT NULL DEFAULT '',
  skipped_reason TEXT,
  data TEXT NOT NULL DEFAULT '{}',
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (account_id, marketplace, week)
) STRICT;

CREATE TABLE week_close (
  id INTEGER PRIMARY KEY,
  week TEXT NOT NULL UNIQUE,
  closed_at_ms INTEGER NOT NULL,
  receipt TEXT NOT NULL,
  custody_sequence INTEGER NOT NULL,
  custody_head TEXT NOT NULL
) STRICT;

CREATE TABLE job (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('queued','running','done','failed','cancelled','interrupted')),
  phase TEXT NOT NULL DEFAULT '',
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  params TEXT NOT NULL DEFAULT '{}',
  result TEXT,
  error TEXT,
  created_at_ms INTEGER NOT NULL,
  started_at_ms INTEGER,
  finished_at_ms INTEGER
) STRICT;
CREATE INDEX job_by_state ON job (state, id);

CREATE TABLE vault_copy (
  sha256 TEXT PRIMARY KEY,
  size_bytes INTEGER NOT NULL,
  copied_at_ms INTEGER NOT NULL,
  checked_at_ms INTEGER,
  state TEXT NOT NULL DEFAULT 'good' CHECK (state IN ('good','damaged','missing'))
) STRICT, WITHOUT ROWID;

-- Append-only, hash-chained: hash = SHA-256 of the canonical JSON of (sequence, at_ms, event, data, previous_hash).
CREATE TABLE custody_event (
  sequence INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  event TEXT NOT NULL,
  sha256 TEXT,
  data TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX custody_event_by_sha256 ON custody_event (sha256) WHERE sha256 IS NOT NULL;
CREATE TRIGGER custody_event_keeps BEFORE UPDATE ON custody_event
BEGIN SELECT RAISE(ABORT, 'custody events are never changed'); END;
CREATE TRIGGER custody_event_stays BEFORE DELETE ON custody_event
BEGIN SELECT RAISE(ABORT, 'custody events are never deleted'); END;

CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE rule_override (
  id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_at_ms INTEGER NOT NULL,
  undone_at_ms INTEGER
) STRICT;

-- Full text: contentless; tokens are made by us (src/domain/text/tokenise-search.ts). rowid = document.id.
CREATE VIRTUAL TABLE search_text USING fts5(
  title, body, names,
  content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);
-- Parts of IDs and file names: three-character pieces. rowid = document.id.
CREATE VIRTUAL TABLE search_part USING fts5(
  part, content='', contentless_delete=1, tokenize='trigram'
);
