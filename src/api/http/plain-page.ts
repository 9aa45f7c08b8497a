// What does a page look like that must work without script, without the archive and in both languages?
import type { Language } from '../../domain/errors.ts';
import { escapeHtml } from './html-text.ts';

export interface PlainSection {
  readonly language: Language;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly link?: { readonly href: string; readonly text: string };
}

const STYLE = `
  :root { color-scheme: light dark; font-family: system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 2rem; line-height: 1.6; }
  main { max-width: 34rem; }
  section + section { margin-top: 2rem; padding-top: 2rem; border-top: 1px solid GrayText; }
  h1, h2 { font-size: 1.3rem; margin: 0 0 .5rem; }
  p { margin: .4rem 0; overflow-wrap: anywhere; }
  a { display: inline-block; margin-top: .8rem; }`;

/** A complete document; `nonce` is the one in the response's policy. The first section sets the page language. */
export function renderPlainPage(sections: readonly PlainSection[], nonce: string): string {
  const first = sections[0];
  const bodies = sections.map((section, index) => {
    const level = index === 0 ? 'h1' : 'h2';
    const paragraphs = section.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
    const link = section.link
      ? `<a href="${escapeHtml(section.link.href)}">${escapeHtml(section.link.text)}</a>`
      : '';
    return `<section lang="${section.language}"><${level}>${escapeHtml(section.title)}</${level}>${paragraphs}${link}</section>`;
  });
  return [
    `<!doctype html><html lang="${first?.language ?? 'en'}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(first?.title ?? '')} · Casebinder</title><style nonce="${nonce}">${STYLE}</style></head>`,
    `<body><main>${bodies.join('')}</main></body></html>`,
  ].join('');
}
