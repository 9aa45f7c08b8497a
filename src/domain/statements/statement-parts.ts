// How are facts, timeline, request and exhibits put into sentences?
import { formatMoment } from '../deadlines/moment-text.ts';
import { endOfDayMs, startOfDayMs } from '../deadlines/zoned-day.ts';
import { findMarketplace } from '../marketplaces/marketplaces.ts';
import type { Bilingual, ProblemType } from '../problems/problem-type.ts';
import { GROUP_REQUESTS, REQUESTS } from './default-requests.ts';
import { EXHIBIT_PURPOSES, GENERAL_PURPOSE } from './exhibit-purposes.ts';
import type { Section } from './section.ts';
import { bothSides, gap, HEADINGS } from './section.ts';
import type { StatementExhibit, StatementInput, TimelineEntry } from './statement-input.ts';

/** Identifier types that help a reviewer; the others stay in the index of the pack. */
const PRINTED_IDENTIFIERS: Readonly<Record<string, Bilingual>> = {
  order_id: { zh: '订单', en: 'order' },
  asin: { zh: 'ASIN', en: 'ASIN' },
  tracking_number: { zh: '追踪编码', en: 'tracking' },
  fba_shipment_id: { zh: '货件', en: 'shipment' },
  invoice_no: { zh: '发票号', en: 'invoice no.' },
  fapiao_digital_no: { zh: '发票号码', en: 'fapiao no.' },
  fapiao_no: { zh: '发票号码', en: 'fapiao no.' },
  report_no: { zh: '报告编号', en: 'report no.' },
  contract_no: { zh: '合同号', en: 'contract no.' },
  trademark_no: { zh: '商标号', en: 'trademark no.' },
  fnsku: { zh: 'FNSKU', en: 'FNSKU' },
  lpn: { zh: 'LPN', en: 'LPN' },
};

export function nameMarketplace(code: string): Bilingual {
  const place = findMarketplace(code);
  return place === undefined ? { zh: code, en: code } : { zh: place.domain, en: place.domain };
}

function listIds(zh: string, one: string, many: string, values: readonly string[]): readonly Bilingual[] {
  if (values.length === 0) return [];
  const joined = values.join(', ');
  return [{ zh: `${zh}：${values.join('、')}`, en: `${values.length === 1 ? one : many}: ${joined}` }];
}

/** Case ID, complaint ID, orders, ASINs and shipments of the case, one line each. */
export function listFacts(input: StatementInput): readonly Bilingual[] {
  return [
    ...(input.caseId === undefined
      ? []
      : [{ zh: `问题编号：${input.caseId}`, en: `Case ID: ${input.caseId}` }]),
    ...(input.complaintId === undefined
      ? []
      : [{ zh: `投诉编号：${input.complaintId}`, en: `Complaint ID: ${input.complaintId}` }]),
    ...listIds(
      '订单',
      'Order',
      'Orders',
      (input.orders ?? []).map((o) => o.orderId),
    ),
    ...listIds('ASIN', 'ASIN', 'ASINs', input.asins ?? []),
    ...listIds('货件', 'Shipment', 'Shipments', input.shipments ?? []),
  ];
}

export function introduce(input: StatementInput, problem: ProblemType): Bilingual {
  const place = nameMarketplace(input.marketplace);
  const { legalName, store } = input.account;
  // A store that carries the company's name is named once.
  const who =
    legalName.en === store || legalName.zh === store
      ? { zh: `我们是${store}，站点 ${place.zh}。`, en: `We sell as "${store}" on ${place.en}.` }
      : {
          zh: `我们是${legalName.zh}，店铺“${store}”，站点 ${place.zh}。`,
          en: `We are ${legalName.en} and sell as "${store}" on ${place.en}.`,
        };
  const zh = `${who.zh}问题类型：${problem.name.zh}。`;
  const en = `${who.en} This message is about: ${problem.name.en}.`;
  if (input.notifiedOn === undefined) return { zh, en };
  return {
    zh: `${zh}我们于 ${input.notifiedOn} 收到通知。`,
    en: `${en} We received your notification on ${input.notifiedOn}.`,
  };
}

