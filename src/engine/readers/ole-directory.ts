// Which streams does an OLE compound file (.doc, .xls, .ppt, .msg) hold, without reading the whole file?
import { closeSync, openSync, readSync } from 'node:fs';

const FREE_SECTOR = 0xfffffffa;
const MAX_DIRECTORY_BYTES = 4 * 1024 * 1024;

/** Names of all storages and streams, in directory order ([MS-CFB] 2.6). Throws when the structure is broken. */
export function listOleNames(path: string): string[] {
  const handle = openSync(path, 'r');
  try {
    return readNames(handle);
  } finally {
    closeSync(handle);
  }
}

function readNames(handle: number): string[] {
  const header = readAt(handle, 0, 512);
  const sectorBytes = 1 << header.readUInt16LE(30);
  if (sectorBytes !== 512 && sectorBytes !== 4096) throw new Error('unknown sector size');
  const fatSectors: number[] = [];
  for (let index = 0; index < 109; index += 1) {
    const sector = header.readUInt32LE(76 + index * 4);
    if (sector < FREE_SECTOR) fatSectors.push(sector);
  }
  const nextOf = (sector: number): number => {
    const perSector = sectorBytes / 4;
    const fatSector = fatSectors[Math.floor(sector / perSector)];
    if (fatSector === undefined) return FREE_SECTOR;
    const entry = readAt(handle, (fatSector + 1) * sectorBytes + (sector % perSector) * 4, 4);
    return entry.readUInt32LE(0);
  };
  const names: string[] = [];
  const seen = new Set<number>();
  let sector = header.readUInt32LE(48);
  while (sector < FREE_SECTOR && !seen.has(sector) && seen.size * sectorBytes < MAX_DIRECTORY_BYTES) {
    seen.add(sector);
    collectNames(readAt(handle, (sector + 1) * sectorBytes, sectorBytes), names);
    sector = nextOf(sector);
  }
  return names;
}

function collectNames(sector: Buffer, names: string[]): void {
  for (let offset = 0; offset + 128 <= sector.length; offset += 128) {
    const nameBytes = sector.readUInt16LE(offset + 64);
    if (nameBytes < 2 || nameBytes > 64) continue;
    names.push(sector.toString('utf16le', offset, offset + nameBytes - 2));
  }
}

function readAt(handle: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  const readBytes = readSync(handle, buffer, 0, length, position);
  if (readBytes === 0) throw new Error('ends inside the directory');
  return buffer;
}
