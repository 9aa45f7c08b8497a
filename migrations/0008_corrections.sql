-- People correct dates by their role and the page ranges of a file, too: the CHECK of a column can only be changed with its table.
CREATE TABLE correction_wider (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  field TEXT NOT NULL CHECK (field IN ('kind','parts','identifier_added','identifier_removed','problem','title','document_date','date','party','amount')),
  old_value TEXT,
  new_value TEXT,
  made_at_ms INTEGER NOT NULL,
  undone_at_ms INTEGER
) STRICT;
INSERT INTO correction_wider (id, document_id, field, old_value, new_value, made_at_ms, undone_at_ms)
  SELECT id, document_id, field, old_value, new_value, made_at_ms, undone_at_ms FROM correction;
DROP TABLE correction;
ALTER TABLE correction_wider RENAME TO correction;
CREATE INDEX correction_by_document ON correction (document_id);

-- What recognition found where a person said otherwise (JSON); NULL where nobody did. Undo goes back to it.
ALTER TABLE recognition ADD COLUMN as_found TEXT;
