// How does the sample write ZIP containers (attachments, OFD, Office) with the same bytes every time?
import { ZipFile } from 'yazl';

export interface ZipMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Packs members in the given order, dated with the ISO date, deflated. */
export async function writeZip(members: readonly ZipMember[], isoDate: string): Promise<Uint8Array> {
  const zip = new ZipFile();
  const [year, month, day] = isoDate.split('-').map(Number) as [number, number, number];
  // Local fields, because a ZIP's DOS time has no zone.
  const mtime = new Date(year, month - 1, day, 10, 0, 0);
  for (const member of members) {
    zip.addBuffer(Buffer.from(member.bytes), member.name, {
      mtime,
      mode: 0o100644,
      compress: true,
      forceDosTimestamp: true,
    });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
