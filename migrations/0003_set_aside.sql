-- Messages that need no case: set aside by a person, so that they are not proposed again.
CREATE TABLE message_set_aside (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  at_ms INTEGER NOT NULL
) STRICT;
