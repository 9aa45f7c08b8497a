-- Covered copies of documents: which boxes were drawn on which original, and the copy that came of it.
CREATE TABLE redaction (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  source_sha256 TEXT NOT NULL,
  boxes TEXT NOT NULL,
  copy_sha256 TEXT,
  copy_bytes INTEGER NOT NULL DEFAULT 0,
  copy_media_type TEXT NOT NULL DEFAULT '',
  by_person INTEGER NOT NULL DEFAULT 0,
  made_at_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX redaction_by_document ON redaction (document_id, id);
