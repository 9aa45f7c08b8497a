// How are single fields picked out of a parsed XML tree, whatever its namespaces and repetitions?
import { XMLParser } from 'fast-xml-parser';

export type XmlNode = { readonly [name: string]: unknown };

/** Invoices are small; anything larger is not read as one. */
const MAX_XML_CHARACTERS = 6_000_000;
const ATTRIBUTE = '@';
const TEXT = '#text';

const BASIC_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Local names, no entity expansion (a bomb stays text), all values as strings. Null when it is no well-formed XML. */
export function parseXml(xml: string): XmlNode | null {
  if (xml.length > MAX_XML_CHARACTERS || /<!ENTITY/i.test(xml.slice(0, 100_000))) return null;
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: ATTRIBUTE,
    textNodeName: TEXT,
    removeNSPrefix: true,
    processEntities: false,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: true,
  });
  try {
    const tree: unknown = parser.parse(xml.replace(/^\uFEFF/, ''));
    return isNode(tree) ? tree : null;
  } catch {
    return null;
  }
}

export function isNode(value: unknown): value is XmlNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** All nodes or texts at `path` ("A/B/C"); repeated elements fan out. */
export function listAt(node: unknown, path: string): unknown[] {
  let current: unknown[] = [node];
  for (const name of path.split('/')) {
    const next: unknown[] = [];
    for (const item of current) {
      if (!isNode(item)) continue;
      const child = item[name];
      if (Array.isArray(child)) next.push(...child);
      else if (child !== undefined) next.push(child);
    }
    current = next;
  }
  return current;
}

/** The first non-empty text at one of `paths`, with the five basic entities decoded; undefined when there is none. */
export function textAt(node: unknown, ...paths: string[]): string | undefined {
  for (const path of paths) {
    for (const found of listAt(node, path)) {
      const text = textOf(found);
      if (text !== '') return text;
    }
  }
  return undefined;
}

/** The text of an element, "" when it has none. */
export function textOf(value: unknown): string {
  const raw = isNode(value) ? value[TEXT] : value;
  if (typeof raw !== 'string' && typeof raw !== 'number') return '';
  return String(raw)
    .replace(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
      (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return BASIC_ENTITIES[name.toLowerCase()] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
      },
    )
    .trim();
}

/** An attribute of an element, or undefined. */
export function attributeOf(value: unknown, name: string): string | undefined {
  const raw = isNode(value) ? value[`${ATTRIBUTE}${name}`] : undefined;
  return typeof raw === 'string' && raw !== '' ? raw : undefined;
}

/** First text of an element called `name` at any depth, breadth first; undefined when there is none. */
export function findText(root: unknown, name: string): string | undefined {
  let level: unknown[] = [root];
  for (let depth = 0; depth < 12 && level.length > 0 && level.length < 20_000; depth += 1) {
    const next: unknown[] = [];
    for (const item of level) {
      if (Array.isArray(item)) next.push(...item);
      if (!isNode(item)) continue;
      const direct = textAt(item, name);
      if (direct !== undefined) return direct;
      next.push(...Object.values(item));
    }
    level = next;
  }
  return undefined;
}
