// Does verification notice every way in which a pack or a foreign bag can be wrong?
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CasebinderError } from '../../../src/domain/errors.ts';
import { buildPack } from '../../../src/engine/packs/build-pack.ts';
import type { BuiltPack } from '../../../src/engine/packs/pack-plan.ts';
import { verifyPack } from '../../../src/engine/packs/verify-pack.ts';
import { packs as english } from '../../../src/i18n/en/packs.ts';
import { packs as chinese } from '../../../src/i18n/zh-CN/packs.ts';
import { exhibitOf, makeFolder, makePdf, planOf } from './sample-plan.ts';

const dir = makeFolder();
afterAll(() => rmSync(dir, { recursive: true, force: true }));

let counter = 0;

/** A small bag written by hand: name → content; manifests are made unless given. */
function makeBag(
  files: Record<string, string | Buffer>,
  algorithms: string[] = ['sha256'],
  encoding = 'utf8',
  version = '1.0',
): string {
  counter += 1;
  const root = join(dir, `bag${counter}`);
  const put = (name: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  };
  mkdirSync(join(root, 'data'), { recursive: true });
  put('bagit.txt', `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding.toUpperCase()}\n`);
  for (const algorithm of algorithms) {
    const lines = Object.entries(files)
      .filter(([name]) => name.startsWith('data/'))
      .map(([name, content]) => `${createHash(algorithm).update(content).digest('hex')}  ${name}\n`)
      .join('');
    put(`manifest-${algorithm}.txt`, iconv.encode(lines, encoding));
  }
  for (const [name, content] of Object.entries(files)) put(name, content);
  return root;
}

async function codesOf(path: string): Promise<string[]> {
  const result = await verifyPack(path);
  expect(result.ok).toBe(!result.problems.some((problem) => problem.severity === 'error'));
  return result.problems.map((problem) => `${problem.severity} ${problem.code} ${problem.path}`).sort();
}

