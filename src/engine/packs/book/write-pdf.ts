// How is a finished document written to disk object by object, so that it is never in memory as a whole?
import { closeSync, fsyncSync, openSync } from 'node:fs';
import {
  PDFCatalog,
  type PDFContext,
  PDFCrossRefStream,
  type PDFDict,
  type PDFDocument,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectStream,
  PDFPageLeaf,
  PDFPageTree,
  PDFRef,
  PDFStream,
} from 'pdf-lib';
import { writeAll } from './spill-streams.ts';

const OBJECTS_PER_STREAM = 100;

/** Writes `doc` to `path` with object streams and a cross-reference stream (PDF 32000-1, 7.5.7 and 7.5.8). */
export async function writePdf(doc: PDFDocument, path: string): Promise<void> {
  await doc.flush();
  const file = openSync(path, 'w', 0o644);
  try {
    const { context } = doc;
    let size = writeAll(file, Buffer.from('%PDF-1.7\n%\u0081\u0081\u0081\u0081\n\n', 'latin1'));
    const xref = PDFCrossRefStream.create(trailerOf(context), true);
    let chunk: [PDFRef, PDFObject][] = [];
    const put = (ref: PDFRef, object: PDFObject): void => {
      xref.addUncompressedEntry(ref, size);
      size += writeObject(file, ref, object);
    };
    // Numbers beyond those of the document: nothing of this is left in it.
    let next = context.largestObjectNumber;
    const putChunk = (): void => {
      if (chunk.length === 0) return;
      next += 1;
      const holder = PDFRef.of(next);
      for (const [index, [ref]] of chunk.entries()) xref.addCompressedEntry(ref, holder, index);
      put(holder, PDFObjectStream.withContextAndObjects(context, chunk, true));
      chunk = [];
    };
    for (const [ref, object] of context.enumerateIndirectObjects()) {
      if (mustStandAlone(ref, object)) put(ref, object);
      else {
        chunk.push([ref, object]);
        if (chunk.length === OBJECTS_PER_STREAM) putChunk();
      }
    }
    putChunk();
    next += 1;
    const own = PDFRef.of(next);
    const start = size;
    xref.dict.set(PDFName.of('Size'), PDFNumber.of(next + 1));
    xref.addUncompressedEntry(own, start);
    writeObject(file, own, xref);
    writeAll(file, Buffer.from(`startxref\n${start}\n%%EOF`, 'latin1'));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function trailerOf(context: PDFContext): PDFDict {
  const { Root, Info, ID } = context.trailerInfo;
  return context.obj({
    Root: Root as never,
    ...(Info === undefined ? {} : { Info: Info as never }),
    ...(ID === undefined ? {} : { ID: ID as never }),
  }) as PDFDict;
}

function mustStandAlone(ref: PDFRef, object: PDFObject): boolean {
  return (
    ref.generationNumber !== 0 ||
    object instanceof PDFStream ||
    object instanceof PDFInvalidObject ||
    object instanceof PDFCatalog ||
    object instanceof PDFPageTree ||
    object instanceof PDFPageLeaf
  );
}

function writeObject(file: number, ref: PDFRef, object: PDFObject): number {
  let size = writeAll(file, Buffer.from(`${ref.objectNumber} ${ref.generationNumber} obj\n`, 'latin1'));
  if (object instanceof PDFStream) {
    // By hand, because the library copies contents byte by byte.
    object.updateDict();
    size += writeAll(file, bytesOf(object.dict));
    size += writeAll(file, Buffer.from('\nstream\n', 'latin1'));
    size += writeAll(file, object.getContents());
    size += writeAll(file, Buffer.from('\nendstream', 'latin1'));
  } else size += writeAll(file, bytesOf(object));
  return size + writeAll(file, Buffer.from('\nendobj\n\n', 'latin1'));
}

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}
