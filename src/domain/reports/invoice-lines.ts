// Which goods, and how many of each, does the text of an invoice list?

export interface InvoiceLine {
  /** The line and what stands above it as its description. */
  readonly text: string;
  readonly quantity: number;
  /** Quantity × unit price as printed; null when only a label named the quantity. */
  readonly amount: number | null;
}

/** Numbers of one line, in order; "1,234.50" and "1.234,50" are one number each. */
const NUMBER =
  /(?<![\p{L}\d.,-])-?\d{1,3}(?:[.,]\d{3})*(?:[.,]\d{1,8})?(?![\d%])|(?<![\p{L}\d.,-])-?\d+(?:[.,]\d{1,8})?(?![\d%])/gu;
/** A quantity that is labelled: "Qty: 300", "数量：300". */
const LABELLED = /(?:\bqty|\bquantity|\bmenge|\bunits|数量)\s*[:：]?\s*(\d{1,7})(?![\d.,])/i;
const MAX_QUANTITY = 1_000_000;
/** Lines above a row of numbers that may describe it. */
const ABOVE = 3;
/** Prices are rounded to cents on paper. */
const TOLERANCE = 0.006;

/**
 * Rows whose numbers prove themselves: quantity × unit price = amount, as on every invoice. A row without such three
 * numbers counts only when its quantity is labelled.
 */
export function readInvoiceLines(text: string): InvoiceLine[] {
  const lines = text.normalize('NFKC').split(/\r?\n/);
  const found: InvoiceLine[] = [];
  let lastRow = -1;
  for (const [index, line] of lines.entries()) {
    const row = findProof(line) ?? findLabel(line);
    if (row === undefined) continue;
    const from = Math.max(lastRow + 1, index - ABOVE);
    // A full row describes itself; only a row of bare numbers needs the lines above it.
    const own = /\p{L}{2}/u.test(line.replace(NUMBER, ' '));
    found.push({ text: (own ? [line] : lines.slice(from, index + 1)).join(' '), ...row });
    lastRow = index;
  }
  return found;
}

type Counted = Omit<InvoiceLine, 'text'>;

function findProof(line: string): Counted | undefined {
  const numbers = [...line.matchAll(NUMBER)].map((match) => match[0]);
  for (let i = 0; i + 2 < numbers.length; i += 1) {
    const price = toNumber(numbers[i + 1] ?? '');
    const amount = toNumber(numbers[i + 2] ?? '');
    for (const quantity of readQuantity(numbers[i] ?? '')) {
      if (!Number.isInteger(quantity) || quantity <= 0 || quantity > MAX_QUANTITY || amount <= 0) continue;
      if (Math.abs(quantity * price - amount) > Math.max(TOLERANCE * quantity, 0.011)) continue;
      // 1 × 1 = 1 proves nothing.
      if (!(quantity === 1 && amount <= 1)) return { quantity, amount };
    }
  }
  return undefined;
}

/** "1.200" is 1.2 here and 1200 there: the multiplication decides. */
function readQuantity(text: string): number[] {
  return /^\d{1,3}\.\d{3}$/.test(text) ? [Number(text.replace('.', '')), Number(text)] : [toNumber(text)];
}

function findLabel(line: string): Counted | undefined {
  const value = Number(LABELLED.exec(line)?.[1]);
  return Number.isInteger(value) && value > 0 && value <= MAX_QUANTITY
    ? { quantity: value, amount: null }
    : undefined;
}

/** "1.234,50" is 1234.5, "1,234.50" too, "31.50" is 31.5. */
function toNumber(text: string): number {
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma > point && text.length - comma - 1 !== 3)
    return Number(text.replaceAll('.', '').replace(',', '.'));
  return Number(text.replaceAll(',', ''));
}

export interface Product {
  readonly asin: string | null;
  readonly skus: readonly string[];
  readonly fnskus: readonly string[];
}

/** "exact": the line names the SKU, ASIN or FNSKU. "model": it names the model code inside the SKU, as suppliers do. */
export type LineMatch = 'exact' | 'model';

/** Whether a line of an invoice is about a product; model codes are letters with digits, three characters and more. */
export function matchLine(line: string, product: Product): LineMatch | null {
  const upper = line.toUpperCase();
  const words = new Set(wordsOf(upper));
  const whole = [...(product.asin === null ? [] : [product.asin]), ...product.skus, ...product.fnskus];
  if (whole.some((code) => code.length >= 4 && includesCode(upper, code.toUpperCase()))) return 'exact';
  const models = product.skus.flatMap(modelCodes);
  return models.some((model) => words.has(model)) ? 'model' : null;
}

/**
 * Which lines can be about a product at all: those that hold the rarest word of one of its codes. `matchLine` decides;
 * this only leaves out what it would refuse.
 */
export function indexLines<Line extends { readonly text: string }>(
  lines: readonly Line[],
): (product: Product) => readonly Line[] {
  const byWord = new Map<string, Line[]>();
  for (const line of lines)
    for (const word of new Set(wordsOf(line.text.toUpperCase()))) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [line]);
      else known.push(line);
    }
  const rarest = (code: string): readonly Line[] => {
    const words = wordsOf(code.toUpperCase());
    // A code without Latin letters or digits has no word to look up.
    if (words.length === 0) return lines;
    return words
      .map((word): readonly Line[] => byWord.get(word) ?? [])
      .reduce((fewest, found) => (found.length < fewest.length ? found : fewest));
  };
  return ({ asin, skus, fnskus }) => {
    const found = new Set<Line>();
    for (const code of [...(asin === null ? [] : [asin]), ...skus, ...fnskus])
      if (code.length >= 4) for (const line of rarest(code)) found.add(line);
    for (const model of skus.flatMap(modelCodes)) for (const line of byWord.get(model) ?? []) found.add(line);
    return [...found];
  };
}

function wordsOf(upper: string): string[] {
  return upper.split(/[^A-Z0-9]+/).filter((word) => word !== '');
}

function includesCode(text: string, code: string): boolean {
  const at = text.indexOf(code);
  if (at === -1) return false;
  const isEdge = (character: string | undefined): boolean =>
    character === undefined || !/[A-Z0-9-]/.test(character);
  return isEdge(text[at - 1]) && isEdge(text[at + code.length]);
}

/** "RL01" of "XH-RL01-BK"; sizes and packs ("750", "12PC", "2PK") are no models. */
export function modelCodes(sku: string): string[] {
  return sku
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((part) => part.length >= 3 && /[A-Z]/.test(part) && /\d/.test(part))
    .filter((part) => !/^\d+(?:PC|PCS|PK|PACK|ML|CM|MM|IN|OZ|KG|G|L|M|W|V|SET)S?$/.test(part));
}
