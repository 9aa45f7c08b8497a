// Is the rule data complete, sourced and free of dangling references?
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { DEFAULT_HOLIDAYS } from '../../../src/domain/deadlines/holidays.ts';
import { SUPPORT_CALENDARS } from '../../../src/domain/deadlines/support-hours.ts';
import { isIsoDate } from '../../../src/domain/deadlines/zoned-day.ts';
import { HEALTH_THRESHOLDS } from '../../../src/domain/health/health-thresholds.ts';
import { DOCUMENT_KINDS } from '../../../src/domain/kinds/document-kinds.ts';
import { findMarketplace, MARKETPLACES } from '../../../src/domain/marketplaces/marketplaces.ts';
import { ACCEPTANCE_RULES } from '../../../src/domain/problems/acceptance-rules.ts';
import {
  ATTACHMENT_PROFILES,
  PROFILE_BY_SLUG,
  profileForChannel,
} from '../../../src/domain/problems/attachment-profiles.ts';
import { CATEGORIES } from '../../../src/domain/problems/categories.ts';
import { CHANNELS } from '../../../src/domain/problems/channels.ts';
import { ANCHOR_KINDS } from '../../../src/domain/problems/deadline-rule.ts';
import { DEADLINE_RULES } from '../../../src/domain/problems/deadline-rules.ts';
import { CHECKED_RULE_IDS } from '../../../src/domain/problems/evaluate-rule.ts';
import { HOW_TO_GET } from '../../../src/domain/problems/how-to-get.ts';
import { MISFILE_RULES } from '../../../src/domain/problems/misfile-guard.ts';
import { PROBLEM_BY_SLUG, PROBLEM_TYPES, QUICK_CREATE } from '../../../src/domain/problems/problem-types.ts';
import { expandRuleRefs, RULE_FAMILY_SIZES } from '../../../src/domain/problems/rule-expansion.ts';
import { describeSource } from '../../../src/domain/problems/sources.ts';
import { REQUESTS } from '../../../src/domain/statements/default-requests.ts';
import { EXHIBIT_PURPOSES } from '../../../src/domain/statements/exhibit-purposes.ts';
import type { AttachmentProfile as PackProfile } from '../../../src/engine/packs/pack-plan.ts';

const HAN = /\p{Script=Han}/u;
const bilingual = z.object({
  zh: z.string().regex(HAN),
  en: z
    .string()
    .min(2)
    .refine((text) => !HAN.test(text), 'Chinese in the English text'),
});
const sourced = z.object({
  sources: z.array(z.string().regex(/^(?:[ABC]\d{1,2}|D\d{1,2}|S[12]|K)$/)).min(1),
  verifiedOn: z.union([z.null(), z.string().refine(isIsoDate)]),
  confidence: z.enum(['high', 'medium', 'low']),
});
const KINDS = new Set<string>(DOCUMENT_KINDS.map((k) => k.slug));
const kind = z.string().refine((slug) => KINDS.has(slug), 'unknown document kind');
const channel = z.string().refine((slug) => CHANNELS.some((c) => c.slug === slug), 'unknown channel');
const category = z.string().refine((slug) => CATEGORIES.some((c) => c.slug === slug), 'unknown category');
const ruleId = z.string().refine((id) => ACCEPTANCE_RULES.some((r) => r.id === id), 'unknown rule');
const places = z.union([
  z.literal('all'),
  z.array(z.string().refine((code) => findMarketplace(code)?.code === code)).min(1),
]);
const span = z.object({
  amount: z.number().int().min(0),
  unit: z.enum(['hour', 'day', 'business_day', 'month', 'year', 'calendar_year_end']),
});

const deadline = sourced
  .extend({
    id: z.string(),
    problem: z.string().refine((slug) => PROBLEM_BY_SLUG.has(slug)),
    anchors: z.array(z.enum(ANCHOR_KINDS)).min(1),
    earliest: span.optional(),
    latest: span.optional(),
    marketplaces: places,
    asStated: z.boolean(),
    effectiveFrom: z.string().refine(isIsoDate).optional(),
    effectiveUntil: z.string().refine(isIsoDate).optional(),
    note: bilingual.optional(),
  })
  .refine(
    (rule) => rule.asStated || rule.earliest !== undefined || rule.latest !== undefined,
    'a rule without any date',
  );

const problem = sourced.extend({
  slug: z.string().regex(/^(?:acct|lst|ip|ord|clm|fba|pay|ver|tec)-[a-z-]+$/),
  name: bilingual,
  category,
  channels: z.array(channel).min(1),
  severity: z.enum(['critical', 'urgent', 'normal']),
  requiredKinds: z.array(kind),
  recommendedKinds: z.array(kind),
  alternatives: z.record(kind, z.array(kind)).optional(),
  rules: z.array(ruleId),
  pitfalls: z.array(bilingual).min(1),
  path: bilingual,
  usualAnswer: z
    .object({ hours: z.number().optional(), businessDays: z.tuple([z.number(), z.number()]).optional() })
    .refine((a) => a.hours !== undefined || a.businessDays !== undefined),
});

