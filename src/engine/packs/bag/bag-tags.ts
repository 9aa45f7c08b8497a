// What do the tag files of a bag say? (RFC 8493 sections 2.1–2.2; versions 0.93–1.0)
import iconv from 'iconv-lite';
import { type BagProblem, bagError, bagWarning } from './bag-problem.ts';

export interface BagDeclaration {
  /** [1, 0] for "1.0". */
  readonly version: readonly [number, number];
  readonly encoding: string;
}

const KNOWN_VERSIONS = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0']);

/** Reads bagit.txt: two lines, UTF-8 without byte-order mark. */
export function parseDeclaration(bytes: Uint8Array): {
  declaration?: BagDeclaration;
  problems: BagProblem[];
} {
  const invalid = (detail: string) => ({
    problems: [bagError('BAGIT_TXT_INVALID', 'bagit.txt', { detail })],
  });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return invalid('byte-order mark');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return invalid('not UTF-8');
  }
  const lines = splitLines(text).filter((line) => line !== '');
  const version = /^BagIt-Version: (\d+)\.(\d+)$/.exec(lines[0]?.trimEnd() ?? '');
  const encoding = /^Tag-File-Character-Encoding: ([\w.:-]+)$/.exec(lines[1]?.trimEnd() ?? '');
  if (version === null) return invalid('BagIt-Version');
  if (encoding === null) return invalid('Tag-File-Character-Encoding');
  if (lines.length > 2) return invalid('more than two lines');
  const name = `${version[1]}.${version[2]}`;
  const problems: BagProblem[] = [];
  if (!KNOWN_VERSIONS.has(name)) problems.push(bagError('VERSION_UNKNOWN', 'bagit.txt', { version: name }));
  if (!iconv.encodingExists(encoding[1]!)) {
    problems.push(bagError('ENCODING_UNKNOWN', 'bagit.txt', { encoding: encoding[1]! }));
  }
  return {
    declaration: { version: [Number(version[1]), Number(version[2])], encoding: encoding[1]! },
    problems,
  };
}

/** True from `major.minor` on. */
export function isAtLeast(declaration: BagDeclaration, major: number, minor: number): boolean {
  const [a, b] = declaration.version;
  return a > major || (a === major && b >= minor);
}

/** Decodes a tag file in the declared encoding; a byte-order mark is dropped. */
export function decodeTag(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes), iconv.encodingExists(encoding) ? encoding : 'utf-8', {
    stripBOM: true,
  });
}

/** Lines end in LF, CR or CR LF (RFC 8493, 2.1.3). */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines[lines.length - 1] === '') lines.pop();
  return lines;
}

export interface ManifestLine {
  readonly digest: string;
  /** As written, without the marks of md5sum and "./". */
  readonly path: string;
}

/** Reads one manifest. Unsafe paths are reported and left out. */
export function parseManifest(
  text: string,
  name: string,
  isPayload: boolean,
): { lines: ManifestLine[]; problems: BagProblem[] } {
  const lines: ManifestLine[] = [];
  const problems: BagProblem[] = [];
  for (const [index, line] of splitLines(text).entries()) {
    if (line.trim() === '') continue;
    const match = /^([0-9A-Fa-f]+)[ \t]+(\*?)(.*\S.*)$/.exec(line);
    if (match === null) {
      problems.push(bagError('MANIFEST_INVALID', name, { line: index + 1 }));
      continue;
    }
    let path = match[3]!;
    if (match[2] === '*') problems.push(bagWarning('PATH_MD5SUM_STYLE', path));
    if (path.startsWith('./')) {
      problems.push(bagWarning('PATH_RELATIVE', path));
      path = path.replace(/^(?:\.\/)+/, '');
    }
    if (isUnsafePath(path) || (isPayload && !path.startsWith('data/'))) {
      problems.push(bagError('PATH_UNSAFE', path));
      continue;
    }
    lines.push({ digest: match[1]!.toLowerCase(), path });
  }
  return { lines, problems };
}

/** Absolute, home, drive, environment and parent paths, on any system (RFC 8493, 5.1). */
export function isUnsafePath(path: string): boolean {
  return (
    path.startsWith('/') ||
    path.startsWith('~') ||
    path.startsWith('\\') ||
    /^[A-Za-z]:/.test(path) ||
    /^%[^%/]+%[\\/]/.test(path) ||
    /^\$/.test(path) ||
    path.includes('\0') ||
    path.split(/[\\/]/).includes('..')
  );
}

/** Undoes the percent-encoding that RFC 8493 2.1.3 asks for: CR, LF and, from 1.0 on, the percent sign itself. */
export function decodeBagPath(path: string): string {
  return path.replace(/%(0[AaDd]|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

export interface BagInfoEntry {
  readonly label: string;
  readonly value: string;
}

/** Reads bag-info.txt: "Label: value", continued lines begin with white space. */
export function parseBagInfo(
  text: string,
  name: string,
): { entries: BagInfoEntry[]; problems: BagProblem[] } {
  const entries: { label: string; value: string }[] = [];
  const problems: BagProblem[] = [];
  for (const [index, line] of splitLines(text).entries()) {
    if (line.trim() === '') continue;
    const previous = entries[entries.length - 1];
    if (/^[ \t]/.test(line) && previous !== undefined) {
      previous.value += ` ${line.trim()}`;
      continue;
    }
    const match = /^([^:]+?)[ \t]*:[ \t]*(.*)$/.exec(line);
    if (match === null) problems.push(bagError('BAG_INFO_INVALID', name, { line: index + 1 }));
    else entries.push({ label: match[1]!, value: match[2]!.trimEnd() });
  }
  return { entries, problems };
}

export interface FetchLine {
  readonly url: string;
  /** Undefined for "-". */
  readonly sizeBytes?: number;
  readonly path: string;
}

/** Reads fetch.txt: "url length path". Nothing is ever fetched. */
export function parseFetch(text: string): { lines: FetchLine[]; problems: BagProblem[] } {
  const lines: FetchLine[] = [];
  const problems: BagProblem[] = [];
  for (const [index, line] of splitLines(text).entries()) {
    if (line.trim() === '') continue;
    const match = /^(\S+)[ \t]+(-|\d+)[ \t]+(.*\S.*)$/.exec(line);
    if (match === null) {
      problems.push(bagError('FETCH_INVALID', 'fetch.txt', { line: index + 1 }));
      continue;
    }
    const path = match[3]!.replace(/^(?:\.\/)+/, '');
    if (isUnsafePath(path) || !path.startsWith('data/')) problems.push(bagError('PATH_UNSAFE', path));
    else lines.push({ url: match[1]!, path, ...(match[2] === '-' ? {} : { sizeBytes: Number(match[2]) }) });
  }
  return { lines, problems };
}
