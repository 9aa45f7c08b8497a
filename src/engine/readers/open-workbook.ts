// How is a workbook (XLSX, XLSB, XLS, ODS) opened so that no damaged one can hold its thread for ever?
import { deflateRawSync, type InflateRaw, inflateRawSync } from 'node:zlib';
import { CFB, type ParsingOptions, read, set_cptable, type WorkBook } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { noteProgress } from '../jobs/progress-sign.ts';
import { hasEndlessChain } from './ole-chains.ts';

// Old .xls files keep their text in the code page of the machine that wrote them.
set_cptable(codePages);

/** One part of a workbook, unpacked; a sheet of 200,000 rows is about a tenth of it. */
const MAX_PART_BYTES = 256 * 1024 * 1024;
/** First four bytes of a compound file, [MS-CFB] 2.2. */
const OLE_MAGIC = 0xd0cf11e0;

/** What the library asks of zlib; it looks for `bytesRead`, which Node has renamed, and would go without. */
class BoundedInflate {
  readonly _finishFlushFlag = 0;
  bytesRead = 0;

  _processChunk(packed: Uint8Array): Uint8Array {
    noteProgress();
    const { buffer, engine } = inflateRawSync(packed, {
      info: true,
      maxOutputLength: MAX_PART_BYTES,
    }) as unknown as { buffer: Buffer; engine: InflateRaw };
    this.bytesRead = engine.bytesWritten;
    return buffer;
  }
}

// Its own unpacking runs for ever on some damaged bytes; Node's ends with an error.
(CFB as { utils: { use_zlib(zlib: unknown): void } }).utils.use_zlib({
  InflateRaw: BoundedInflate,
  deflateRawSync,
});

/** Cells and properties of the first `maxRows` rows of each sheet. @throws Error whatever the library stumbles over */
export function openWorkbook(bytes: Buffer, maxRows: number, options: ParsingOptions = {}): WorkBook {
  // The library follows the chains of an old .xls without counting.
  if (bytes.length > 512 && bytes.readUInt32BE(0) === OLE_MAGIC && hasEndlessChain(bytes))
    throw new RangeError('the file runs in a circle');
  return read(bytes, {
    ...options,
    type: 'buffer',
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellStyles: false,
    bookVBA: false,
    // The library asks for this at every row: the only sign of progress that it gives.
    get sheetRows() {
      noteProgress();
      return maxRows;
    },
    set sheetRows(_unbounded) {
      // It wants to lift the bound for some formats, and would fail on a value that can't be set.
    },
  });
}
