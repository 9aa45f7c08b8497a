// What goes into the data folder of a pack, in which order?
import { copyFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CasebinderError } from '../../domain/errors.ts';
import { findResource } from '../readers/find-resource.ts';
import type { BookOutcome } from './book/make-book.ts';
import {
  checkExhibits,
  checkKnownNames,
  checkStatement,
  checkTotals,
  type ProfileFinding,
  type UploadFile,
} from './channel-profile.ts';
import { convertExhibit } from './convert-exhibit.ts';
import { nameExhibit } from './exhibit-names.ts';
import { copyOriginal, hashFile, isCopiedWithZip, type PayloadFile } from './pack-copy.ts';
import type { BuildPackOptions, ExhibitPlan, PackPlan, PackViolation, RedactedFrom } from './pack-plan.ts';
import { writeStatementDocx, writeStatementText } from './pack-statement.ts';
import { type PackFile, writeCaseJson, writeExhibitsCsv } from './pack-tables.ts';
import { bookLanguage } from './pack-text.ts';
import { assignVolumes, checkVolumes, nameVolume, type SealedVolume, sealVolumes } from './pack-volumes.ts';
import { runBook } from './run-book.ts';

export interface Payload {
  /** Every file below data/, with its hash. */
  readonly files: readonly PayloadFile[];
  readonly exhibits: readonly PackFile[];
  readonly violations: readonly PackViolation[];
  readonly book: BookOutcome;
  /** Further volumes, sealed. */
  readonly volumes: readonly SealedVolume[];
}

interface CopiedFile extends PayloadFile {
  readonly label: string;
  /** How a derived file was made. */
  readonly made?: string;
}

/** Fills `bag`/data. Throws what buildPack throws. */
export async function fillPayload(options: BuildPackOptions, bag: string): Promise<Payload> {
  const { plan, signal, onProgress } = options;
  const language = bookLanguage(plan);
  const data = join(bag, 'data');
  const originals = await copyOriginals(options, data);
  const findings = checkExhibits(plan, language);
  const { derived, violations } = await makeDerivedCopies(options, findings, originals, data);

  const total = plan.exhibits.length;
  let drawn = 0;
  const book = await runBook({
    request: {
      plan: {
        ...plan,
        exhibits: plan.exhibits.map((exhibit, index) => ({
          ...exhibit,
          // A large one is not copied yet.
          ...(originals[index]!.copies === undefined
            ? { sourcePath: join(bag, originals[index]!.path) }
            : {}),
        })),
      },
      language,
      folder: data,
      files: Object.fromEntries(originals.map((file) => [file.label, describePlace(plan, file)])),
      forcedSlips: {},
    },
    onExhibit: (label) => onProgress?.({ phase: 'book', done: drawn++, total, current: label }),
    signal,
  });

  const volumeOf = assignVolumes(plan);
  const places = new Map(book.exhibits.map((exhibit) => [exhibit.label, exhibit]));
  const describe = (file: CopiedFile, isDerived: boolean): PackFile => {
    const place = places.get(file.label)!;
    return {
      label: file.label,
      file: file.path.slice('data/'.length),
      sha256: file.sha256,
      sourceSha256: sourceHash(plan.exhibits.find((exhibit) => exhibit.label === file.label)!),
      derived: isDerived,
      ...(file.made === undefined ? {} : { made: file.made }),
      ...(volumeOf.get(file.label) === 1 ? {} : { volume: volumeOf.get(file.label)! }),
      firstPage: place.firstPage,
      pages: place.pages,
      ...(place.slip === undefined ? {} : { slip: place.slip }),
    };
  };
  const exhibits = plan.exhibits.flatMap((exhibit) => [
    ...originals
      .filter((file) => file.label === exhibit.label)
      .map((file) =>
        exhibit.redacted === undefined
          ? describe(file, false)
          : describe({ ...file, made: describeRedaction(exhibit.redacted) }, true),
      ),
    ...derived.filter((file) => file.label === exhibit.label).map((file) => describe(file, true)),
  ]);
  const volumes = await sealVolumes(plan, bag, [...originals, ...derived]);
  const all = [
    ...checkStatement(plan),
    ...checkKnownNames(plan),
    ...violations,
    ...checkVolumes(plan),
    ...totals(options, originals, derived),
    ...unreadable(book, plan),
    ...withoutGlyphs(book),
  ];
  await writeTexts(options, data, exhibits, all, book, volumes);
  const inFirst = [...originals, ...derived].filter((file) => volumeOf.get(file.label) === 1);
  const files = await describeFiles(data, inFirst, options);
  return { files, exhibits, violations: all, book, volumes };
}

