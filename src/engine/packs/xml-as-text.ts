// How does an invoice that is only XML become a page that a person can read?
import { parseXml, type XmlElement } from '../readers/xml-tree.ts';

const MAX_INDENT = 8;
const MAX_LINES = 8000;

/** One line per element, "Name: value", indented by its depth, attributes in brackets; undefined when it is no XML. */
export function setXmlAsText(xml: string): string | undefined {
  let root: XmlElement;
  try {
    root = parseXml(xml);
  } catch {
    return undefined;
  }
  if (root.name === '') return undefined;
  const lines: string[] = [];
  writeElement(root, 0, lines);
  if (lines.length >= MAX_LINES) lines.push('…');
  return lines.join('\n');
}

function writeElement(element: XmlElement, depth: number, lines: string[]): void {
  if (lines.length >= MAX_LINES) return;
  const own = element.children
    .filter((child): child is string => typeof child === 'string')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  const children = element.children.filter((child): child is XmlElement => typeof child !== 'string');
  const attributes = Object.entries(element.attributes)
    .filter(([name, value]) => value !== '' && !/^xmlns|^schemaLocation$/i.test(name))
    .map(([name, value]) => `${name}=${value}`);
  const note = attributes.length === 0 ? '' : ` (${attributes.join(', ')})`;
  if (own !== '' || note !== '' || children.length > 0)
    lines.push(
      `${'  '.repeat(Math.min(depth, MAX_INDENT))}${element.name}${note}${own === '' ? '' : `: ${own}`}`,
    );
  for (const child of children) writeElement(child, depth + 1, lines);
}
