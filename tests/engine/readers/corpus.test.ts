// Does every real file come back from the pool, in time, with what its label says?
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_READ_LIMITS, type ReadResult } from '../../../src/domain/reading.ts';
import { createReadPool, type ReadPool } from '../../../src/engine/readers/read-pool.ts';
import {
  type CorpusFile,
  codesOf,
  hasCorpus,
  type Label,
  listCorpus,
  makeScratch,
  readLabel,
  squeeze,
  textOf,
} from './corpus-files.ts';

interface Reading {
  readonly file: CorpusFile;
  readonly label: Label | undefined;
  readonly result: ReadResult;
  readonly ms: number;
}

let pool: ReadPool;
const readings: Reading[] = [];
const scratchDir = makeScratch();

beforeAll(async () => {
  if (!hasCorpus) return;
  pool = createReadPool({ workers: 2, scratchDir });
  // A few at a time, so that the time of a file is its own and not that of the queue.
  const files = listCorpus(/./);
  const runner = async (): Promise<void> => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      const start = performance.now();
      const result = await pool.read({ path: file.path, fileName: file.name, limits: DEFAULT_READ_LIMITS });
      readings.push({ file, label: readLabel(file), result, ms: performance.now() - start });
    }
  };
  await Promise.all([runner(), runner()]);
}, 300_000);

afterAll(async () => {
  await pool?.close();
  rmSync(scratchDir, { recursive: true, force: true });
});

function of(family: RegExp): Reading[] {
  return readings.filter(({ file }) => family.test(file.family));
}

/** Share of all wanted items found, over all files of a family. */
function share(family: RegExp, wanted: (label: Label) => readonly string[] | undefined): number {
  let found = 0;
  let total = 0;
  for (const { label, result } of of(family)) {
    const items = label === undefined ? undefined : wanted(label);
    if (items === undefined || items.length === 0) continue;
    const text = squeeze(textOf(result));
    total += items.length;
    found += items.filter((item) => text.includes(squeeze(item))).length;
  }
  expect(total).toBeGreaterThan(0);
  return found / total;
}

/** Share of the files for which `check` says yes; undefined means "has no such label". */
function ratio(
  family: RegExp,
  check: (reading: Reading, fields: Record<string, unknown>) => boolean | undefined,
): number {
  const verdicts = of(family)
    .map((reading) => check(reading, { ...reading.label?.fields }))
    .filter((verdict) => verdict !== undefined);
  expect(verdicts.length).toBeGreaterThan(0);
  return verdicts.filter(Boolean).length / verdicts.length;
}

