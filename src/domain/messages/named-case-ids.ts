// Which Case IDs does a message name in its own words, also those that look like a telephone number?

/** "[CASE 17012345678]", "Case ID: 1234567890", "问题编号：…", and the address of the case log (domain.md 3.1). */
const NAMED =
  /(?:\bcase(?:\s*(?:id|no\.?|number|#))?|问题编号|案例编号|ケース(?:\s*id)?|caseid=)\s*[\])】]?\s*[:：#=]?\s*(\d{8,14})(?!\d)/gi;

/** Each once, in order. The label says what the number is, whatever else its digits could be. */
export function findNamedCaseIds(text: string): string[] {
  const found = [...text.normalize('NFKC').matchAll(NAMED)].map((match) => match[1] ?? '');
  return [...new Set(found)].filter((id) => id !== '');
}
