// Does what was wrong speak Chinese to those who read Chinese, and is no sentence forgotten?
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DETAIL_SENTENCES, describeDetail } from '../../src/domain/error-details.ts';
import { CasebinderError, describeError } from '../../src/domain/errors.ts';
import { PROJECT_DIR } from '../support/temporary-archive.ts';

const THROWN = /'INPUT_INVALID',\s*\{\s*detail:\s*'([^']* [^']*)'/g;

it('every whole sentence of an input error has its Chinese one', () => {
  const sources = ['domain', 'engine', 'api'].flatMap((area) =>
    readdirSync(join(PROJECT_DIR, 'src', area), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(PROJECT_DIR, 'src', area, name), 'utf8')),
  );
  const thrown = new Set(
    sources.flatMap((text) => [...text.matchAll(THROWN)].map((match) => match[1] ?? '')),
  );
  expect(thrown.size).toBeGreaterThan(5);
  expect([...thrown].filter((sentence) => DETAIL_SENTENCES[sentence] === undefined)).toEqual([]);
});

it.each([
  ['date 2026-02-30', '日期 2026-02-30'],
  ['tracking number X', '追踪号 X'],
  ['case C-0099', '案件 C-0099'],
  ['/tmp/a.pdf exists', '/tmp/a.pdf 已存在'],
  ['orders are fine', 'orders are fine'],
])('%s', (detail, chinese) => {
  expect(describeDetail(detail)).toBe(chinese);
});

it('the message changes with the language, the code does not', () => {
  const error = new CasebinderError('NOT_FOUND', { what: 'case C-0099' });
  expect(describeError(error, 'zh-CN')).toMatchObject({ code: 'NOT_FOUND', message: '找不到：案件 C-0099' });
  expect(describeError(error, 'en')).toMatchObject({ code: 'NOT_FOUND', message: 'Not found: case C-0099' });
});