/** Where the list says a file lies: in another volume, under that volume's name. */
function describePlace(plan: PackPlan, file: CopiedFile): string {
  const volume = assignVolumes(plan).get(file.label) ?? 1;
  const place = file.path.slice('data/'.length);
  return volume === 1 ? place : `${nameVolume(plan, volume)}/data/${place}`;
}

/** What a derived file names as its source: of a redacted copy, the original in the archive. */
function sourceHash(exhibit: ExhibitPlan): string {
  return exhibit.redacted?.sourceSha256 ?? exhibit.sha256;
}

function describeRedaction({ boxes, pages }: RedactedFrom): string {
  return pages.length === 0
    ? `redacted copy: ${boxes} passages replaced`
    : `redacted copy: ${boxes} boxes burned in, pages ${pages.join(', ')} as pictures without text`;
}

/** Two at a time: one is copied by the system while the other is hashed here. */
const COPIES_AT_ONCE = 2;

async function copyOriginals(
  { plan, signal, onProgress, zip }: BuildPackOptions,
  data: string,
): Promise<CopiedFile[]> {
  await mkdir(join(data, 'upload'));
  const names = plan.exhibits.map((exhibit) => nameExhibit(exhibit, plan.profile));
  // Two names that differ in case only would be one file on Windows and macOS.
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) {
    throw new CasebinderError('INPUT_INVALID', { detail: 'two exhibits with the same label' });
  }
  const copied: CopiedFile[] = new Array(names.length);
  let next = 0;
  let failed = false;
  const work = async (): Promise<void> => {
    while (next < names.length && !failed) {
      const index = next++;
      const exhibit = plan.exhibits[index]!;
      const name = names[index]!;
      onProgress?.({ phase: 'copy', done: index, total: names.length, current: exhibit.label });
      const isLater = isCopiedWithZip(exhibit, zip);
      const sha256 = isLater
        ? exhibit.sha256
        : await copyOriginal(exhibit, join(data, 'upload', name), signal);
      copied[index] = {
        label: exhibit.label,
        path: `data/upload/${name}`,
        sha256,
        sizeBytes: exhibit.sizeBytes,
        ...(isLater ? { copies: exhibit } : {}),
      };
    }
  };
  const workers = Array.from({ length: COPIES_AT_ONCE }, () =>
    work().catch((error: unknown) => {
      failed = true;
      throw error;
    }),
  );
  // All must have stopped before the caller removes the folder.
  const results = await Promise.allSettled(workers);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return copied;
}

async function makeDerivedCopies(
  { plan, signal }: BuildPackOptions,
  findings: readonly ProfileFinding[],
  originals: readonly CopiedFile[],
  data: string,
): Promise<{ derived: CopiedFile[]; violations: PackViolation[] }> {
  const derived: CopiedFile[] = [];
  const violations: PackViolation[] = [];
  const folder = join(data, 'upload', 'derived');
  for (const { violation, conversion } of findings) {
    const index = plan.exhibits.findIndex((exhibit) => exhibit.label === violation.exhibit);
    const exhibit = plan.exhibits[index];
    if (conversion === undefined || exhibit === undefined) {
      violations.push(violation);
      continue;
    }
    await mkdir(folder, { recursive: true });
    const uploadName = originals[index]!.path.slice('data/upload/'.length);
    const names = await convertExhibit(exhibit, conversion, plan.profile, uploadName, folder, signal);
    for (const { name, made } of names) {
      const path = join(folder, name);
      derived.push({
        label: exhibit.label,
        made,
        path: `data/upload/derived/${name}`,
        sha256: await hashFile(path, signal),
        sizeBytes: (await stat(path)).size,
      });
    }
    violations.push({
      ...violation,
      fixed: names.length > 0,
      ...(names.length > 0 ? {} : { fix: 'ask' as const }),
    });
  }
  if (derived.length === 0) await rm(folder, { recursive: true, force: true });
  return { derived, violations };
}