describe.skipIf(!hasCorpus)('all real files', () => {
  it('every file comes back without a crash and within 30 s', () => {
    expect(readings.length).toBe(listCorpus(/./).length);
    const crashed = readings.filter(({ result }) => codesOf(result).includes('READER_CRASHED'));
    expect(crashed.map(({ file, result }) => [file.name, result.problems])).toEqual([]);
    expect(readings.filter(({ ms }) => ms > 31_000).map(({ file }) => file.name)).toEqual([]);
  });

  it('no result names a path of this machine', () => {
    const leaks = readings.filter(
      ({ result }) =>
        JSON.stringify(result.problems).includes(scratchDir) ||
        /"[^"]*\/(work|home|tmp)\//.test(JSON.stringify(result.problems)),
    );
    expect(leaks.map(({ file, result }) => [file.name, result.problems])).toEqual([]);
  });

  it('office files hold the words of their packages', () => {
    for (const family of [/office-docx/, /office-xlsx/, /office-pptx/, /office-od/, /office-csv/]) {
      expect(
        share(family, (label) => label.words),
        String(family),
      ).toBeGreaterThanOrEqual(0.98);
    }
  });

  it('PDF pages and words agree with a reference tool', () => {
    const open = /^pdf-(?!encrypted|broken|unreadable)/;
    expect(
      ratio(open, ({ result }, { pages }) =>
        typeof pages === 'number' ? result.pageCount === pages : undefined,
      ),
    ).toBeGreaterThanOrEqual(0.98);
    expect(
      share(
        /^pdf-(plain|form|annot|rotated|signed|xfa|layers|javascript|attach|cjk)/,
        (label) => label.words,
      ),
    ).toBeGreaterThanOrEqual(0.98);
  });

  it('PDF files with a password are reported as locked, or opened', () => {
    const verdict = ratio(
      /^pdf-encrypted$/,
      ({ result }) => result.pageCount > 0 || codesOf(result).includes('NEEDS_PASSWORD'),
    );
    expect(verdict).toBe(1);
  });

  it('the invoice inside a hybrid PDF is read as XML', () => {
    const verdict = ratio(/^invoice-pdf$/, ({ result }, { invoice_number }) => {
      const xml = result.pages
        .filter((page) => page.source === 'xml')
        .map((page) => page.text)
        .join('');
      return xml === '' ? undefined : xml.includes(String(invoice_number));
    });
    expect(verdict).toBeGreaterThanOrEqual(0.95);
  });

  it('OFD documents give every text run', () => {
    expect(share(/^invoice-ofd$/, (label) => label.text_lines)).toBe(1);
    expect(share(/^other-ofd$/, (label) => label.text_lines)).toBeGreaterThanOrEqual(0.95);
  });

  it('e-mails give subject, sender, date and byte-exact attachments', () => {
    const subject = ratio(/^email(-cjk)?$/, ({ result }, fields) =>
      typeof fields['subject'] === 'string'
        ? squeeze(result.properties.email?.subject ?? '') === squeeze(fields['subject'])
        : undefined,
    );
    const sent = ratio(/^email(-cjk)?$/, ({ result }, { date }) =>
      typeof date === 'string'
        ? result.properties.email?.sentAt?.slice(0, 19) === date.slice(0, 19)
        : undefined,
    );
    let wanted = 0;
    let exact = 0;
    for (const { label, result } of of(/^email$/)) {
      const hashes = new Set(
        result.children.map((child) =>
          createHash('sha256').update(readFileSync(child.scratchPath)).digest('hex'),
        ),
      );
      for (const attachment of label?.attachments ?? []) {
        if (typeof attachment === 'string' || attachment.bytes === 0) continue;
        wanted += 1;
        if (hashes.has(attachment.sha256)) exact += 1;
      }
    }
    expect(subject).toBeGreaterThanOrEqual(0.98);
    expect(sent).toBeGreaterThanOrEqual(0.98);
    expect(exact / wanted).toBeGreaterThanOrEqual(0.96);
  });

  it('Chinese, Japanese and Korean e-mails read right whatever charset they name', () => {
    expect(
      ratio(/^email-cjk$/, ({ label, result }) =>
        squeeze(textOf(result)).includes(squeeze(label?.body ?? '?')),
      ),
    ).toBe(1);
    expect(
      ratio(/^email-cjk$/, ({ label, result }) =>
        label?.attachments?.every((name) => result.children.some((child) => child.name === name)),
      ),
    ).toBe(1);
  });

  it('Outlook containers give up their files', () => {
    expect(
      ratio(/^tnef$/, ({ label, result }) =>
        label?.contained?.every((name) => result.children.some((child) => child.name === name)),
      ),
    ).toBe(1);
    expect(
      ratio(/^msg$/, ({ result }, { subject }) =>
        typeof subject === 'string' ? result.properties.email?.subject === subject : undefined,
      ),
    ).toBe(1);
  });

  it('pictures give size, orientation, capture time, place and camera', () => {
    const photos = /^image-(exif|orientation|phone)$/;
    expect(
      ratio(photos, ({ result }, { width, height }) =>
        width === undefined ? undefined : result.media.width === width && result.media.height === height,
      ),
    ).toBe(1);
    expect(
      ratio(photos, ({ result }, { orientation }) =>
        orientation === undefined ? undefined : (result.media.orientation ?? 1) === orientation,
      ),
    ).toBe(1);
    const takenAt = ({ result }: Reading, fields: Record<string, unknown>): boolean | undefined => {
      const want = fields['date_time_original'];
      return typeof want === 'string'
        ? result.media.takenAt?.slice(0, 19) ===
            `${want.slice(0, 10).replaceAll(':', '-')}T${want.slice(11, 19)}`
        : undefined;
    };
    expect(ratio(/^image-(exif|phone|heic)$/, takenAt)).toBe(1);
    expect(
      ratio(/^image-(exif|format|heic)$/, ({ result }, { gps }) =>
        Array.isArray(gps)
          ? Math.abs((result.media.latitude ?? 999) - Number(gps[0])) < 1e-4 &&
            Math.abs((result.media.longitude ?? 999) - Number(gps[1])) < 1e-4
          : undefined,
      ),
    ).toBe(1);
  });

  it('videos give duration, size and codec', () => {
    const sound = ({ label }: Reading): boolean => label?.fields?.['ffprobe_ok'] === true;
    const duration = ratio(/^video$/, (reading, { duration_s }) =>
      sound(reading) && typeof duration_s === 'number'
        ? Math.abs((reading.result.media.durationSeconds ?? 0) - duration_s) <=
          Math.max(0.15, duration_s * 0.02)
        : undefined,
    );
    const size = ratio(/^video$/, ({ result }, { width, height }) =>
      width === undefined ? undefined : result.media.width === width && result.media.height === height,
    );
    const codec = ratio(/^video$/, ({ result }, { video_codec }) =>
      video_codec === undefined ? undefined : result.media.videoCodec === video_codec,
    );
    expect(duration).toBeGreaterThanOrEqual(0.95);
    expect(size).toBeGreaterThanOrEqual(0.97);
    expect(codec).toBeGreaterThanOrEqual(0.95);
  });

  it('broken and hostile files have a named problem', () => {
    expect(
      ratio(/^(video-broken)$/, ({ file, result }) =>
        /zero|ftyp|text-named/.test(file.name) ? result.problems.length > 0 : undefined,
      ),
    ).toBe(1);
    expect(
      ratio(/^pdf-unreadable$/, ({ result }) => result.problems.length > 0 || result.pageCount > 0),
    ).toBe(1);
    expect(
      ratio(/^archive-hostile$/, ({ file, result }) =>
        /bomb|slip|truncated|lying/.test(file.name) && !/nested|bz2|content-stream/.test(file.name)
          ? result.problems.length > 0
          : undefined,
      ),
    ).toBe(1);
  });
});
