// Does every reason that the rules can give have a text in Chinese and English, with the values that it names?
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { HistoryEvent } from '../../../src/domain/deadlines/case-history.ts';
import { computeDeadlines } from '../../../src/domain/deadlines/compute-deadlines.ts';
import { fillTemplate } from '../../../src/domain/errors.ts';
import { ANCHOR_KINDS } from '../../../src/domain/problems/deadline-rule.ts';
import { DEADLINE_RULES } from '../../../src/domain/problems/deadline-rules.ts';
import { checkFiling, MISFILE_RULES } from '../../../src/domain/problems/misfile-guard.ts';
import { deadlines as deadlinesEn } from '../../../src/i18n/en/deadlines.ts';
import { health as healthEn } from '../../../src/i18n/en/health.ts';
import { marketplaces as marketplacesEn } from '../../../src/i18n/en/marketplaces.ts';
import { problems as problemsEn } from '../../../src/i18n/en/problems.ts';
import { statements as statementsEn } from '../../../src/i18n/en/statements.ts';
import { deadlines as deadlinesZh } from '../../../src/i18n/zh-CN/deadlines.ts';
import { health as healthZh } from '../../../src/i18n/zh-CN/health.ts';
import { marketplaces as marketplacesZh } from '../../../src/i18n/zh-CN/marketplaces.ts';
import { problems as problemsZh } from '../../../src/i18n/zh-CN/problems.ts';
import { statements as statementsZh } from '../../../src/i18n/zh-CN/statements.ts';
import { shippedProblem } from '../../support/shipped-problem.ts';

type Catalogue = Readonly<Record<string, string>>;
const CATALOGUES: Readonly<Record<string, readonly [Catalogue, Catalogue]>> = {
  problems: [problemsZh, problemsEn],
  deadlines: [deadlinesZh, deadlinesEn],
  statements: [statementsZh, statementsEn],
  health: [healthZh, healthEn],
};

const HAN = /\p{Script=Han}/u;
const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((m) => (m[1] ?? '').replace(/(?:Zh|En)$/, '')).sort();

/** Codes that stand in the sources of an area: arguments of pass/fail/ask/warn/block, and `code:` of reasons. */
function findCodes(area: string): readonly string[] {
  const folder = join(import.meta.dirname, '../../../src/domain', area);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const codes = files.flatMap((name) => {
    const source = readFileSync(join(folder, name), 'utf8');
    return [
      ...source.matchAll(
        /(?:\b(?:pass|fail|ask|warn|block)\(\s*|\bcode:\s*|['"],\s*(?='misfile))'([a-z][A-Za-z]+)'/g,
      ),
    ].map((m) => m[1] ?? '');
  });
  return [...new Set(codes)];
}

describe('texts of reasons', () => {
  test.each(Object.keys(CATALOGUES))('%s: same keys, same values named, right language', (area) => {
    const [zh, en] = CATALOGUES[area] ?? [{}, {}];
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    for (const key of Object.keys(zh)) {
      expect(placeholders(zh[key] ?? ''), key).toEqual(placeholders(en[key] ?? ''));
      expect(HAN.test(en[key] ?? ''), key).toBe(false);
      expect(HAN.test(zh[key] ?? ''), key).toBe(true);
    }
  });

  test.each(Object.keys(CATALOGUES))('%s: every code of the sources has a text', (area) => {
    const codes = findCodes(area);
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => CATALOGUES[area]?.[0][code] === undefined)).toEqual([]);
  });

  test('traces and filing warnings fill every placeholder', () => {
    const history: HistoryEvent[] = ANCHOR_KINDS.filter((kind) => kind !== 'last_scan').map(
      (kind, index) => ({
        kind,
        atMs: Date.parse('2026-03-06T12:00:00Z') + index * 3_600_000,
        ...(kind === 'stated_deadline' ? { statedDate: '2026-04-01' } : {}),
      }),
    );
    const overrides = DEADLINE_RULES.map((rule) => ({ ruleId: rule.id, closesAtMs: 0, reason: 'x' }));
    const traces = ['US', 'DE', 'AE']
      .flatMap((place) => [
        ...computeDeadlines(history, DEADLINE_RULES, place, { overrides }),
        ...computeDeadlines(
          history.filter((e) => e.kind !== 'stated_deadline'),
          DEADLINE_RULES,
          place,
        ),
      ])
      .flatMap((window) => window.trace);
    const filing = MISFILE_RULES.flatMap((rule) =>
      rule.problems.flatMap((slug) => [
        ...(rule.wrongCategories ?? []).map((category) => checkFiling(shippedProblem(slug), { category })),
        ...(rule.wrongChannels ?? []).map((channel) => checkFiling(shippedProblem(slug), { channel })),
      ]),
    );
    expect(filing.every((warning) => warning !== undefined)).toBe(true);
    const filled = [
      ...traces.flatMap((reason) =>
        [deadlinesZh, deadlinesEn].map((catalogue: Catalogue) =>
          fillTemplate(catalogue[reason.code] ?? '{none}', reason.params ?? {}),
        ),
      ),
      ...filing.flatMap((warning) =>
        [problemsZh, problemsEn].map((catalogue: Catalogue) =>
          fillTemplate(catalogue[warning?.reason.code ?? ''] ?? '{none}', warning?.reason.params ?? {}),
        ),
      ),
    ];
    expect(filled.length).toBeGreaterThan(100);
    expect(filled.filter((text) => text.includes('{'))).toEqual([]);
  });

  test('marketplaces are named in both languages', () => {
    expect(marketplacesZh['US']).toBe('美国');
    expect(marketplacesEn['US']).toBe('United States');
  });
});