/** What would be uploaded: the derived copies of an exhibit in place of its original. */
function totals(
  { plan }: BuildPackOptions,
  originals: readonly CopiedFile[],
  derived: readonly CopiedFile[],
): PackViolation[] {
  const replaced = new Set(derived.map((file) => file.label));
  const uploads: UploadFile[] = [...originals.filter((file) => !replaced.has(file.label)), ...derived];
  return checkTotals(plan.profile, uploads);
}

function unreadable(book: BookOutcome, { variant, exhibits }: PackPlan): PackViolation[] {
  // A slip that stands for an unmarked identity document is what was asked for.
  const meant = new Set(exhibits.filter((one) => one.unmarked === true).map((one) => one.label));
  return book.exhibits
    .filter((exhibit) => exhibit.slip !== undefined && !meant.has(exhibit.label))
    .map((exhibit) => ({
      exhibit: exhibit.label,
      code: 'NOT_READABLE',
      params: { exhibit: exhibit.label, reason: exhibit.slip!, variant },
      fix: 'ask',
      fixed: false,
    }));
}

/** Said per exhibit, so that nobody believes a page of code points to be what the original shows. */
function withoutGlyphs(book: BookOutcome): PackViolation[] {
  return book.exhibits
    .filter((exhibit) => exhibit.replaced > 0)
    .map(({ label, replaced }) => ({
      exhibit: label,
      code: 'GLYPHS_MISSING',
      params: { exhibit: label, count: replaced },
      fix: 'ask',
      fixed: false,
    }));
}

async function writeTexts(
  { plan }: BuildPackOptions,
  data: string,
  exhibits: readonly PackFile[],
  violations: readonly PackViolation[],
  book: BookOutcome,
  volumes: readonly SealedVolume[],
): Promise<void> {
  const language = bookLanguage(plan);
  const verifyPage = findResource('pack/verify.html');
  if (verifyPage === undefined)
    throw new CasebinderError('INTERNAL', { detail: 'resource missing: pack/verify.html' });
  await copyFile(verifyPage, join(data, 'verify.html'));
  await writeFile(join(data, 'statement.txt'), writeStatementText(plan, language), { flag: 'wx' });
  await writeFile(join(data, 'statement.docx'), await writeStatementDocx(plan, language), { flag: 'wx' });
  await writeFile(join(data, 'exhibits.csv'), writeExhibitsCsv(plan, exhibits), { flag: 'wx' });
  await writeFile(join(data, 'case.json'), writeCaseJson(plan, exhibits, violations, book, volumes), {
    flag: 'wx',
  });
}

/** Lists what really lies in the data folder; copies were hashed when they were written. */
async function describeFiles(
  data: string,
  known: readonly PayloadFile[],
  { signal, onProgress }: BuildPackOptions,
): Promise<PayloadFile[]> {
  const byPath = new Map(known.map((file) => [file.path, file]));
  const files: PayloadFile[] = [];
  const entries = await readdir(data, { recursive: true, withFileTypes: true });
  for (const [index, entry] of entries.filter((one) => one.isFile()).entries()) {
    const full = join(entry.parentPath, entry.name);
    const path = `data${full.slice(data.length).replaceAll('\\', '/')}`;
    onProgress?.({ phase: 'hash', done: index, total: entries.length, current: path });
    const found = byPath.get(path) ?? {
      path,
      sha256: await hashFile(full, signal),
      sizeBytes: (await stat(full)).size,
    };
    files.push({ path, sha256: found.sha256, sizeBytes: found.sizeBytes });
  }
  for (const { path, sha256, sizeBytes, copies } of known)
    if (copies !== undefined) files.push({ path, sha256, sizeBytes, copies });
  return files.sort((left, right) => (left.path < right.path ? -1 : 1));
}
