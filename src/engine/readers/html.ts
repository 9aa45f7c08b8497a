// What does a saved web page or an SVG drawing say?
import { decodeText } from './decode-text.ts';
import { declaredHtmlCharset, htmlTitle, htmlToText } from './html-text.ts';
import { readBytes } from './plain.ts';
import type { ReadDraft } from './read-draft.ts';
import { isElement, parseXml, textOf, type XmlElement } from './xml-tree.ts';

export function readHtml(draft: ReadDraft): void {
  const bytes = readBytes(draft);
  const { text: html } = decodeText(bytes, declaredHtmlCharset(bytes));
  const title = htmlTitle(html);
  if (title !== undefined) draft.properties = { title };
  draft.pageCount = 1;
  draft.addPage(1, [title ?? '', htmlToText(html)].filter((part) => part !== '').join('\n'), 'plain');
  if (draft.pages.length === 0) draft.addProblem('NO_TEXT');
}

/** The texts of an SVG drawing, never its scripts. */
export function readSvg(draft: ReadDraft): void {
  const { text: xml } = decodeText(readBytes(draft));
  const root = parseSvg(draft, xml);
  if (root === undefined) return;
  const lines: string[] = [];
  collectSvgText(root, lines);
  draft.pageCount = 1;
  draft.addPage(1, lines.join('\n'), 'plain');
  if (draft.pages.length === 0) draft.addProblem('NO_TEXT');
  draft.media = svgSize(root);
}

/** Undefined, with a problem, when the text is no XML any more. */
function parseSvg(draft: ReadDraft, xml: string): XmlElement | undefined {
  try {
    return parseXml(xml);
  } catch {
    draft.addProblem('DAMAGED', 'the drawing is no XML');
    return undefined;
  }
}

function collectSvgText(element: XmlElement, lines: string[]): void {
  if (element.name === 'script' || element.name === 'style') return;
  if (['text', 'title', 'desc'].includes(element.name)) {
    const line = textOf(element).replace(/\s+/g, ' ').trim();
    if (line !== '') lines.push(line);
    return;
  }
  for (const child of element.children) if (isElement(child)) collectSvgText(child, lines);
}

function svgSize(root: XmlElement): { width?: number; height?: number } {
  const box = (root.attributes['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = Number.parseFloat(root.attributes['width'] ?? '') || box[2];
  const height = Number.parseFloat(root.attributes['height'] ?? '') || box[3];
  return {
    ...(width !== undefined && Number.isFinite(width) ? { width: Math.round(width) } : {}),
    ...(height !== undefined && Number.isFinite(height) ? { height: Math.round(height) } : {}),
  };
}
