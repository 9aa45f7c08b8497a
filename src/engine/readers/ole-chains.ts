// Do the sector chains of a compound file end? A chain that runs in a circle fills any memory of a library that follows it.

const DIFAT_IN_HEADER = 109;
const HEADER_BYTES = 512;

/** True when the FAT or the mini FAT holds a circle ([MS-CFB] 2.3, 2.4); false for anything that is no compound file. */
export function hasEndlessChain(bytes: Buffer): boolean {
  if (bytes.length < HEADER_BYTES) return false;
  const sectorBytes = 2 ** Math.min(bytes.readUInt16LE(30), 16);
  const readSector = (sector: number): number[] => {
    const from = (sector + 1) * sectorBytes;
    const entries: number[] = [];
    for (let at = from; at + 4 <= Math.min(from + sectorBytes, bytes.length); at += 4)
      entries.push(bytes.readUInt32LE(at));
    return entries;
  };
  const last = bytes.length / sectorBytes;
  const fatSectors = Array.from({ length: DIFAT_IN_HEADER }, (_v, i) => bytes.readUInt32LE(76 + i * 4));
  const fat = fatSectors.filter((sector) => sector < last).flatMap(readSector);
  if (hasCircle(fat)) return true;
  const miniFat: number[] = [];
  for (let sector = bytes.readUInt32LE(60); sector < Math.min(last, fat.length); sector = fat[sector] ?? -1) {
    if (sector < 0) break;
    miniFat.push(...readSector(sector));
  }
  return hasCircle(miniFat);
}

function hasCircle(table: readonly number[]): boolean {
  // 0: not seen, otherwise the number of the walk that saw it first.
  const seen = new Uint32Array(table.length);
  for (let start = 0; start < table.length; start += 1) {
    for (let at = start; at < table.length && seen[at] !== start + 1; ) {
      if (seen[at] !== 0) break;
      seen[at] = start + 1;
      at = table[at] ?? table.length;
      if (at < table.length && seen[at] === start + 1) return true;
    }
  }
  return false;
}
