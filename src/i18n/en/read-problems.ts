// What is a person told about a file that could not be read, or not fully?
export const readProblems = {
  EMPTY_FILE: 'The file is empty (0 bytes). Copy or download it again.',
  NEEDS_PASSWORD:
    'The content is locked by a password. Save an unlocked copy beside it; the file is filed by name and hash.',
  DAMAGED: 'The file is damaged and cannot be read. Get it again from where it came from.',
  DAMAGED_PARTLY: 'Parts of the file are damaged; what could be read is shown.',
  UNSUPPORTED_TYPE:
    'The content of this type of file is not read. It is found by name and hash, and can be an exhibit.',
  TYPE_MISMATCH: 'The file name promises another type than the content is. It was read by its content.',
  TOO_LARGE: 'The file is larger than the limit; only a part was read.',
  TOO_SLOW: 'Reading took too long and was stopped. The file is found by name and hash.',
  OUT_OF_MEMORY: 'Reading needed too much memory and was stopped. The file is found by name and hash.',
  READ_PARTLY:
    'Parts of the file took too much time or memory and were left out; everything else is shown and found.',
  ARCHIVE_BOMB: 'The archive unpacks to an absurd size; such entries were not unpacked.',
  ARCHIVE_UNSAFE_PATH:
    'The archive holds entries that would write outside their folder, or links. They were taken as plain data or left out.',
  ARCHIVE_TOO_MANY_ENTRIES: 'The archive holds more files than the limit; only the first ones were read.',
  HOSTILE_CONTENT: 'The file is built to break programs; it was not read further.',
  NO_TEXT: 'The file holds no text.',
  TEXT_LAYER_GARBLED:
    'The text behind the page does not match what the page shows; text recognition (OCR) is used instead.',
  NO_PREVIEW: 'There is no preview for this type of picture; the original is stored and hashed.',
  VANISHED: 'The file disappeared while it was being read.',
  READER_CRASHED:
    'Reading failed unexpectedly. The file is found by name and hash; it is tried again after an update.',
} as const;
