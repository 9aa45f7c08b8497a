// How is PDFium (as WebAssembly) started in this thread, with a font for Chinese text that a PDF does not embed?
import { readFileSync } from 'node:fs';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { findModuleFile } from './find-module-file.ts';
import { findResource } from './find-resource.ts';

/** Reading text took 19 MB at most over all real files; a content stream without end takes whatever it gets. */
const MAX_READING_BYTES = 256 * 1024 * 1024;
const WASM_PAGE_BYTES = 65_536;

/** What the heap may grow to at the moment. Drawing and writing have no bound here: their threads are watched from outside. */
let maxHeapBytes = Number.POSITIVE_INFINITY;

let library: Promise<WrappedPdfiumModule> | undefined;
let ranOut = false;

/** The one PDFium instance of this thread. */
export function loadPdfium(): Promise<WrappedPdfiumModule> {
  if (ranOut) forgetPdfium();
  library ??= startPdfium();
  return library;
}

async function startPdfium(): Promise<WrappedPdfiumModule> {
  const bytes = readFileSync(findModuleFile('@embedpdf/pdfium/pdfium.wasm'));
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  // It would tell the console of every refused piece of memory.
  const pdfium = await init({ wasmBinary, printErr: () => undefined });
  boundMemory(pdfium);
  pdfium.PDFiumExt_Init();
  installCjkFont(pdfium);
  return pdfium;
}

/**
 * PDFium takes memory until there is none. Within this bound its own thread notices that, and at which page, before the
 * whole program has grown so far that the thread is stopped from outside, innocent or not, and tried again.
 */
export async function withReadingBound<T>(read: () => Promise<T>): Promise<T> {
  const pdfium = await loadPdfium();
  maxHeapBytes = heapOf(pdfium).byteLength + MAX_READING_BYTES;
  try {
    return await read();
  } finally {
    maxHeapBytes = Number.POSITIVE_INFINITY;
  }
}

function boundMemory(pdfium: WrappedPdfiumModule): void {
  const { memory } = pdfium.pdfium.wasmExports as unknown as { memory: WebAssembly.Memory };
  const grow = memory.grow.bind(memory);
  Object.defineProperty(memory, 'grow', {
    value: (pages: number): number => {
      ranOut = memory.buffer.byteLength + pages * WASM_PAGE_BYTES > maxHeapBytes;
      if (ranOut) throw new RangeError('PDFium is out of memory');
      return grow(pages);
    },
  });
}

/** True after PDFium broke off for want of memory: its instance is not to be used any more, not even to close a document. */
export function hasPdfiumRunOut(): boolean {
  return ranOut;
}

/** The next document gets a fresh instance: the old one broke off in the middle of something. */
export function forgetPdfium(): void {
  library = undefined;
  ranOut = false;
}

/** The linear memory as it is now; it moves when it grows, so never keep the view. */
export function heapOf(pdfium: WrappedPdfiumModule): Uint8Array {
  const { memory } = pdfium.pdfium.wasmExports as unknown as { memory: WebAssembly.Memory };
  return new Uint8Array(memory.buffer);
}

/** Allocates, runs `use`, frees. */
export function withMemory<T>(pdfium: WrappedPdfiumModule, bytes: number, use: (pointer: number) => T): T {
  const pointer = pdfium.pdfium.wasmExports.malloc(Math.max(bytes, 4));
  if (pointer === 0) throw new RangeError('PDFium is out of memory');
  try {
    return use(pointer);
  } finally {
    pdfium.pdfium.wasmExports.free(pointer);
  }
}

/** Calls a PDFium function of the form (buffer, bytes) → needed bytes, and decodes its UTF-16 answer. */
export function readUtf16(
  pdfium: WrappedPdfiumModule,
  call: (pointer: number, bytes: number) => number,
): string {
  const neededBytes = call(0, 0);
  if (neededBytes <= 2) return '';
  return withMemory(pdfium, neededBytes, (pointer) => {
    call(pointer, neededBytes);
    const bytes = heapOf(pdfium).slice(pointer, pointer + neededBytes);
    return new TextDecoder('utf-16le').decode(bytes).replace(/\0+$/, '');
  });
}

let drawing = 0;

/**
 * Runs `draw` with the font for Chinese text that a PDF does not embed. Reading text needs no glyphs, and handing over
 * 10 MB of font for every document would cost a first index a fifth of its time.
 */
export function withDrawingFonts<T>(draw: () => T): T {
  drawing += 1;
  try {
    return draw();
  } finally {
    drawing -= 1;
  }
}

/** Windows charset numbers of fpdf_sysfontinfo.h: Shift_JIS, Hangul, GB 2312, Big5. */
const CJK_CHARSETS: readonly number[] = [128, 129, 134, 136];
const FONT_HANDLE = 1;
/** sizeof(FPDF_SYSFONTINFO) on wasm32: version and eight function pointers. */
const FONT_INFO_BYTES = 36;

/**
 * PDFium in WebAssembly sees no system fonts and draws blanks for Chinese fonts that are not embedded. This hands it
 * Noto Sans SC for the East Asian charsets, through FPDF_SetSystemFontInfo (fpdf_sysfontinfo.h, version 1).
 */
function installCjkFont(pdfium: WrappedPdfiumModule): void {
  const path = findResource('fonts/NotoSansSC-Regular.ttf');
  if (path === undefined) return;
  let font: Buffer | undefined;
  const loadFont = (): Buffer => {
    font ??= readFileSync(path);
    return font;
  };
  const core = pdfium.pdfium;
  const info = core.wasmExports.malloc(FONT_INFO_BYTES);
  heapOf(pdfium).fill(0, info, info + FONT_INFO_BYTES);
  const mapFont = (_self: number, _weight: number, _italic: number, charset: number): number =>
    drawing > 0 && CJK_CHARSETS.includes(charset) ? FONT_HANDLE : 0;
  const getFontData = (
    _self: number,
    handle: number,
    table: number,
    buffer: number,
    bytes: number,
  ): number => {
    if (handle !== FONT_HANDLE) return 0;
    const data = table === 0 ? loadFont() : findTable(loadFont(), table);
    if (data === undefined) return 0;
    if (buffer !== 0 && bytes >= data.length) heapOf(pdfium).set(data, buffer);
    return data.length;
  };
  const functions = [
    core.addFunction(() => {}, 'vi'), // Release
    core.addFunction(() => {}, 'vii'), // EnumFonts
    core.addFunction(mapFont, 'iiiiiiii'), // MapFont(self, weight, italic, charset, pitch, face, exact)
    core.addFunction(() => 0, 'iii'), // GetFont
    core.addFunction(getFontData, 'iiiiii'), // GetFontData(self, font, table, buffer, bytes)
    core.addFunction(() => 0, 'iiiii'), // GetFaceName
    core.addFunction(() => 134, 'iii'), // GetFontCharset
    core.addFunction(() => {}, 'vii'), // DeleteFont
  ];
  core.setValue(info, 1, 'i32');
  functions.forEach((pointer, index) => {
    core.setValue(info + 4 + index * 4, pointer, 'i32');
  });
  pdfium.FPDF_SetSystemFontInfo(info);
}

/** One table of an OpenType file by its big-endian tag (OpenType 1.9, table directory). */
function findTable(font: Buffer, tag: number): Buffer | undefined {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    if (font.readUInt32BE(record) !== tag >>> 0) continue;
    const offset = font.readUInt32BE(record + 8);
    return font.subarray(offset, offset + font.readUInt32BE(record + 12));
  }
  return undefined;
}
