// In which language is most of a text written?

/** Very common short words; enough to tell European languages apart in a few lines. */
const COMMON_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'the',
    'and',
    'of',
    'to',
    'for',
    'with',
    'from',
    'your',
    'this',
    'is',
    'invoice',
    'date',
    'total',
    'quantity',
    'thank',
    'you',
    'by',
    'number',
    'description',
  ],
  de: [
    'der',
    'die',
    'das',
    'und',
    'von',
    'mit',
    'für',
    'zum',
    'ist',
    'nicht',
    'rechnung',
    'datum',
    'betrag',
    'menge',
    'gesamtbetrag',
    'ust',
    'bei',
    'auf',
    'wir',
    'ihre',
    'vom',
  ],
  fr: [
    'le',
    'la',
    'les',
    'des',
    'et',
    'du',
    'pour',
    'avec',
    'une',
    'facture',
    'montant',
    'quantité',
    'tva',
    'ht',
    'ttc',
    'vous',
    'nous',
    'au',
    'est',
    'votre',
  ],
  it: [
    'il',
    'di',
    'e',
    'per',
    'con',
    'una',
    'del',
    'della',
    'fattura',
    'importo',
    'quantità',
    'iva',
    'totale',
    'che',
    'sono',
    'gli',
  ],
  es: [
    'el',
    'los',
    'las',
    'y',
    'para',
    'con',
    'una',
    'del',
    'factura',
    'importe',
    'cantidad',
    'fecha',
    'que',
    'por',
    'número',
    'su',
  ],
  nl: [
    'het',
    'een',
    'van',
    'en',
    'voor',
    'met',
    'factuur',
    'datum',
    'bedrag',
    'btw',
    'totaal',
    'aantal',
    'wij',
    'uw',
    'niet',
    'op',
  ],
  pl: [
    'i',
    'w',
    'na',
    'do',
    'z',
    'oraz',
    'faktura',
    'data',
    'kwota',
    'ilość',
    'razem',
    'nie',
    'jest',
    'dla',
    'numer',
  ],
  pt: [
    'o',
    'os',
    'e',
    'para',
    'com',
    'uma',
    'do',
    'da',
    'fatura',
    'valor',
    'quantidade',
    'data',
    'não',
    'número',
    'que',
  ],
};

const LANGUAGE_OF_WORD: ReadonlyMap<string, readonly string[]> = invert();
const LOOKED_AT = 8_000;
const LEAST_WORDS = 4;
const LEAD = 1.25;

function invert(): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const [language, words] of Object.entries(COMMON_WORDS)) {
    for (const word of words) map.set(word, [...(map.get(word) ?? []), language]);
  }
  return map;
}

/** BCP 47 language of most of `text`; undefined when it is too short or mixed. Chinese is split into Hans and Hant. */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, LOOKED_AT);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 12) return undefined;
  const kana = sample.match(/[\u3041-\u30ff]/g)?.length ?? 0;
  const hangul = sample.match(/[\uac00-\ud7af]/g)?.length ?? 0;
  const han = sample.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const asian = kana + hangul + han;
  // One Chinese character says about as much as three Latin letters.
  if (asian * 3 >= letters - asian && asian >= 6) {
    if (hangul > han && hangul > kana) return 'ko';
    if (kana > asian * 0.12) return 'ja';
    return isTraditional(sample) ? 'zh-Hant' : 'zh-Hans';
  }
  return detectLatin(sample);
}

function isTraditional(sample: string): boolean {
  const traditional = sample.match(/[發單國價稅證貨應實號總額電話訂購買賣廠區關運業務與開]/g)?.length ?? 0;
  const simplified = sample.match(/[发单国价税证货应实号总额电话订购买卖厂区关运业务与开]/g)?.length ?? 0;
  return traditional > simplified;
}

function detectLatin(sample: string): string | undefined {
  const counts = new Map<string, number>();
  let known = 0;
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const languages = LANGUAGE_OF_WORD.get(word);
    if (languages === undefined) continue;
    known += 1;
    for (const language of languages)
      counts.set(language, (counts.get(language) ?? 0) + 1 / languages.length);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked;
  if (best === undefined || known < LEAST_WORDS) return undefined;
  return second === undefined || best[1] >= second[1] * LEAD ? best[0] : undefined;
}
