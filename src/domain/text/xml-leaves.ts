// Which values does an XML text hold, and under which path of element names?

export interface XmlLeaf {
  /** Local element names from the root, joined by "/". */
  readonly path: string;
  readonly value: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)(?:[\w.-]+:)?([\w.-]+)([^<>]*?)(\/?)>|([^<]+)/g;
/** Attributes without the declarations of namespaces and schemas; only those with digits are of use. */
const ATTRIBUTE = /\s(?!xmlns|xsi:)(?:[\w.-]+:)?([\w.-]+)\s*=\s*["']([^"'<]{1,200})["']/g;
const MAX_LEAVES = 20_000;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Leaf elements with text and attributes with digits ("…/@ID"), in order. Broken XML gives the leaves up to the break; no entity beyond the five of XML is expanded. */
export function readXmlLeaves(xml: string): XmlLeaf[] {
  const leaves: XmlLeaf[] = [];
  const stack: string[] = [];
  let text = '';
  for (const match of xml.matchAll(TOKEN)) {
    const [, cdata, close, name, attributes, selfClosing, plain] = match;
    if (plain !== undefined) text += decodeEntities(plain);
    else if (cdata !== undefined) text += cdata;
    else if (name !== undefined && close === '/') {
      const value = text.trim();
      if (value !== '') leaves.push({ path: stack.join('/'), value });
      text = '';
      const opened = stack.lastIndexOf(name);
      if (opened >= 0) stack.length = opened;
      if (leaves.length >= MAX_LEAVES) break;
    } else if (name !== undefined) {
      text = '';
      const path = [...stack, name].join('/');
      for (const [, attribute = '', quoted = ''] of attributes?.matchAll(ATTRIBUTE) ?? []) {
        if (/\d/.test(quoted)) leaves.push({ path: `${path}/@${attribute}`, value: decodeEntities(quoted) });
      }
      if (selfClosing !== '/') stack.push(name);
    }
  }
  return leaves;
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
