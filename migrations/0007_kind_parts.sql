-- A file that holds several papers (an invoice with its packing list): which kind stands on which pages.
CREATE TABLE document_part (
  document_id INTEGER NOT NULL REFERENCES document (id),
  from_page INTEGER NOT NULL,
  to_page INTEGER NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (document_id, from_page)
) STRICT, WITHOUT ROWID;

CREATE INDEX document_part_by_kind ON document_part (kind, document_id);