function expectValid(
  schema: z.ZodType,
  rows: readonly { readonly [key: string]: unknown }[] | readonly object[],
  name: (row: never) => string,
): void {
  for (const row of rows) {
    const result = schema.safeParse(row);
    expect(result.success ? [] : result.error.issues, name(row as never)).toEqual([]);
  }
}

describe('problem types', () => {
  test('all 69 of domain.md, each with names, routing, kinds, rules and sources that exist', () => {
    expect(PROBLEM_TYPES).toHaveLength(69);
    expect(PROBLEM_BY_SLUG.size).toBe(69);
    expectValid(problem, PROBLEM_TYPES, (row: { slug: string }) => row.slug);
    const groups = ['acct', 'lst', 'ip', 'ord', 'clm', 'fba', 'pay', 'ver', 'tec'].map(
      (g) => PROBLEM_TYPES.filter((p) => p.group === g).length,
    );
    expect(groups).toEqual([10, 12, 7, 6, 8, 11, 5, 7, 3]);
    for (const type of PROBLEM_TYPES) {
      expect(type.slug.startsWith(type.group), type.slug).toBe(true);
      expect(new Set([...type.requiredKinds, ...type.recommendedKinds]).size, type.slug).toBe(
        type.requiredKinds.length + type.recommendedKinds.length,
      );
      for (const required of Object.keys(type.alternatives ?? {}))
        expect(type.requiredKinds, type.slug).toContain(required);
      expect(type.path.zh + type.path.en).not.toContain('{category}');
    }
  });

  test('every source tag names the page, post or paper that stands behind it', () => {
    const sourced = [...PROBLEM_TYPES, ...DEADLINE_RULES, ...CHANNELS, ...CATEGORIES, ...MISFILE_RULES];
    for (const tag of new Set(sourced.flatMap((row) => row.sources))) {
      const { zh, en } = describeSource(tag);
      expect(en, tag).not.toBe(tag);
      expect(zh.length, tag).toBeGreaterThan(3);
    }
    expect(describeSource('my notice of 2026-11-16').en).toBe('my notice of 2026-11-16');
  });

  test('rule references expand to ids; situational rules only where they are named', () => {
    expect(expandRuleRefs(['INV'])).toEqual([
      'INV-01',
      'INV-02',
      'INV-03',
      'INV-04',
      'INV-05',
      'INV-06',
      'INV-07',
      'INV-08',
      'INV-09',
      'INV-10',
      'INV-11',
      'INV-14',
      'INV-15',
    ]);
    expect(PROBLEM_BY_SLUG.get('lst-inauthentic')?.rules).toHaveLength(15);
    expect(PROBLEM_BY_SLUG.get('fba-inbound-missing')?.rules).toEqual(['INV-11', 'INV-12']);
    expect(PROBLEM_BY_SLUG.get('ord-invalid-tracking')?.rules).toHaveLength(12);
    expect(PROBLEM_BY_SLUG.get('lst-category-approval')?.rules[0]).toBe('INV-13');
  });

  test('the five quick buttons of the seed lead somewhere', () => {
    expect(QUICK_CREATE).toHaveLength(5);
    for (const button of QUICK_CREATE) expect(button.problems.length).toBeGreaterThan(0);
  });

  test('a missing document always comes with what to get and from whom', () => {
    const named = new Set(PROBLEM_TYPES.flatMap((p) => [...p.requiredKinds, ...p.recommendedKinds]));
    expect([...named].filter((slug) => HOW_TO_GET[slug] === undefined)).toEqual([]);
    for (const [slug, text] of Object.entries(HOW_TO_GET)) {
      expect(KINDS.has(slug), slug).toBe(true);
      expect(bilingual.safeParse(text).success, slug).toBe(true);
    }
  });
});

