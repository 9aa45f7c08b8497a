// Which column of a report is this, whatever its spelling: "Event Type", "EventType", "event_type", "Ums?tze"?

/** Letters and digits only, lower case, compatibility forms folded: how headers are compared. */
export function squashHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The name a column is stored under when no table knows it: lower case, spaces and underscores as hyphens (domain.md 7.1). */
export function hyphenateHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/^["'\uFEFF]+|["']+$/g, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_/]+/g, '-')
    .replace(/[^\p{L}\p{N}().-]/gu, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
}

/** True when `header`, saved with "?" or U+FFFD in place of letters, can be `squashed`. */
export function matchesLossyHeader(header: string, squashed: string): boolean {
  if (!/[?\uFFFD]/.test(header)) return false;
  const pattern = [...header.normalize('NFKC').toLowerCase()]
    .map((character) =>
      character === '?' || character === '\uFFFD'
        ? '\\p{L}{0,2}'
        : /[\p{L}\p{N}]/u.test(character)
          ? character
          : '',
    )
    .join('');
  return new RegExp(`^${pattern}$`, 'u').test(squashed);
}

/** Personal data of buyers, which is not stored (domain.md 7.1 rule 10); city, state, post code and country stay (TRK-06). */
const PERSONAL =
  /^(?:buyer-(?:name|email|phone-number|identification-.*)|recipient-name|ship-(?:address-\d|phone-number)|bill-.*|rater-email|customer-name|e-?mail|phone|buyer)$/;

export function isPersonalColumn(key: string): boolean {
  return PERSONAL.test(key);
}
