// Which folders may be watched, what a preview tells, and what the ignore list covers.
import { mkdirSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSameLook, isSameTime, looksLikePlaceholder } from '../../../src/engine/intake/file-look.ts';
import { IGNORE_RULES, isIgnoredFile, isIgnoredFolder } from '../../../src/engine/intake/ignore-list.ts';
import { intake as english } from '../../../src/i18n/en/intake.ts';
import { intake as chinese } from '../../../src/i18n/zh-CN/intake.ts';
import { openTestArchive, type TestArchive } from './test-archive.ts';

let test: TestArchive;
beforeEach(async () => {
  test = await openTestArchive({ add: false });
});
afterEach(() => test.close());

describe('adding a folder', () => {
  it('refuses what is not there, no folder, not readable, or already watched above or below', async () => {
    const add = (path: string) => test.intake.addFolder(path);
    await expect(add(join(test.dir, 'nowhere'))).rejects.toMatchObject({ code: 'FOLDER_NOT_FOUND' });
    await expect(add(test.write('file.txt', 'x'))).rejects.toMatchObject({ code: 'FOLDER_NOT_A_DIRECTORY' });
    mkdirSync(join(test.root, 'inner'));
    await add(join(test.root, 'inner'));
    await expect(add(join(test.root, 'inner'))).rejects.toMatchObject({ code: 'FOLDER_ALREADY_WATCHED' });
    await expect(add(test.root)).rejects.toMatchObject({ code: 'FOLDER_ALREADY_WATCHED' });
    mkdirSync(join(test.root, 'inner/deeper'));
    await expect(add(join(test.root, 'inner/deeper'))).rejects.toMatchObject({
      code: 'FOLDER_ALREADY_WATCHED',
    });
    mkdirSync(join(test.root, 'inner beside'));
    await expect(add(join(test.root, 'inner beside'))).resolves.toMatchObject({ state: 'new' });
  });

  it('refuses a folder around or inside the archive, also through a link', async () => {
    const add = (path: string) => test.intake.addFolder(path);
    await expect(add(test.dir)).rejects.toMatchObject({ code: 'FOLDER_CONTAINS_ARCHIVE' });
    await expect(add(join(test.dir, 'archive'))).rejects.toMatchObject({ code: 'FOLDER_CONTAINS_ARCHIVE' });
    mkdirSync(join(test.dir, 'archive/vault/x'), { recursive: true });
    symlinkSync(join(test.dir, 'archive/vault/x'), join(test.root, 'alias'));
    await expect(add(join(test.root, 'alias'))).rejects.toMatchObject({ code: 'FOLDER_CONTAINS_ARCHIVE' });
    symlinkSync(test.dir, join(test.root, 'above'));
    await expect(add(join(test.root, 'above'))).rejects.toMatchObject({ code: 'FOLDER_CONTAINS_ARCHIVE' });
    expect(test.intake.listFolders()).toEqual([]);
  });

  it('knows a folder under a link by its real place', async () => {
    symlinkSync(test.root, join(test.dir, 'shortcut'));
    const folder = await test.intake.addFolder(join(test.dir, 'shortcut'));
    expect(folder.path).toBe(test.root);
    await expect(test.intake.addFolder(test.root)).rejects.toMatchObject({ code: 'FOLDER_ALREADY_WATCHED' });
  });
});

