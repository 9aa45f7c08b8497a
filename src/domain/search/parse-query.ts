// What does a person mean by a search line such as: 发票 "购销合同" -样本 kind:pod order:113-… after:2026-01-01?

export const QUERY_FIELDS = [
  'kind',
  'order',
  'asin',
  'tracking',
  'shipment',
  'id',
  'case',
  'problem',
  'folder',
  'before',
  'after',
  'has',
  'is',
  'type',
  'month',
  'marketplace',
] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];

/** Names a person may type instead, in Chinese or English. */
const FIELD_ALIASES: Readonly<Record<string, QueryField>> = {
  类型: 'kind',
  种类: 'kind',
  订单: 'order',
  订单号: 'order',
  商品: 'asin',
  追踪: 'tracking',
  运单: 'tracking',
  单号: 'tracking',
  货件: 'shipment',
  编号: 'id',
  案件: 'case',
  问题: 'problem',
  文件夹: 'folder',
  早于: 'before',
  晚于: 'after',
  之前: 'before',
  之后: 'after',
  含有: 'has',
  状态: 'is',
  格式: 'type',
  月份: 'month',
  站点: 'marketplace',
  site: 'marketplace',
  until: 'before',
  since: 'after',
  ext: 'type',
  fba: 'shipment',
};

export interface TextTerm {
  readonly kind: 'text';
  readonly text: string;
  readonly phrase: boolean;
  readonly negative: boolean;
}

export interface FieldTerm {
  readonly kind: 'field';
  readonly field: QueryField;
  readonly value: string;
  readonly negative: boolean;
}

export type QueryTerm = TextTerm | FieldTerm;

/**
 * Cuts a search line into terms; never fails: what is not understood is searched as text.
 * Grammar: words, "phrases" (also “ ” 「 」), -not, field:value, field:"value with spaces". Full-width ：and － count too.
 */
export function parseQuery(line: string): QueryTerm[] {
  const terms: QueryTerm[] = [];
  const source = line.replace(/[“”「」『』]/g, '"').replace(/　/g, ' ');
  const pattern = /([-－]?)(?:([\p{L}]+)[:：])?(?:"([^"]*)"?|([^\s"]+))/gu;
  for (const match of source.matchAll(pattern)) {
    const [, minus, rawField, quoted, bare] = match;
    const negative = minus !== '';
    const value = (quoted ?? bare ?? '').trim();
    if (value === '') continue;
    const field = rawField === undefined ? undefined : resolveField(rawField);
    if (field !== undefined) terms.push({ kind: 'field', field, value, negative });
    else {
      const text = rawField === undefined ? value : `${rawField}:${value}`;
      terms.push({ kind: 'text', text, phrase: quoted !== undefined, negative });
    }
  }
  return terms;
}

function resolveField(name: string): QueryField | undefined {
  const lower = name.toLowerCase();
  return (QUERY_FIELDS as readonly string[]).includes(lower) ? (lower as QueryField) : FIELD_ALIASES[lower];
}
