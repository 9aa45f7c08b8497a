// How does a reader collect its findings without ever passing the limits of one document?
import { createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type {
  ChildFile,
  DocumentProperties,
  MediaFacts,
  PageText,
  ReadProblem,
  ReadProblemCode,
  ReadResult,
  TextSource,
} from '../../domain/reading.ts';
import { notePart, noteProgress } from '../jobs/progress-sign.ts';
import type { ReadRequest } from './read-request.ts';

class ChildTooLarge extends Error {}

/** The growing result of one reader. Text and children beyond the limits are left out and reported, never fatal. */
export class ReadDraft {
  readonly request: ReadRequest;
  pageCount = 0;
  readonly pagesWithoutText: number[] = [];
  media: MediaFacts = {};
  properties: DocumentProperties = {};
  readonly #pages: PageText[] = [];
  readonly #children: ChildFile[] = [];
  readonly #problems: ReadProblem[] = [];
  #textCharacters = 0;
  #childBytes = 0;
  readonly #leftOut: number[] = [];
  #endedBefore: number | undefined;
  readonly #beganMs = performance.now();

  constructor(request: ReadRequest) {
    this.request = request;
  }

  get pages(): readonly PageText[] {
    return this.#pages;
  }

  get children(): readonly ChildFile[] {
    return this.#children;
  }

  get problems(): readonly ReadProblem[] {
    return this.#problems;
  }

  /** True when no more text fits: a reader may stop early. */
  get isTextFull(): boolean {
    return this.#textCharacters >= this.request.limits.maxTextCharacters;
  }

  /**
   * Begins page or entry `number` (1-based). False when it must be left out: it was too much at an earlier try, or the
   * time for the whole file is up. What is left out is named in the result; everything before it is kept.
   */
  beginPart(number: number): boolean {
    notePart(number);
    if (this.#endedBefore !== undefined) return false;
    if (performance.now() - this.#beganMs > this.request.limits.timeoutMs) {
      this.#endedBefore = number;
      return false;
    }
    if (this.request.avoidParts?.includes(number) === true) this.leaveOut(number);
    return this.returnTo(number);
  }

  /** True when page or entry `number` may be looked at once more: it was not left out. */
  returnTo(number: number): boolean {
    notePart(number);
    return !this.#leftOut.includes(number);
  }

  /** Names a page or entry that was too much. */
  leaveOut(number: number): void {
    if (!this.#leftOut.includes(number)) this.#leftOut.push(number);
  }

  /** Each code is kept once, with the first detail. */
  addProblem(code: ReadProblemCode, detail?: string): void {
    if (this.#problems.some((problem) => problem.code === code)) return;
    this.#problems.push(detail === undefined ? { code } : { code, detail: detail.slice(0, 200) });
  }

  /** Adds one page of text, cut at the limit of the document. Empty text adds no page. */
  addPage(page: number, text: string, source: TextSource): void {
    noteProgress();
    const clean = cleanText(text);
    if (clean.trim() === '') return;
    const room = this.request.limits.maxTextCharacters - this.#textCharacters;
    if (clean.length > room) {
      this.addProblem('TOO_LARGE', `text cut at ${this.request.limits.maxTextCharacters} characters`);
    }
    if (room <= 0) return;
    const kept = clean.slice(0, room);
    this.#textCharacters += kept.length;
    this.#pages.push({ page, text: kept, source });
  }

  /**
   * Writes one file found inside this one to the scratch folder, under a name of our own, so that no stored
   * name ever becomes a path. Resolves to false when a limit kept it out (reported as a problem).
   */
  async addChild(
    childPath: string,
    name: string,
    content: Uint8Array | Readable,
    mediaType?: string,
  ): Promise<boolean> {
    const { limits, scratchDir } = this.request;
    if (this.#children.length >= limits.maxChildren) {
      this.addProblem('ARCHIVE_TOO_MANY_ENTRIES', `only the first ${limits.maxChildren} are read`);
      if (!(content instanceof Uint8Array)) content.destroy();
      return false;
    }
    const roomBytes = Math.min(limits.maxChildBytes, limits.maxTotalChildBytes - this.#childBytes);
    const folder = join(scratchDir, 'children');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const scratchPath = join(folder, String(this.#children.length + 1).padStart(5, '0'));
    const sizeBytes = await writeChild(content, scratchPath, roomBytes);
    if (sizeBytes === undefined) {
      this.addProblem('TOO_LARGE', 'a file inside it is larger than the limit');
      return false;
    }
    this.#childBytes += sizeBytes;
    const child = { childPath, name: name === '' ? 'unnamed' : name, sizeBytes, scratchPath };
    noteProgress();
    this.#children.push(mediaType === undefined ? child : { ...child, mediaType });
    return true;
  }

  toResult(mediaType: string, reader: string, readerVersion: number): ReadResult {
    notePart(0);
    const missing = [
      ...(this.#leftOut.length === 0 ? [] : [`without part ${this.#leftOut.join(', ')}`]),
      ...(this.#endedBefore === undefined ? [] : [`the time was up before part ${this.#endedBefore}`]),
    ];
    const isStopped = this.#problems.some(({ code }) => code === 'OUT_OF_MEMORY');
    if (missing.length > 0 && this.#pages.length + this.#children.length > 0)
      this.addProblem('READ_PARTLY', missing.join('; '));
    else if (missing.length > 0 && !isStopped) this.addProblem('TOO_SLOW', missing.join('; '));
    return {
      mediaType,
      reader,
      readerVersion,
      pages: this.#pages,
      pageCount: this.pageCount,
      pagesWithoutText: this.pagesWithoutText,
      media: this.media,
      properties: this.properties,
      children: this.#children,
      barcodes: [],
      problems: this.#problems,
    };
  }
}

/** Size written, or undefined when it would exceed `roomBytes` (nothing is left behind then). */
async function writeChild(
  content: Uint8Array | Readable,
  path: string,
  roomBytes: number,
): Promise<number | undefined> {
  if (content instanceof Uint8Array) {
    if (content.byteLength > roomBytes) return undefined;
    writeFileSync(path, content, { mode: 0o600 });
    return content.byteLength;
  }
  let sizeBytes = 0;
  const counter = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      sizeBytes += chunk.byteLength;
      noteProgress();
      if (sizeBytes > roomBytes) done(new ChildTooLarge());
      else done(null, chunk);
    },
  });
  try {
    await pipeline(content, counter, createWriteStream(path, { mode: 0o600 }));
    return sizeBytes;
  } catch (error) {
    rmSync(path, { force: true });
    if (error instanceof ChildTooLarge) return undefined;
    throw error;
  }
}

/** Drops characters that are never text: NUL, U+FFFE/U+FFFF, lone surrogates; line ends become "\n". */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, (character) =>
        character === '\u000C' || character === '\u000B' ? '\n' : '',
      )
      .toWellFormed()
  );
}
