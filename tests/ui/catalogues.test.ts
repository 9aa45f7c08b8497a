// Is every text of the page there, in both languages and with the same places to fill in?
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const LANGUAGES = ['zh-CN', 'en'] as const;

async function loadCatalogues(language: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const folder = join(ROOT, 'src', 'i18n', language);
  for (const name of readdirSync(folder).filter((file) => file.startsWith('ui'))) {
    const module = (await import(join(folder, name))) as Record<string, Record<string, string>>;
    for (const [area, entries] of Object.entries(module))
      for (const [key, text] of Object.entries(entries)) texts.set(`${area}.${key}`, text);
  }
  return texts;
}

const catalogues = new Map(
  await Promise.all(LANGUAGES.map(async (language) => [language, await loadCatalogues(language)] as const)),
);
const zh = catalogues.get('zh-CN') ?? new Map<string, string>();
const en = catalogues.get('en') ?? new Map<string, string>();

describe('texts of the page', () => {
  it('exist in both languages', () => {
    expect([...zh.keys()].filter((key) => !en.has(key))).toEqual([]);
    expect([...en.keys()].filter((key) => !zh.has(key))).toEqual([]);
    expect(zh.size).toBeGreaterThan(200);
  });

  it('have the same places to fill in', () => {
    const places = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    const different = [...zh].filter(
      ([key, text]) => places(text).join() !== places(en.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('are there for every literal use in a component', () => {
    const missing: string[] = [];
    for (const entry of readdirSync(join(ROOT, 'src', 'ui'), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const source = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      for (const [, key] of source.matchAll(/'(ui[A-Za-z]*\.\w+)'/g))
        if (key !== undefined && !zh.has(key)) missing.push(`${entry.name}: ${key}`);
    }
    expect(missing).toEqual([]);
  });
});
