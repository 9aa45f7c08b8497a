-- The case desk's own book: people to call, calls to come, papers of the seller with their ends, and who works on a case.

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  -- '' = all marketplaces of the account
  marketplace TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT 'other' CHECK (role IN ('hotline','account_manager','support','supplier','consultant','other')),
  name TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  hours TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  removed_at_ms INTEGER,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX contact_by_account ON contact (account_id, marketplace);

CREATE TABLE call_back (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  case_file_id INTEGER REFERENCES case_file (id),
  contact_id INTEGER REFERENCES contact (id),
  at_ms INTEGER NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  -- how long the line was busy, as people wrote it down
  wait_minutes INTEGER,
  outcome TEXT NOT NULL DEFAULT '',
  done_at_ms INTEGER,
  created_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX call_back_open ON call_back (at_ms) WHERE done_at_ms IS NULL;

CREATE TABLE account_paper (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL,
  document_id INTEGER REFERENCES document (id),
  number TEXT NOT NULL DEFAULT '',
  issued_on TEXT,
  -- NULL and endless = 0: not known
  expires_on TEXT,
  endless INTEGER NOT NULL DEFAULT 0 CHECK (endless IN (0,1)),
  note TEXT NOT NULL DEFAULT '',
  updated_at_ms INTEGER NOT NULL,
  UNIQUE (account_id, kind)
) STRICT;

ALTER TABLE case_file ADD COLUMN assignee TEXT NOT NULL DEFAULT '';
ALTER TABLE case_file ADD COLUMN work_language TEXT NOT NULL DEFAULT '';
ALTER TABLE case_file ADD COLUMN work_minutes INTEGER NOT NULL DEFAULT 0;
CREATE INDEX case_event_by_document ON case_event (document_id) WHERE document_id IS NOT NULL;
