// Has every problem of a file a text in both languages?
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readProblems as english } from '../../../src/i18n/en/read-problems.ts';
import { readProblems as chinese } from '../../../src/i18n/zh-CN/read-problems.ts';

it('each problem code has a Chinese and an English text', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../src/domain/reading.ts'), 'utf8');
  const union = /type ReadProblemCode =([^;]+);/.exec(source)?.[1] ?? '';
  const codes = [...union.matchAll(/'(\w+)'/g)].map((match) => match[1]!).sort();
  expect(codes.length).toBeGreaterThan(15);
  expect(Object.keys(english).sort()).toEqual(codes);
  expect(Object.keys(chinese).sort()).toEqual(codes);
});
