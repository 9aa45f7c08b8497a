// How are the numbers of Chinese papers (fapiao, credit code, identity card, customs declaration) found (domain.md 3.4)?
import { checkCnId, checkUscc } from './check-digits.ts';
import type { LabelRule } from './label-rule.ts';
import type { Finder, Hit } from './scan.ts';
import { hasLabelNear } from './scan.ts';

const USCC_LABEL =
  /信用代码|纳税人识别号|税号|注册号|USCC|UNIFIED SOCIAL|CREDIT CODE|FTIN|REGISTRATION N|LICEN[CS]E N|TAX ID/i;
const ID_LABEL = /身份证|身份号码|证件号|ID ?CARD|IDENTITY/i;
const CUSTOMS_LABEL = /海关编号|报关单|预录入|CUSTOMS DECL|DECLARATION N/i;

/** Registration authorities that begin credit codes: 1 机构编制, 5 民政, 9 工商, A N Y others (GB 32100-2015). */
const USCC_START = /^(?:1[1-39]|2[19]|3[1-5]|4[19]|5[1-39]|6[129]|7[129]|8[19]|9[1-3]|A[19]|N[1-39]|Y1)/;

/**
 * The 18-character tie-break of domain.md 3.6: label first, then credit code check, identity check with birth date,
 * declaration shape. Nothing passes → nothing is said.
 */
export const findEighteen: Finder = (scan) => {
  const hits: Hit[] = [];
  const pattern =
    /(?<![A-Z0-9])(?:[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}[0-9A-HJ-NPQRTUWXY])(?![A-Z0-9])/g;
  for (const match of scan.masked.matchAll(pattern)) {
    const value = match[0];
    const start = match.index;
    const end = start + value.length;
    const hit = judgeEighteen(
      value,
      hasLabelNear(scan, start, end, USCC_LABEL),
      hasLabelNear(scan, start, end, ID_LABEL),
      hasLabelNear(scan, start, end, CUSTOMS_LABEL),
    );
    if (hit !== undefined) hits.push({ ...hit, value, start, end });
  }
  return hits;
};

function judgeEighteen(
  value: string,
  usccLabel: boolean,
  idLabel: boolean,
  customsLabel: boolean,
): Omit<Hit, 'value' | 'start' | 'end'> | undefined {
  const isId = /^[1-9]\d{16}[\dX]$/.test(value);
  const isCustoms = /^\d{4}20\d{2}[01]\d{9}$/.test(value);
  const usccValid = checkUscc(value);
  if (isId && checkCnId(value) && (idLabel || !usccLabel)) {
    return {
      type: 'cn_id',
      check: 'valid',
      confidence: idLabel ? 0.99 : 0.9,
      reason: { code: 'idCardCheck' },
    };
  }
  if (isCustoms && customsLabel && !(usccLabel && usccValid)) {
    return {
      type: 'customs_declaration_no',
      check: 'no_check',
      confidence: 0.96,
      reason: { code: 'labelledShape' },
    };
  }
  if (usccValid && (usccLabel || USCC_START.test(value))) {
    return {
      type: 'uscc',
      check: 'valid',
      confidence: usccLabel ? 0.99 : 0.95,
      reason: { code: 'checkDigitValid' },
    };
  }
  if (idLabel && isId)
    return { type: 'cn_id', check: 'fails_check', confidence: 0.5, reason: { code: 'checkDigitWrong' } };
  if (usccLabel)
    return { type: 'uscc', check: 'fails_check', confidence: 0.5, reason: { code: 'checkDigitWrong' } };
  if (isCustoms && !idLabel) {
    return {
      type: 'customs_declaration_no',
      check: 'no_check',
      confidence: 0.6,
      reason: { code: 'customsShape' },
    };
  }
  return undefined;
}

const DATE_8 = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const DIGITAL_NUMBER = /^(?:2[1-9]|3\d)\d{18}$/;