describe('removing a folder', () => {
  it('keeps its documents known and takes up where it stopped when it is added again', async () => {
    const folder = await test.intake.addFolder(test.root, { settleMs: 50, keepCopies: true });
    test.write('a.txt', 'a');
    await test.index();
    const before = test.locations();
    expect(await test.intake.removeFolder(folder.id)).toMatchObject({ id: folder.id, state: 'removed' });
    expect(test.intake.listFolders()).toEqual([]);
    expect(await test.index()).toMatchObject({ found: 0, documents: 1, missing: 0 });
    expect(test.locations()).toEqual(before);
    expect(await test.intake.addFolder(test.root)).toMatchObject({ id: folder.id, keepCopies: true });
    expect(await test.index()).toMatchObject({ found: 1, added: 0, documents: 1 });
    expect(test.locations()).toEqual(before);
    await expect(test.intake.removeFolder(99)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a preview', () => {
  it('counts files, bytes, types and placeholders without opening anything', async () => {
    test.write('a.PDF', '12345');
    test.write('sub/b.pdf', '123');
    test.write('sub/c.jpg', '1');
    test.write('no extension', '1');
    test.write('~$lock.docx', 'x');
    const cloud = test.write('cloud.pdf', '');
    truncateSync(cloud, 1_000);
    const preview = await test.intake.previewFolder(test.root);
    expect(preview).toMatchObject({
      files: 5,
      bytes: 1_010,
      onlineOnly: 1,
      onlineOnlyBytes: 1_000,
      ignored: 1,
      folders: 2,
      truncated: false,
    });
    expect(preview.byExtension).toEqual([
      { extension: 'pdf', files: 3, bytes: 1_008 },
      { extension: '', files: 1, bytes: 1 },
      { extension: 'jpg', files: 1, bytes: 1 },
    ]);
    expect(test.rows('SELECT 1 FROM location')).toEqual([]);
    await expect(test.intake.previewFolder(join(test.dir, 'nowhere'))).rejects.toMatchObject({
      code: 'FOLDER_NOT_FOUND',
    });
    await expect(test.intake.previewFolder(test.root, AbortSignal.abort())).rejects.toThrow();
  });
});

describe('the ignore list', () => {
  it('covers temporary and system names of all systems, whatever their case', () => {
    const files = [
      '~$发票.xlsx',
      'Thumbs.DB',
      'desktop.ini',
      '.DS_Store',
      'x.TMP',
      'video.mp4.part',
      'a.crdownload',
      '.~lock.a.odt#',
      '._IMG_1.jpg',
      '合同.xltd',
      '照片.jpg.baiduyun.downloading',
      '.nfs0001',
      'Icon\r',
    ];
    for (const name of files) expect([name, isIgnoredFile(name)]).toEqual([name, true]);
    for (const name of [
      '.git',
      'node_modules',
      '@eaDir',
      '#recycle',
      '.@__thumb',
      '$RECYCLE.BIN',
      '.stversions',
      '.Trash-1000',
      '.nutstoreData',
    ]) {
      expect([name, isIgnoredFolder(name)]).toEqual([name, true]);
    }
  });

  it('leaves evidence alone', () => {
    const names = [
      'part list.pdf',
      'template.docx',
      'tmp.pdf',
      'invoice.tmp.pdf',
      'download.pdf',
      '~draft.docx',
      '.invoice.pdf',
      'lock.jpg',
      'git',
      '微信图片_2026.jpg',
      'WPS图片.png',
      'recycled goods.xlsx',
    ];
    for (const name of names)
      expect([name, isIgnoredFile(name), isIgnoredFolder(name)]).toEqual([name, false, false]);
    for (const rule of IGNORE_RULES) expect(rule.pattern).toBe(rule.pattern.toLowerCase());
  });
});

describe('looks at files', () => {
  it('compares times of FAT disks with their two seconds, others exactly', () => {
    expect(isSameTime(1_700_000_000_000, 1_700_000_001_300)).toBe(true);
    expect(isSameTime(1_700_000_000_000, 1_700_000_002_300)).toBe(false);
    expect(isSameTime(1_700_000_000_123, 1_700_000_000_900)).toBe(false);
    const look = { sizeBytes: 1, mtimeMs: 5.5, inode: '9' };
    expect(isSameLook(look, { ...look })).toBe(true);
    expect(isSameLook(look, { ...look, inode: '10' })).toBe(false);
  });

  it('takes an empty file for a file and a blockless one for a placeholder', () => {
    expect(looksLikePlaceholder(0, 0)).toBe(false);
    expect(looksLikePlaceholder(10_000, 0)).toBe(true);
    expect(looksLikePlaceholder(10_000, 24)).toBe(false);
  });

  it('recognises a re-mounted disk by its new file ids and hashes nothing anew', async () => {
    await test.intake.addFolder(test.root, { settleMs: 50 });
    for (let i = 0; i < 25; i += 1) test.write(`p${i}.txt`, `paper ${i}`);
    await test.index();
    test.context.archive.sqlite.exec("UPDATE location SET inode = '1' || inode, device = '999'");
    expect(await test.index()).toMatchObject({ changed: 0, added: 0, moved: 0 });
    expect(test.rows("SELECT 1 FROM location WHERE state <> 'present' OR device = '999'")).toEqual([]);
    expect(await test.index()).toMatchObject({ changed: 0, added: 0 });
  });
});

describe('texts', () => {
  it('exist in both languages with the same placeholders', () => {
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(english)) {
      const names = (value: string) => [...value.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      expect([key, names(chinese[key as keyof typeof chinese])]).toEqual([key, names(text)]);
    }
  });
});

describe('inspecting files', () => {
  it('says what the archive would say, without storing anything', async () => {
    const path = test.write('x/order.txt', 'Order ID 113-1234567-1234567');
    const [good, bad] = await test.intake.inspectFiles([path, join(test.dir, 'nowhere.pdf')]);
    expect(good).toMatchObject({ path, sizeBytes: 28, read: { mediaType: 'text/plain' } });
    expect(good && 'recognition' in good ? good.recognition.identifiers.map((i) => i.value) : []).toContain(
      '113-1234567-1234567',
    );
    expect(bad).toMatchObject({ error: { code: 'FILE_UNREADABLE' } });
    expect(test.rows('SELECT 1 FROM document')).toEqual([]);
    rmSync(path);
    writeFileSync(path, '');
    utimesSync(path, 1, 1);
    expect((await test.intake.inspectFiles([path]))[0]).toMatchObject({
      read: { problems: [{ code: 'EMPTY_FILE' }] },
    });
  });
});
