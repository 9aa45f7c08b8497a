// Are archives unpacked completely where they are sound, and never dangerously?
import { createWriteStream, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { CORPUS, codesOf, hasCorpus, makeScratch, read, textOf } from './corpus-files.ts';

async function writeZip(entries: readonly { name: string; content: Buffer }[]): Promise<string> {
  const path = join(makeScratch(), 'made.zip');
  const zip = new yazl.ZipFile();
  for (const { name, content } of entries) zip.addBuffer(content, name);
  zip.end();
  const out = createWriteStream(path);
  zip.outputStream.pipe(out);
  await finished(out);
  return path;
}

describe('archives', () => {
  it('every entry becomes a child with its bytes, equal names apart', async () => {
    const entries = [
      { name: '发票/增值税发票.pdf', content: Buffer.from('one') },
      { name: 'a.txt', content: Buffer.from('two') },
      { name: 'b/a.txt', content: Buffer.from('three') },
    ];
    const result = await read(await writeZip(entries), 'made.zip');
    expect(result.children.map((child) => [child.name, readFileSync(child.scratchPath, 'utf8')])).toEqual([
      ['增值税发票.pdf', 'one'],
      ['a.txt', 'two'],
      ['a.txt', 'three'],
    ]);
    expect(new Set(result.children.map((child) => child.childPath)).size).toBe(3);
    expect(result.problems).toEqual([]);
  });

  it('an entry that unpacks a thousand times is a bomb and stays packed', async () => {
    const path = await writeZip([{ name: 'zeros.bin', content: Buffer.alloc(20 * 1024 * 1024) }]);
    const result = await read(path, 'bomb.zip');
    expect(codesOf(result)).toContain('ARCHIVE_BOMB');
    expect(result.children).toEqual([]);
  });

  it('the limits of children and bytes are kept and reported', async () => {
    const entries = Array.from({ length: 12 }, (_, index) => ({
      name: `f${index}.txt`,
      content: Buffer.from(`text ${index}`),
    }));
    const many = await read(await writeZip(entries), 'many.zip', { maxChildren: 5 });
    expect(many.children.length).toBe(5);
    expect(codesOf(many)).toContain('ARCHIVE_TOO_MANY_ENTRIES');
    const large = await read(await writeZip([{ name: 'x', content: Buffer.from('0123456789') }]), 'x.zip', {
      maxChildBytes: 5,
    });
    expect(large.children).toEqual([]);
    expect(codesOf(large)).toContain('TOO_LARGE');
  });

  it('an archive between foreign bytes is found', async () => {
    const path = await writeZip([{ name: 'one.txt', content: Buffer.from('one') }]);
    const wrapped = join(dirname(path), 'wrapped.zip');
    writeFileSync(
      wrapped,
      Buffer.concat([Buffer.from('junk '.repeat(50)), readFileSync(path), Buffer.from(' tail'.repeat(50))]),
    );
    const result = await read(wrapped, 'wrapped.zip');
    expect(result.children.map((child) => readFileSync(child.scratchPath, 'utf8'))).toEqual(['one']);
  });

  it('names in GBK and Shift_JIS without a flag are shown as people wrote them', async () => {
    for (const [encoding, name] of [
      ['gbk', '采购合同（盖章）.docx'],
      ['shift_jis', '請求書のコピー（最終版）.pdf'],
    ] as const) {
      const path = await writeZip([
        { name: 'x'.repeat(iconv.encode(name, encoding).length), content: Buffer.from('body') },
      ]);
      const bytes = readFileSync(path);
      const placeholder = Buffer.from('x'.repeat(iconv.encode(name, encoding).length));
      for (let at = bytes.indexOf(placeholder); at >= 0; at = bytes.indexOf(placeholder, at + 1))
        iconv.encode(name, encoding).copy(bytes, at);
      // Clear the UTF-8 flag in both headers.
      for (const [signature, offset] of [
        ['PK\x03\x04', 6],
        ['PK\x01\x02', 8],
      ] as const) {
        const at = bytes.indexOf(Buffer.from(signature, 'latin1')) + offset;
        bytes.writeUInt16LE(bytes.readUInt16LE(at) & ~0x800, at);
      }
      writeFileSync(path, bytes);
      const result = await read(path, 'legacy.zip');
      expect(result.children.map((child) => child.name)).toEqual([name]);
    }
  });

  it('gzip and tar are unpacked', async () => {
    const path = join(makeScratch(), 'note.txt.gz');
    writeFileSync(path, gzipSync('hello archive'));
    const result = await read(path, 'note.txt.gz');
    expect(result.children.map((child) => [child.name, readFileSync(child.scratchPath, 'utf8')])).toEqual([
      ['note.txt', 'hello archive'],
    ]);
  });

  it.skipIf(!hasCorpus)('climbing paths never leave the scratch folder', async () => {
    for (const name of ['zipslip-dotdot.zip', 'zipslip-backslash.zip']) {
      const result = await read(join(CORPUS, 'archive-hostile', name), name);
      expect(codesOf(result)).toContain('ARCHIVE_UNSAFE_PATH');
      for (const child of result.children) {
        expect(child.scratchPath).toMatch(/children[\\/]\d{5}$/);
        expect(existsSync(child.scratchPath) && statSync(child.scratchPath).isFile()).toBe(true);
        expect(resolve(child.scratchPath)).toBe(child.scratchPath);
      }
    }
  });

  it.skipIf(!hasCorpus)('a stream longer than its header says is cut off there', async () => {
    const result = await read(join(CORPUS, 'archive-hostile/lying-size.zip'), 'lying-size.zip');
    expect(result.children.every((child) => child.sizeBytes <= 14)).toBe(true);
    expect(result.problems.length).toBeGreaterThan(0);
  });

  it.skipIf(!hasCorpus)('an archive without a directory is damaged, an encrypted one is locked', async () => {
    expect(codesOf(await read(join(CORPUS, 'archive-hostile/truncated-60pct.zip'), 'x.zip'))).toContain(
      'DAMAGED',
    );
    expect(textOf(await read(join(CORPUS, 'archive/names-big5-noflag.zip'), 'x.zip'))).toMatch(
      /\p{Script=Han}{2}/u,
    );
  });
});
