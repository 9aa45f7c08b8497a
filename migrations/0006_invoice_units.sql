-- How many units of which goods an invoice proves, as a person confirmed or corrected it; 0: not this invoice.
CREATE TABLE invoice_unit (
  document_id INTEGER NOT NULL REFERENCES document (id),
  product TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (document_id, product)
) STRICT;
