// How do the parts of a case text become plain text in both languages?
import type { Bilingual } from '../problems/problem-type.ts';
import type { AuthoredText } from './statement-input.ts';

export interface Section {
  /** Without heading: an opening paragraph. */
  readonly heading?: Bilingual;
  readonly lines: readonly Bilingual[];
}

/** Both sides of an authored text; the Chinese side falls back to the English one. */
export function bothSides(text: AuthoredText): Bilingual {
  return { en: text.en.trim(), zh: (text.zh ?? text.en).trim() };
}

/** A gap that the author must fill; lint refuses texts that still hold one. */
export function gap(zh: string, en: string): Bilingual {
  return { zh: `【待填写：${zh}】`, en: `[TO FILL IN: ${en}]` };
}

/** Gaps still in a text. */
export function findGaps(text: string): readonly string[] {
  return [...text.matchAll(/\[TO FILL IN: ([^\]]*)\]|【待填写：([^】]*)】/g)].map((m) => m[1] ?? m[2] ?? '');
}

export function joinSections(sections: readonly Section[], side: 'zh' | 'en'): string {
  return sections
    .filter((section) => section.lines.length > 0)
    .map((section) => {
      const lines = section.lines.map((line) => line[side]);
      return section.heading === undefined
        ? lines.join('\n')
        : [`${section.heading[side]}`, ...lines].join('\n');
    })
    .join('\n\n');
}

export const HEADINGS = {
  background: { zh: '问题背景', en: 'BACKGROUND' },
  timeline: { zh: '时间线', en: 'TIMELINE' },
  request: { zh: '诉求', en: 'REQUEST' },
  attachments: { zh: '附件清单', en: 'ATTACHMENTS' },
  error: { zh: '错误代码', en: 'ERROR CODE' },
  steps: { zh: '复现步骤', en: 'STEPS TO REPRODUCE' },
  rootCause: { zh: '根本原因', en: 'ROOT CAUSE' },
  corrective: { zh: '已采取的纠正措施', en: 'CORRECTIVE ACTIONS TAKEN' },
  preventive: { zh: '预防措施', en: 'PREVENTIVE MEASURES' },
  evidence: { zh: '证据清单', en: 'EVIDENCE' },
  explanation: { zh: '情况说明', en: 'EXPLANATION' },
  delivery: { zh: '发货与送达', en: 'SHIPMENT AND DELIVERY' },
} as const satisfies Record<string, Bilingual>;