export const CHINESE_LABELS: readonly LabelRule[] = [
  {
    type: 'fapiao_digital_no',
    label: /(?:电子)?发票号码|数电票号码?|全电发票号码|发票号(?!码)|(?<!税)(?<!账)号码/g,
    value: /(?<value>(?:2[1-9]|3\d)\d{18})(?!\d)/y,
    confidence: 0.98,
    reason: 'labelledShape',
  },
  {
    type: 'fapiao_code',
    label: /发票代码/g,
    value: /(?<value>\d{12}|\d{10})(?!\d)/y,
    confidence: 0.97,
    reason: 'labelledShape',
  },
  {
    type: 'fapiao_no',
    label: /发票号码/g,
    value: /(?<value>\d{8})(?!\d)/y,
    judge: (value, scan) => (DATE_8.test(value) && !scan.upper.includes('发票代码') ? undefined : 'no_check'),
    confidence: 0.95,
    reason: 'labelledShape',
  },
  {
    type: 'customs_declaration_no',
    label: /海关编号|报关单(?:编号|号码?)/g,
    value: /(?<value>\d{4}20\d{2}[01]\d{9})(?!\d)/y,
    confidence: 0.97,
    reason: 'labelledShape',
  },
];

interface Found {
  readonly 0: string;
  readonly index?: number | undefined;
}

const PAPER_HEAD =
  /(?<![\dA-Z.])(?<code>\d{10}|\d{12})[ \t]+[\u4e00-\u9fff]{0,6}增值税(?:电子)?(?:专用|普通)发票(?:[ \t（(]*[\u4e00-\u9fff]{1,4}联?[)）]?)?[ \t]+(?:N[O0o][.:：]?|№)[ \t]*(?<no>\d{8})(?![\dA-Z])/;

/**
 * Fapiao whose text layer lists labels and values apart: the numbers are told by their shape alone, and only on a
 * page that calls itself 发票.
 */
export const findUnlabelledFapiao: Finder = (scan) => {
  if (!/发票|DZFP|FAPIAO/.test(scan.upper)) return [];
  const hits: Hit[] = [];
  const found = (type: Hit['type'], match: Found, confidence: number): void => {
    const start = match.index ?? 0;
    hits.push({
      type,
      value: match[0],
      start,
      end: start + match[0].length,
      check: 'no_check',
      confidence,
      reason: { code: 'fapiaoShape' },
    });
  };
  for (const match of scan.masked.matchAll(/(?<![\dA-Z])(?:2[1-9]|3\d)\d{18}(?![\dA-Z])/g)) {
    if (
      DIGITAL_NUMBER.test(match[0]) &&
      !/(?:校验码|流水号|账号|卡号)\D{0,12}$/.test(
        scan.upper.slice(Math.max(0, match.index - 20), match.index),
      )
    ) {
      found('fapiao_digital_no', match, 0.88);
    }
  }
  // The head of a paper fapiao: code, title, "No" and number on one line, without any label.
  const head = PAPER_HEAD.exec(scan.masked);
  if (head?.groups !== undefined) {
    const { code = '', no = '' } = head.groups;
    found('fapiao_code', { 0: code, index: head.index }, 0.92);
    found('fapiao_no', { 0: no, index: head.index + head[0].length - no.length }, 0.92);
    return hits;
  }
  if (!/发票代码/.test(scan.upper) || hits.length > 0) return hits;
  const codes = [...scan.masked.matchAll(/(?<![\dA-Z.])0\d{11}(?![\dA-Z.])/g)];
  const numbers = [...scan.masked.matchAll(/(?<![\dA-Z.-])\d{8}(?![\dA-Z.-])/g)].filter(
    (match) => !DATE_8.test(match[0]),
  );
  if (codes.length === 1 && codes[0] !== undefined) found('fapiao_code', codes[0], 0.75);
  if (numbers.length === 1 && numbers[0] !== undefined) found('fapiao_no', numbers[0], 0.7);
  return hits;
};

/** Lines of goods on a declaration start with their number and the commodity code; the head 商品编号 stands far above. */
export const findDeclaredGoods: Finder = (scan) => {
  if (!/报关单|商品编[号码]/.test(scan.upper)) return [];
  return [...scan.masked.matchAll(/^ *\d{1,3} +(?<value>\d{8}(?:\d{2})?) +(?=[\u4e00-\u9fff])/gm)].map(
    (match) => {
      const value = match.groups?.value ?? '';
      const start = match.index + match[0].lastIndexOf(value);
      return {
        type: 'hs_code',
        value,
        start,
        end: start + value.length,
        check: 'no_check',
        confidence: 0.88,
        reason: { code: 'labelledShape' },
      };
    },
  );
};
