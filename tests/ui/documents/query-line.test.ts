// Do chips and typed words always make up the same search line, whatever a person does with them?
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/domain/search/parse-query.ts';
import { proposeTerms } from '../../../src/ui/features/documents/propose-terms.ts';
import {
  hasFilter,
  joinLine,
  removeFilter,
  splitLine,
  toggleFilter,
  writeFilter,
} from '../../../src/ui/features/documents/query-line.ts';

describe('a search line in the search box', () => {
  it('keeps its meaning when it is taken apart into chips and words', () => {
    for (const line of [
      '发票 kind:pod -样本',
      '"购销 合同" order:113-0000109-5000109',
      'folder:"D:\\我的 文件\\01 采购" has:problem is:unsorted',
      '-kind:pod 类型:发票 after:2026-01-01',
    ]) {
      const again = joinLine(splitLine(line));
      const sorted = (text: string) =>
        parseQuery(text)
          .map((term) => JSON.stringify(term))
          .sort();
      expect(sorted(again), line).toEqual(sorted(line));
    }
  });

  it('shows filters as chips and leaves words, phrases and exclusions as text', () => {
    const { filters, text } = splitLine('阅读灯 kind:pod -样本 "签收 证明"');
    expect(filters.map(writeFilter)).toEqual(['kind:pod']);
    expect(text).toBe('阅读灯 -样本 "签收 证明"');
  });

  it('replaces a kind by another one, because no document has two kinds', () => {
    expect(toggleFilter('kind:pod 阅读灯', 'kind', 'supplier_invoice')).toBe('kind:supplier_invoice 阅读灯');
  });

  it('combines conditions that can be true together', () => {
    expect(toggleFilter('has:problem', 'has', 'case')).toBe('has:problem has:case');
  });

  it('takes a filter out when it is pressed again, and only that one', () => {
    const line = toggleFilter('month:2026-10 kind:pod', 'kind', 'pod');
    expect(line).toBe('month:2026-10');
    expect(hasFilter(line, 'kind', 'pod')).toBe(false);
  });

  it('removes exactly the chip whose cross is pressed', () => {
    expect(removeFilter('kind:pod month:2026-10 灯', 0)).toBe('month:2026-10 灯');
  });
});

describe('proposals after a field name', () => {
  it('finds kinds by their name in either language', () => {
    expect(proposeTerms('kind:发票').map((p) => p.query)).toContain('kind:supplier_invoice');
    expect(proposeTerms('类型:proof of del').map((p) => p.query)).toContain('kind:pod');
  });

  it('finds problems by their name', () => {
    expect(proposeTerms('problem:退货').map((p) => p.query)).toContain('problem:clm-return-dispute');
  });

  it('stays silent for plain words', () => {
    expect(proposeTerms('发票')).toEqual([]);
  });
});
