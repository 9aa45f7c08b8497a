// Which words and references must not stand in a text to Amazon?

/** Words that plead, accuse or threaten (POA-02, A12). Whole words for English, parts for Chinese. */
export const EMOTIONAL_WORDS: readonly string[] = [
  'unfair',
  'ridiculous',
  'unacceptable',
  'outrageous',
  'angry',
  'furious',
  'disappointed',
  'frustrated',
  'desperate',
  'beg',
  'begging',
  'please please',
  'shame',
  'shameful',
  'disgusting',
  'terrible',
  'horrible',
  'stupid',
  'nonsense',
  'lawsuit',
  'sue you',
  'my family',
  'bankrupt',
  'cheat',
  'liar',
  'scam',
  'hate',
  'heartbroken',
  'devastated',
  'suffering',
  'mercy',
  'have pity',
  'ruined',
  'injustice',
  '求求',
  '恳求',
  '冤枉',
  '不公平',
  '太过分',
  '愤怒',
  '气愤',
  '失望',
  '绝望',
  '破产',
  '骗子',
  '无耻',
  '垃圾',
  '起诉你们',
  '可怜',
  '养家',
  '血汗钱',
  '倾家荡产',
  '荒唐',
];

function wordPattern(word: string): RegExp {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /^[\x20-\x7e]+$/.test(word) ? new RegExp(`(?<![a-z])${escaped}(?![a-z])`, 'i') : new RegExp(escaped);
}

const PATTERNS: readonly (readonly [string, RegExp])[] = EMOTIONAL_WORDS.map((word) => [
  word,
  wordPattern(word),
]);

/** Emotional words in `text`, each once, in the order of the table; also "!!" and longer. */
export function findEmotionalWords(text: string): readonly string[] {
  const found = PATTERNS.filter(([, pattern]) => pattern.test(text)).map(([word]) => word);
  return /[!！]{2,}/.test(text) ? [...found, '!!'] : found;
}

/** Case IDs that the text refers to, other than `own`. */
export function findOtherCaseReferences(text: string, own: readonly string[] = []): readonly string[] {
  const pattern = /(?:case|案件|问题)\s*(?:id|no\.?|number|编号|号)?\s*[:：#]?\s*(\d{8,12})(?!\d)/gi;
  const ids = [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  return [...new Set(ids)].filter((id) => !own.includes(id));
}

/** Share of letters that are Chinese characters (0…1), spaces, digits and punctuation left out. */
export function shareOfChinese(text: string): number {
  const letters = [...text].filter((character) => /\p{L}/u.test(character));
  if (letters.length === 0) return 0;
  return letters.filter((character) => /\p{Script=Han}/u.test(character)).length / letters.length;
}
