// What elements and texts does this XML hold, without ever expanding its entities?
import { XMLParser } from 'fast-xml-parser';

export interface XmlElement {
  /** Local name, without namespace prefix. */
  readonly name: string;
  /** Attributes by local name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

type RawNode = Readonly<Record<string, unknown>>;

const ATTRIBUTES = ':@';
const TEXT = '#text';

// Entities stay unexpanded in the parser (no entity bombs, no external files); the five of XML itself and numeric
// references are decoded afterwards, once, by decodeXmlText.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: '#cdata',
  textNodeName: TEXT,
});

/** Parses XML leniently. Throws only when the text is hopeless; callers report that as DAMAGED. */
export function parseXml(xml: string): XmlElement {
  const nodes = parser.parse(stripDoctype(xml)) as readonly RawNode[];
  const children = convertNodes(nodes, 0);
  const root = children.find((child): child is XmlElement => typeof child !== 'string');
  return root ?? { name: '', attributes: {}, children };
}

/** The document type declaration holds nothing that we read, but may hold bombs. */
export function stripDoctype(xml: string): string {
  const start = xml.search(/<!DOCTYPE/i);
  if (start < 0) return xml;
  let depth = 0;
  for (let index = start; index < xml.length; index += 1) {
    const character = xml[index];
    if (character === '[') depth += 1;
    else if (character === ']') depth -= 1;
    else if (character === '>' && depth <= 0) return xml.slice(0, start) + xml.slice(index + 1);
  }
  return xml.slice(0, start);
}

const MAX_DEPTH = 500;

function convertNodes(nodes: readonly RawNode[], depth: number): XmlNode[] {
  const result: XmlNode[] = [];
  if (depth > MAX_DEPTH) return result;
  for (const node of nodes) {
    for (const [key, value] of Object.entries(node)) {
      if (key === ATTRIBUTES) continue;
      if (key === TEXT) result.push(decodeXmlText(String(value)));
      else if (key === '#cdata') result.push(cdataText(value));
      else if (Array.isArray(value)) {
        result.push({
          name: key,
          attributes: convertAttributes(node[ATTRIBUTES]),
          children: convertNodes(value as readonly RawNode[], depth + 1),
        });
      }
    }
  }
  return result;
}

function cdataText(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return (value as readonly RawNode[]).map((part) => String(part[TEXT] ?? '')).join('');
}

function convertAttributes(raw: unknown): Record<string, string> {
  const result: Record<string, string> = {};
  if (typeof raw !== 'object' || raw === null) return result;
  for (const [key, value] of Object.entries(raw)) result[key] = decodeXmlText(String(value));
  return result;
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Decodes the five named entities of XML 1.0 (section 4.6) and numeric references; others stay as written. */
export function decodeXmlText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w{2,4});/g, (whole, body: string) => {
    if (!body.startsWith('#')) return NAMED_ENTITIES[body] ?? whole;
    const code = body[1] === 'x' ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

/** All descendants (and the element itself) with this local name, in document order. */
export function findAll(element: XmlElement, name: string, found: XmlElement[] = []): XmlElement[] {
  if (element.name === name) found.push(element);
  for (const child of element.children) if (isElement(child)) findAll(child, name, found);
  return found;
}

/** The first descendant with this local name. */
export function findFirst(element: XmlElement, name: string): XmlElement | undefined {
  if (element.name === name) return element;
  for (const child of element.children) {
    if (!isElement(child)) continue;
    const found = findFirst(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The text of an element and all below it, joined without separator. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return element.children.map((child) => (isElement(child) ? textOf(child) : child)).join('');
}