describe('tables', () => {
  test('deadline rows are well formed, and their ids are unique', () => {
    expectValid(deadline, DEADLINE_RULES, (row: { id: string }) => row.id);
    expect(new Set(DEADLINE_RULES.map((r) => r.id)).size).toBe(DEADLINE_RULES.length);
    for (const rule of DEADLINE_RULES) expect(rule.id.startsWith(`${rule.problem}/`), rule.id).toBe(true);
  });

  test('every problem whose date must be read from the notice says so', () => {
    for (const slug of [
      'acct-deactivated-policy',
      'lst-inauthentic',
      'ip-trademark',
      'ord-odr',
      'ver-address',
      'fba-inbound-missing',
      'lst-epr-gpsr',
    ]) {
      expect(PROBLEM_BY_SLUG.get(slug)?.deadlineAsStated, slug).toBe(true);
    }
    for (const slug of ['tec-other', 'clm-chargeback', 'fba-lost-warehouse', 'lst-gtin']) {
      expect(PROBLEM_BY_SLUG.get(slug)?.deadlineAsStated, slug).toBe(false);
    }
  });

  test('acceptance rules: every family complete, sourced, in both languages', () => {
    const expected = Object.entries(RULE_FAMILY_SIZES).flatMap(([family, size]) =>
      Array.from({ length: size }, (_, i) => `${family}-${String(i + 1).padStart(2, '0')}`),
    );
    expect(ACCEPTANCE_RULES.map((r) => r.id)).toEqual(expected);
    expectValid(
      sourced.extend({ id: z.string(), text: bilingual, kinds: z.array(kind).min(1) }),
      ACCEPTANCE_RULES,
      (row: { id: string }) => row.id,
    );
    const automatic = ACCEPTANCE_RULES.filter((r) => r.check === 'auto').map((r) => r.id);
    expect(automatic.filter((id) => !CHECKED_RULE_IDS.includes(id))).toEqual([]);
  });

  test('channels, categories, holidays, calendars, thresholds and guards are sourced', () => {
    expect(CHANNELS).toHaveLength(18);
    expectValid(
      sourced.extend({ name: bilingual, purpose: bilingual, path: bilingual }),
      CHANNELS,
      (row: { slug: string }) => row.slug,
    );
    expectValid(sourced.extend({ name: bilingual }), CATEGORIES, (row: { slug: string }) => row.slug);
    expectValid(sourced, [...SUPPORT_CALENDARS, ...HEALTH_THRESHOLDS, ...MISFILE_RULES], () => 'row');
    for (const holiday of DEFAULT_HOLIDAYS) {
      expect(sourced.extend({ name: bilingual }).safeParse(holiday).success, holiday.from).toBe(true);
      expect(isIsoDate(holiday.from) && isIsoDate(holiday.to) && holiday.from <= holiday.to).toBe(true);
    }
    for (const rule of MISFILE_RULES)
      for (const slug of rule.problems) expect(PROBLEM_BY_SLUG.has(slug), slug).toBe(true);
    for (const slug of Object.keys(REQUESTS)) expect(PROBLEM_BY_SLUG.has(slug), slug).toBe(true);
    for (const slug of Object.keys(EXHIBIT_PURPOSES)) expect(KINDS.has(slug), slug).toBe(true);
  });

  test('attachment profiles: the pack builder can use them, every channel has one', () => {
    const forPack: readonly PackProfile[] = ATTACHMENT_PROFILES;
    expect(forPack).toHaveLength(12);
    expectValid(
      sourced.extend({
        name: bilingual,
        note: bilingual,
        extensions: z.array(z.string().regex(/^[a-z]{2,5}$/)),
      }),
      ATTACHMENT_PROFILES,
      (row: { slug: string }) => row.slug,
    );
    for (const { slug, attachmentProfile } of CHANNELS) {
      if (attachmentProfile !== null) expect(PROFILE_BY_SLUG.has(attachmentProfile), slug).toBe(true);
      expect(profileForChannel(slug).extensions.length === 0, slug).toBe(attachmentProfile === null);
    }
    expect(profileForChannel('ip_appeal').extensions).not.toContain('pdf');
    expect(profileForChannel('atoz', 'response').extensions).toEqual([]);
    for (const p of ATTACHMENT_PROFILES) expect(p.extensions, 'no channel accepts ZIP').not.toContain('zip');
  });
});

describe('marketplaces', () => {
  test('23 stores with unique ids, real zones and currencies', () => {
    expect(MARKETPLACES).toHaveLength(23);
    expect(new Set(MARKETPLACES.map((m) => m.id)).size).toBe(23);
    for (const place of MARKETPLACES) {
      expect(place.id).toMatch(/^A[0-9A-Z]{11,14}$/);
      expect(Intl.supportedValuesOf('currency')).toContain(place.currency);
      expect(() => new Intl.DateTimeFormat('en', { timeZone: place.zone })).not.toThrow();
    }
  });

  test('a marketplace is found by code, id, domain or Seller Central address', () => {
    expect(
      [
        'us',
        'GB',
        'A1PA6795UKMFR9',
        'www.amazon.co.jp',
        'https://sellercentral.amazon.ca/home',
        'nowhere',
      ].map((t) => findMarketplace(t)?.code),
    ).toEqual(['US', 'UK', 'DE', 'JP', 'CA', undefined]);
  });
});