function entryOrderMs(entry: TimelineEntry, zone: string): number {
  return entry.atMs ?? (entry.date === undefined ? Number.POSITIVE_INFINITY : startOfDayMs(entry.date, zone));
}

/** Dated facts, newest last, in marketplace time; two entries of one moment keep their order. */
export function writeTimeline(input: StatementInput): Section {
  const zone = findMarketplace(input.marketplace)?.zone ?? 'UTC';
  const given = (input.timeline ?? []).filter(
    (entry) => entry.atMs !== undefined || entry.date !== undefined,
  );
  const notified: TimelineEntry[] =
    input.notifiedOn === undefined || given.some((entry) => mentionsDay(entry, input.notifiedOn ?? '', zone))
      ? []
      : [
          {
            date: input.notifiedOn,
            text: { en: 'Notification from Amazon received.', zh: '收到亚马逊通知。' },
          },
        ];
  const entries = [...notified, ...given].sort((a, b) => entryOrderMs(a, zone) - entryOrderMs(b, zone));
  if (entries.length === 0) {
    return { heading: HEADINGS.timeline, lines: [gap('至少一条带日期的事实', 'at least one dated fact')] };
  }
  return {
    heading: HEADINGS.timeline,
    lines: entries.map((entry) => {
      const text = bothSides(entry.text);
      const seen =
        entry.exhibits === undefined || entry.exhibits.length === 0 ? '' : ` (${entry.exhibits.join(', ')})`;
      const at = (language: 'zh-CN' | 'en'): string =>
        entry.atMs === undefined ? (entry.date ?? '') : formatMoment(entry.atMs, zone, language);
      return { zh: `${at('zh-CN')}：${text.zh}${seen}`, en: `${at('en')}: ${text.en}${seen}` };
    }),
  };
}

function mentionsDay(entry: TimelineEntry, day: string, zone: string): boolean {
  if (entry.atMs === undefined) return entry.date === day;
  return entry.atMs >= startOfDayMs(day, zone) && entry.atMs <= endOfDayMs(day, zone);
}

export function writeRequest(input: StatementInput, problem: ProblemType): Section {
  const line =
    input.request === undefined || input.request.en.trim() === ''
      ? (REQUESTS[problem.slug] ?? GROUP_REQUESTS[problem.group])
      : bothSides(input.request);
  return { heading: HEADINGS.request, lines: [line] };
}

/** "1. E01 Supplier invoice (2026-01-12, invoice no. 123): shows the purchase of the goods from the supplier". */
export function describeExhibit(exhibit: StatementExhibit, number: number): Bilingual {
  const purpose =
    exhibit.proves === undefined
      ? (EXHIBIT_PURPOSES[exhibit.kindSlug] ?? GENERAL_PURPOSE)
      : bothSides(exhibit.proves);
  const details = (side: 'zh' | 'en'): string => {
    const ids = (exhibit.identifiers ?? [])
      .flatMap((i) => {
        const label = PRINTED_IDENTIFIERS[i.type];
        return label === undefined ? [] : [`${label[side]} ${i.value}`];
      })
      .slice(0, 3);
    const parts = [...(exhibit.documentDate === undefined ? [] : [exhibit.documentDate]), ...ids];
    if (parts.length === 0) return '';
    return side === 'zh' ? `（${parts.join('，')}）` : ` (${parts.join(', ')})`;
  };
  return {
    zh: `${number}. ${exhibit.label} ${exhibit.kindName.zh}${details('zh')}：${purpose.zh}`,
    en: `${number}. ${exhibit.label} ${exhibit.kindName.en}${details('en')}: ${purpose.en}`,
  };
}

export function writeAttachments(input: StatementInput, heading: Bilingual = HEADINGS.attachments): Section {
  if (input.exhibits.length === 0)
    return { heading, lines: [gap('至少一份附件', 'at least one attachment')] };
  return { heading, lines: input.exhibits.map((exhibit, index) => describeExhibit(exhibit, index + 1)) };
}

export function signOff(input: StatementInput): Section {
  const { legalName, store } = input.account;
  const sign = (name: string, open: string, close: string): string =>
    name === store ? name : `${name}${open}${store}${close}`;
  return { lines: [{ zh: sign(legalName.zh, '（', '）'), en: sign(legalName.en, ' (', ')') }] };
}
