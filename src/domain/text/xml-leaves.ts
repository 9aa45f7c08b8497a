// Which values does an XML text hold, and under which path of element names?

export interface XmlLeaf {
  /** Local element names from the root, joined by "/". */
  readonly path: string;
  readonly value: string;
}

/** `/name attributes /` between the angle brackets; prefixes are left out. */
const TAG = /^(\/?)(?:[\w.-]+:)?([\w.-]+)([\s\S]*?)(\/?)$/;
const MAX_DEPTH = 64;
const MAX_TAG_LENGTH = 5_000;
/** Attributes without the declarations of namespaces and schemas; only those with digits are of use. */
const ATTRIBUTE = /\s(?!xmlns|xsi:)(?:[\w.-]+:)?([\w.-]+)\s*=\s*["']([^"'<]{1,200})["']/g;
const MAX_LEAVES = 20_000;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Leaf elements with text and attributes with digits ("…/@ID"), in order. Broken or absurdly deep XML gives the
 * leaves up to that place; no entity beyond the five of XML is expanded. Linear in the length of the text.
 */
export function readXmlLeaves(xml: string): XmlLeaf[] {
  const leaves: XmlLeaf[] = [];
  const stack: string[] = [];
  let text = '';
  let position = 0;
  while (position < xml.length && leaves.length < MAX_LEAVES && stack.length <= MAX_DEPTH) {
    const open = xml.indexOf('<', position);
    if (open < 0) break;
    text += decodeEntities(xml.slice(position, open));
    const special = skipSpecial(xml, open);
    if (special !== undefined) {
      text += special.text;
      position = special.end;
      continue;
    }
    const close = xml.indexOf('>', open);
    if (close < 0 || close - open > MAX_TAG_LENGTH) break;
    position = close + 1;
    const tag = TAG.exec(xml.slice(open + 1, close));
    if (tag === null) continue;
    const [, slash, name = '', attributes = '', selfClosing] = tag;
    if (slash === '/') {
      const value = text.trim();
      if (value !== '') leaves.push({ path: stack.join('/'), value });
      const opened = stack.lastIndexOf(name);
      if (opened >= 0) stack.length = opened;
    } else {
      addAttributes(leaves, [...stack, name].join('/'), attributes);
      if (selfClosing !== '/') stack.push(name);
    }
    text = '';
  }
  return leaves;
}

/** Comments, processing instructions, declarations and CDATA; an unclosed one ends the text. */
function skipSpecial(xml: string, open: number): { readonly text: string; readonly end: number } | undefined {
  if (xml.startsWith('<![CDATA[', open)) {
    const close = xml.indexOf(']]>', open);
    return close < 0 ? { text: '', end: xml.length } : { text: xml.slice(open + 9, close), end: close + 3 };
  }
  const terminator = xml.startsWith('<!--', open)
    ? '-->'
    : /^<[?!]/.test(xml.slice(open, open + 2))
      ? '>'
      : undefined;
  if (terminator === undefined) return undefined;
  const close = xml.indexOf(terminator, open);
  return { text: '', end: close < 0 ? xml.length : close + terminator.length };
}

function addAttributes(leaves: XmlLeaf[], path: string, attributes: string): void {
  if (!attributes.includes('=')) return;
  for (const [, name = '', quoted = ''] of attributes.matchAll(ATTRIBUTE)) {
    if (/\d/.test(quoted)) leaves.push({ path: `${path}/@${name}`, value: decodeEntities(quoted) });
  }
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** XML as lines "Tracking Number: 1Z…", so that label rules read it like a page. */
export function xmlToLines(xml: string): string {
  return readXmlLeaves(xml)
    .map((leaf) => `${leafName(leaf.path)}: ${leaf.value.replace(/\s+/g, ' ')}`)
    .join('\n');
}

/** Last element name; an attribute is named with its element. */
function leafName(path: string): string {
  const parts = path.split('/');
  const last = parts.at(-1) ?? '';
  return splitCamelCase(last.startsWith('@') ? `${parts.at(-2) ?? ''} ${last.slice(1)}` : last);
}

function splitCamelCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_.-]+/g, ' ');
}
