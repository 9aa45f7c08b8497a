-- What two documents are compared by that may be the same paper scanned twice or the same photo saved twice.
CREATE TABLE document_sign (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  text_sign TEXT,
  image_sign TEXT
) STRICT;

-- Documents that share a key may be alike; only those are compared.
CREATE TABLE document_sign_band (
  band INTEGER NOT NULL,
  document_id INTEGER NOT NULL REFERENCES document (id),
  PRIMARY KEY (band, document_id)
) STRICT, WITHOUT ROWID;