describe('a foreign bag', () => {
  it('is taken with any of the usual checksums, several at once, and in any encoding', async () => {
    expect(await codesOf(makeBag({ 'data/a.txt': 'a' }, ['md5', 'sha1', 'sha256', 'sha512']))).toEqual([]);
    expect(await codesOf(makeBag({ 'data/ä.txt': 'a' }, ['sha512'], 'iso-8859-1'))).toEqual([]);
    expect(await codesOf(makeBag({ 'data/中文.txt': 'a' }, ['sha256'], 'utf-16'))).toEqual([]);
    expect(await codesOf(makeBag({ 'data/中文.txt': 'a' }, ['sha256'], 'gb18030'))).toEqual([]);
  });

  it('is read with LF, CR and CR LF alike', async () => {
    for (const end of ['\r', '\r\n', '\n']) {
      const bag = makeBag({ 'data/a.txt': 'a', 'data/b.txt': 'b' });
      for (const name of ['bagit.txt', 'manifest-sha256.txt']) {
        writeFileSync(join(bag, name), readFileSync(join(bag, name), 'utf8').replaceAll('\n', end));
      }
      expect(await codesOf(bag)).toEqual([]);
    }
  });

  it('may write CR, LF and the percent sign of a name in percent-encoding', async () => {
    const bag = makeBag({ 'data/100%.txt': 'a' });
    writeFileSync(
      join(bag, 'manifest-sha256.txt'),
      readFileSync(join(bag, 'manifest-sha256.txt'), 'utf8').replace('100%', '100%25'),
    );
    expect(await codesOf(bag)).toEqual([]);
  });

  it('is matched across Unicode forms with a word of warning', async () => {
    const bag = makeBag({ 'data/caf\u00e9.txt': 'a' });
    writeFileSync(
      join(bag, 'manifest-sha256.txt'),
      readFileSync(join(bag, 'manifest-sha256.txt'), 'utf8').normalize('NFD'),
    );
    expect(await codesOf(bag)).toEqual(['warning SAME_NAME_NORMALIZATION data/cafe\u0301.txt']);
  });

  it('must list every file, from 1.0 on in every manifest', async () => {
    const bag = makeBag({ 'data/a.txt': 'a', 'data/b.txt': 'b' }, ['md5', 'sha256']);
    const manifest = join(bag, 'manifest-md5.txt');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').split('\n')[0]!);
    expect(await codesOf(bag)).toEqual(['error FILE_NOT_IN_ALL_MANIFESTS data/b.txt']);
    const old = makeBag({ 'data/a.txt': 'a', 'data/b.txt': 'b' }, ['md5', 'sha256'], 'utf8', '0.97');
    writeFileSync(
      join(old, 'manifest-md5.txt'),
      readFileSync(join(old, 'manifest-md5.txt'), 'utf8').split('\n')[0]!,
    );
    expect(await codesOf(old)).toEqual([]);
  });

  it('may not reach outside itself, by any path or link', async () => {
    for (const path of [
      '../x',
      'data/../../x',
      '/etc/passwd',
      '~/x',
      'C:\\x',
      '\\\\server\\x',
      '%HOME%\\x',
      'x',
    ]) {
      const bag = makeBag({ 'data/a.txt': 'a' });
      writeFileSync(
        join(bag, 'manifest-sha256.txt'),
        `${'0'.repeat(64)}  ${path}\n${readFileSync(join(bag, 'manifest-sha256.txt'), 'utf8')}`,
      );
      expect(await codesOf(bag), path).toEqual([`error PATH_UNSAFE ${path}`]);
      const fetched = makeBag({ 'data/a.txt': 'a', 'fetch.txt': `https://example.com/x - ${path}\n` });
      expect(await codesOf(fetched), path).toEqual([`error PATH_UNSAFE ${path}`]);
    }
    const linked = makeBag({ 'data/a.txt': 'a' });
    symlinkSync('/etc/passwd', join(linked, 'data/link.txt'));
    expect(await codesOf(linked)).toEqual(['error LINK_NOT_FOLLOWED data/link.txt']);
  });

  it('is incomplete while files are still to be fetched', async () => {
    const bag = makeBag({
      'data/a.txt': 'a',
      'data/b.txt': 'b',
      'fetch.txt': 'https://example.com/b 1 data/b.txt\n',
    });
    unlinkSync(join(bag, 'data/b.txt'));
    expect(await codesOf(bag)).toEqual(['error FETCH_PENDING data/b.txt']);
  });

  it('is invalid with a wrong declaration, oxum, tag file or manifest', async () => {
    const cases: [Record<string, string>, string][] = [
      [
        { 'bagit.txt': '\uFEFFBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
        'error BAGIT_TXT_INVALID bagit.txt',
      ],
      [
        { 'bagit.txt': 'BagIt-Version: 3.0\nTag-File-Character-Encoding: UTF-8\n' },
        'error VERSION_UNKNOWN bagit.txt',
      ],
      [
        { 'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: KLINGON\n' },
        'error ENCODING_UNKNOWN bagit.txt',
      ],
      [{ 'bag-info.txt': 'Payload-Oxum: 2.1\n' }, 'error OXUM_WRONG bag-info.txt'],
      [{ 'bag-info.txt': 'Payload-Oxum: many\n' }, 'error OXUM_INVALID bag-info.txt'],
      [{ 'bag-info.txt': 'no colon here\n' }, 'error BAG_INFO_INVALID bag-info.txt'],
      [{ 'tagmanifest-sha256.txt': `${'0'.repeat(64)}  bagit.txt\n` }, 'error FILE_CHANGED bagit.txt'],
      [{ 'tagmanifest-sha256.txt': `${'0'.repeat(64)}  gone.txt\n` }, 'error FILE_MISSING gone.txt'],
      [{ 'manifest-quantum.txt': '0  data/a.txt\n' }, 'error ALGORITHM_UNKNOWN manifest-quantum.txt'],
    ];
    for (const [files, expected] of cases) {
      expect(await codesOf(makeBag({ 'data/a.txt': 'a', ...files })), expected).toEqual([expected]);
    }
  });

  it('is told apart from what is no bag at all', async () => {
    const plain = join(dir, 'plain');
    mkdirSync(plain);
    for (const path of [plain, join(dir, 'nowhere')]) {
      await expect(verifyPack(path)).rejects.toMatchObject({ code: 'VERIFY_TARGET_UNKNOWN' });
    }
    writeFileSync(join(plain, 'x.zip'), 'not a zip');
    await expect(verifyPack(join(plain, 'x.zip'))).rejects.toBeInstanceOf(CasebinderError);
  });
});

describe('our own pack', () => {
  let built: BuiltPack;
  beforeAll(async () => {
    const exhibit = exhibitOf('E01', await makePdf(join(dir, 'a.pdf')), 'application/pdf');
    built = await buildPack({ plan: planOf([exhibit]), outDir: join(dir, 'out'), zip: true });
  }, 60_000);

  it('shows each changed, missing and added file by name', async () => {
    const copy = join(dir, 'copy');
    cpSync(built.folder, copy, { recursive: true });
    const original = `data/${built.exhibits[0]!.file}`;
    const bytes = readFileSync(join(copy, original));
    bytes[bytes.length - 3] = bytes[bytes.length - 3]! ^ 1;
    writeFileSync(join(copy, original), bytes);
    unlinkSync(join(copy, 'data/statement.txt'));
    writeFileSync(join(copy, 'data/upload/E99.pdf'), 'x');
    expect(await codesOf(copy)).toEqual([
      `error FILE_CHANGED ${original}`,
      'error FILE_EXTRA data/upload/E99.pdf',
      'error FILE_MISSING data/statement.txt',
      'error OXUM_WRONG bag-info.txt',
    ]);
  });

  it('finds one flipped byte anywhere in the ZIP', async () => {
    const bytes = readFileSync(built.zip!);
    const path = join(dir, 'flipped.zip');
    for (const share of [0.1, 0.3, 0.5, 0.7]) {
      const flipped = Buffer.from(bytes);
      const at = Math.floor(flipped.length * share);
      flipped[at] = flipped[at]! ^ 0x10;
      writeFileSync(path, flipped);
      expect((await verifyPack(path)).ok).toBe(false);
    }
  });

  it('is not fooled when a file and all manifests are replaced together', async () => {
    const copy = join(dir, 'forged');
    cpSync(built.folder, copy, { recursive: true });
    const original = `data/${built.exhibits[0]!.file}`;
    const before = readFileSync(join(copy, original));
    const forged = Buffer.from(before);
    forged[forged.length - 3] = forged[forged.length - 3]! ^ 1;
    writeFileSync(join(copy, original), forged);
    const swap = (name: string, from: Buffer | string, to: Buffer | string): void => {
      const sum = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
      writeFileSync(join(copy, name), readFileSync(join(copy, name), 'utf8').replace(sum(from), sum(to)));
    };
    const manifest = readFileSync(join(copy, 'manifest-sha256.txt'), 'utf8');
    swap('manifest-sha256.txt', before, forged);
    swap('tagmanifest-sha256.txt', manifest, readFileSync(join(copy, 'manifest-sha256.txt'), 'utf8'));
    expect(await codesOf(copy)).toEqual([`error CONFLICTING_ORIGINAL ${original}`]);
  });

  it('can be cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(verifyPack(built.folder, undefined, controller.signal)).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });
});

describe('texts', () => {
  it('exist in both languages with the same placeholders', () => {
    const places = (text: string): string[] =>
      [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
    for (const key of Object.keys(english) as (keyof typeof english)[])
      expect(places(chinese[key]), key).toEqual(places(english[key]));
  });
});
