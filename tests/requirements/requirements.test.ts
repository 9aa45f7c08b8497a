// Is every requirement mapped, and does every place that the map names exist?
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../support/temporary-archive.ts';

const text = readFileSync(join(PROJECT_DIR, 'docs', 'requirements.md'), 'utf8');
const number = (n: number): string => String(n).padStart(2, '0');

describe('docs/requirements.md', () => {
  it('has each requirement once', () => {
    const wanted = [
      ...Array.from({ length: 45 }, (_, i) => `S1-${number(i + 1)}`),
      ...Array.from({ length: 37 }, (_, i) => `S2-${number(i + 1)}`),
    ];
    const rows = [...text.matchAll(/^\| (S[12]-\d{2}) \| (.+) \|$/gm)];
    expect(rows.map((row) => row[1])).toEqual(wanted);
  });

  it('names only files that exist', () => {
    const paths = [...text.matchAll(/`((?:src|electron|migrations|tests)\/[\w./-]+\.\w+)`/g)].map(
      (m) => m[1] ?? '',
    );
    expect(paths.length).toBeGreaterThan(80);
    expect(paths.filter((path) => !existsSync(join(PROJECT_DIR, path)))).toEqual([]);
  });
});

describe('product rules', () => {
  it('T-01 to T-26 each have a test of that name', () => {
    const tests = readdirSync(join(PROJECT_DIR, 'tests'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts') && !name.includes('requirements'))
      .map((name) => readFileSync(join(PROJECT_DIR, 'tests', name), 'utf8'))
      .join('\n');
    const titled = new Set(
      [...tests.matchAll(/\b(?:it|test|describe)(?:\.\w+)*\(\s*['"`]([^'"`\n]*T-\d{2}[^'"`\n]*)/g)].flatMap(
        (m) =>
          [...(m[1] ?? '').matchAll(/T-(\d{2})(?:\s*(?:…|to|–)\s*T-(\d{2}))?/g)].flatMap(([, from, to]) =>
            Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, i) => Number(from) + i),
          ),
      ),
    );
    expect(Array.from({ length: 26 }, (_, i) => i + 1).filter((n) => !titled.has(n))).toEqual([]);
  });
});
