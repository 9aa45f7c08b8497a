// How does a person who types a full identity or account number find its document, when the index must not hold the number?
import { createHmac, randomBytes } from 'node:crypto';
import { coverPersonalNumbers, listNumberCandidates } from '../../../domain/text/personal-numbers.ts';
import type { Sqlite } from '../open-archive.ts';

/** Setting that holds the archive's own key; not among the settings that the API reads or writes. */
const KEY_NAME = 'personal_number_key';
const keys = new WeakMap<Sqlite, Buffer>();

/**
 * In the index a personal number stands as a word made from its keyed hash: a search for the whole number makes the same
 * word, while its beginning or a part of it finds nothing and the index tells no digits. The key is made once per archive
 * and lies beside the index, so this hides numbers from the index's own words and from whoever gets the index alone,
 * not from somebody who holds the whole archive: there the text of the document stands itself (docs/integrity.md).
 */
export function tokenForNumber(sqlite: Sqlite, key: string): string {
  return hashToWord(readKey(sqlite) ?? makeKey(sqlite), key);
}

/** Normalised text with each personal number replaced by its word. Numbers in `known` (order, tracking …) stay. */
export function coverForIndex(sqlite: Sqlite, text: string, known: ReadonlySet<string>): string {
  return coverPersonalNumbers(text.normalize('NFKC'), (number, raw) =>
    known.has(number.key) ? raw : ` ${tokenForNumber(sqlite, number.key)} `,
  );
}

/** A search line in which each number that the index knows only by its word is replaced by that word. */
export function coverInQuery(sqlite: Sqlite, line: string): string {
  const secret = readKey(sqlite);
  if (secret === undefined) return line;
  const normal = line.normalize('NFKC');
  let out = '';
  let at = 0;
  for (const candidate of listNumberCandidates(normal)) {
    if (candidate.start < at) continue;
    const token = hashToWord(secret, candidate.key);
    const isKnown = sqlite
      .prepare('SELECT 1 FROM search_text WHERE search_text MATCH ? LIMIT 1')
      .get(`"${token}"`);
    if (isKnown === undefined) continue;
    out += normal.slice(at, candidate.start) + token;
    at = candidate.end;
  }
  return at === 0 ? line : out + normal.slice(at);
}

function readKey(sqlite: Sqlite): Buffer | undefined {
  const known = keys.get(sqlite);
  if (known !== undefined) return known;
  const stored = sqlite.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(KEY_NAME);
  if (typeof stored !== 'string') return undefined;
  const key = Buffer.from(stored, 'hex');
  // A transaction that is rolled back takes a new key along: remember only what will stay.
  if (!sqlite.inTransaction) keys.set(sqlite, key);
  return key;
}

function makeKey(sqlite: Sqlite): Buffer {
  const key = randomBytes(32);
  sqlite
    .prepare('INSERT INTO setting (key, value, changed_at_ms) VALUES (?, ?, 0)')
    .run(KEY_NAME, key.toString('hex'));
  return key;
}

function hashToWord(secret: Buffer, key: string): string {
  return `pn${createHmac('sha256', secret).update(key).digest('hex').slice(0, 24)}`;
}
