// Does every text exist in both languages with the same gaps to fill, and does the page ask only for texts that exist?

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CASE_STATUSES } from '../../src/domain/problems/case-status.ts';

const SRC = join(import.meta.dirname, '..', '..', 'src');

async function readAreas(language: 'zh-CN' | 'en'): Promise<Map<string, Readonly<Record<string, string>>>> {
  const areas = new Map<string, Readonly<Record<string, string>>>();
  const dir = join(SRC, 'i18n', language);
  for (const file of readdirSync(dir).filter((name) => name.endsWith('.ts'))) {
    // Its keys are the English texts of the commands themselves: tests/cli/help.test.ts compares the two.
    if (file === 'cli-help.ts') continue;
    const module = (await import(pathToFileURL(join(dir, file)).href)) as Record<
      string,
      Record<string, string>
    >;
    for (const [area, texts] of Object.entries(module)) {
      if (typeof texts === 'object') areas.set(area, texts);
    }
  }
  return areas;
}

const zh = await readAreas('zh-CN');
const en = await readAreas('en');

/** A language may name things in its own words ({unitZh}, {unitEn}); apart from that the gaps are the same. */
function placeholdersOf(text: string): string[] {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map((match) => (match[1] ?? '').replace(/(Zh|En)$/, ''));
  return [...new Set(names)].sort();
}

describe('catalogues', () => {
  it('have the same areas in both languages', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
    expect(zh.size).toBeGreaterThan(15);
  });

  it.each([...en.keys()].sort())('%s has the same keys and placeholders in both languages', (area) => {
    const chinese = zh.get(area) ?? {};
    const english = en.get(area) ?? {};
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
    const different = Object.keys(english).filter(
      (key) => placeholdersOf(chinese[key] ?? '').join() !== placeholdersOf(english[key] ?? '').join(),
    );
    expect(different.map((key) => `${chinese[key]} | ${english[key]}`)).toEqual([]);
    expect(Object.keys(english).filter((key) => english[key] === '' || chinese[key] === '')).toEqual([]);
  });

  it('hold every text that the page asks for by name', () => {
    const missing: string[] = [];
    let asked = 0;
    for (const file of readdirSync(join(SRC, 'ui'), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file)) continue;
      const source = readFileSync(join(SRC, 'ui', file), 'utf8');
      for (const [, name] of source.matchAll(/['"`]([a-z][A-Za-z]*\.[a-zA-Z][\w.]*)['"`]/g)) {
        const [area, ...rest] = (name ?? '').split('.');
        const texts = en.get(area ?? '');
        // Only areas of the catalogue; file names and other dotted words are none.
        if (texts === undefined || /\.(ts|tsx|css)$/.test(name ?? '')) continue;
        asked += 1;
        if (texts[rest.join('.')] === undefined) missing.push(`${file}: ${name}`);
      }
    }
    expect(missing).toEqual([]);
    expect(asked).toBeGreaterThan(200);
  });

  it('hold every text that the page puts together from a list', () => {
    const families: readonly (readonly [string, readonly string[]])[] = [
      ['uiCases.status_', CASE_STATUSES],
      [
        'uiCases.tab_',
        ['checklist', 'exhibits', 'timeline', 'statement', 'deadlines', 'packs', 'submissions'],
      ],
      ['uiArchive.job_', ['queued', 'running', 'done', 'failed', 'cancelled', 'interrupted']],
      ['uiPacks.variant_', ['amazon', 'consultant', 'internal']],
    ];
    for (const [prefix, names] of families) {
      const [area = '', start = ''] = prefix.split('.');
      for (const name of names) expect(en.get(area)?.[start + name], prefix + name).toBeTypeOf('string');
    }
  });
});
