// What would a person read on this HTML page, without running or fetching any of it?
import { compile } from 'html-to-text';

const MAX_HTML_CHARACTERS = 16_000_000;

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: MAX_HTML_CHARACTERS, maxDepth: 200, maxChildNodes: 200_000 },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'noscript', format: 'inline' },
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false, maxColumnWidth: 400 } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

/** Visible text; tables keep their rows. Layout tables of e-mails are read cell by cell. */
export function htmlToText(html: string): string {
  try {
    return convert(html);
  } catch {
    // Hopelessly nested markup: fall back to what is left without tags.
    return html.replace(/<(script|style)[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<[^>]*>/g, ' ');
  }
}

/** The title element's text, if any. */
export function htmlTitle(html: string): string | undefined {
  const title = /<title[^>]*>([^<]{1,500})/i.exec(html)?.[1]?.replace(/\s+/g, ' ').trim();
  return title === '' || title === undefined ? undefined : htmlToText(title);
}

/** Charset named in the first bytes of a page (HTML Living Standard 13.2.3.2, prescan). */
export function declaredHtmlCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return (
    /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ??
    /encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1]
  );
}
