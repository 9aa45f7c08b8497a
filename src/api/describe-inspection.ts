// How is an inspection told to people and to scripts: the JSON of design.md section 5, with reasons as sentences?
import { fillTemplate, type Language } from '../domain/errors.ts';
import type { Reason, Recognition } from '../domain/inspection.ts';
import { describeKind } from '../domain/kinds/kind-name.ts';
import type { ReadResult } from '../domain/reading.ts';
import { findingNames as findingNamesEn } from '../i18n/en/finding-names.ts';
import { identifierReasons as identifierReasonsEn } from '../i18n/en/identifier-reasons.ts';
import { kindReasons as kindReasonsEn } from '../i18n/en/kind-reasons.ts';
import { readProblems as readProblemsEn } from '../i18n/en/read-problems.ts';
import { warnings as warningsEn } from '../i18n/en/warnings.ts';
import { findingNames as findingNamesZh } from '../i18n/zh-CN/finding-names.ts';
import { identifierReasons as identifierReasonsZh } from '../i18n/zh-CN/identifier-reasons.ts';
import { kindReasons as kindReasonsZh } from '../i18n/zh-CN/kind-reasons.ts';
import { readProblems as readProblemsZh } from '../i18n/zh-CN/read-problems.ts';
import { warnings as warningsZh } from '../i18n/zh-CN/warnings.ts';
import { inspectRules } from './inspect-rules.ts';

export interface Inspected {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly read: ReadResult;
  readonly recognition: Recognition;
}

const CATALOGUES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { ...findingNamesEn, ...identifierReasonsEn, ...kindReasonsEn, ...readProblemsEn, ...warningsEn },
  'zh-CN': { ...findingNamesZh, ...identifierReasonsZh, ...kindReasonsZh, ...readProblemsZh, ...warningsZh },
};

/** A reason as a sentence in `language`; kinds and types of identifiers are named, not given by slug. */
export function describeReason(reason: Reason, language: Language): string {
  const template = CATALOGUES[language][reason.code];
  if (template === undefined) return reason.code;
  const params: Record<string, string | number> = { ...reason.params };
  for (const key of ['kind', 'slug', 'otherKind']) {
    const value = params[key];
    if (typeof value === 'string') params[key] = describeKind(value)[language === 'en' ? 'en' : 'zh'];
  }
  const { type } = params;
  if (typeof type === 'string') params['type'] = CATALOGUES[language][`id_${type}`] ?? type;
  return fillTemplate(template, params);
}

/** One file's inspection as plain data. */
export function describeInspection(inspected: Inspected, language: Language, todayOn: string) {
  const { read, recognition } = inspected;
  const say = (reason: Reason): string => describeReason(reason, language);
  const source =
    read.pages.find((page) => page.source !== 'xml')?.source ?? (read.pages.length > 0 ? 'plain' : 'none');
  const { width, height, durationSeconds, takenAt } = read.media;
  const { frameSeconds } = read.properties;
  return {
    path: inspected.path,
    sha256: inspected.sha256,
    bytes: inspected.sizeBytes,
    mediaType: read.mediaType,
    kind: {
      slug: recognition.kind.slug,
      name: describeKind(recognition.kind.slug)[language === 'en' ? 'en' : 'zh'],
      confidence: recognition.kind.confidence,
      reasons: recognition.kind.reasons.map(say),
      alternatives: recognition.kind.alternatives,
      ...(recognition.kind.parts === undefined ? {} : { parts: recognition.kind.parts }),
    },
    title: recognition.title,
    ...(recognition.documentDate === undefined ? {} : { date: recognition.documentDate }),
    ...(recognition.language === undefined ? {} : { language: recognition.language }),
    text: {
      source,
      characters: read.pages.reduce((sum, page) => sum + (page.source === 'xml' ? 0 : page.text.length), 0),
      pages: read.pageCount,
    },
    identifiers: recognition.identifiers.map((i) => ({
      type: i.type,
      value: i.value,
      ...(i.carrier === undefined ? {} : { carrier: i.carrier }),
      check: i.check,
      ...(i.page === undefined ? {} : { page: i.page }),
      source: i.source,
      confidence: i.confidence,
      reason: say(i.reason),
    })),
    dates: recognition.dates.map((d) => ({
      role: d.role,
      value: d.value,
      confidence: d.confidence,
      reason: say(d.reason),
    })),
    amounts: recognition.amounts.map((a) => ({
      role: a.role,
      value: a.value,
      ...(a.currency === undefined ? {} : { currency: a.currency }),
      confidence: a.confidence,
      reason: say(a.reason),
    })),
    parties: recognition.parties.map((p) => ({
      role: p.role,
      name: p.name,
      confidence: p.confidence,
      reason: say(p.reason),
    })),
    problems: recognition.problems,
    rules: inspectRules(inspected, language, todayOn),
    media: {
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
      ...(durationSeconds === undefined ? {} : { durationSeconds }),
      ...(takenAt === undefined ? {} : { takenAt }),
      ...(frameSeconds === undefined ? {} : { frames: frameSeconds.length }),
    },
    children: read.children.map((c) => ({ path: c.childPath, name: c.name, bytes: c.sizeBytes })),
    warnings: [
      ...read.problems.map((p) => ({
        code: p.code as string,
        message: say({ code: p.code }) + (p.detail === undefined ? '' : ` (${p.detail})`),
        problem: true,
      })),
      ...recognition.warnings.map((w) => ({ code: w.code, message: say(w), problem: false })),
    ],
  };
}
