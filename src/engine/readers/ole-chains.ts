// Do the chains and the directory of a compound file end? One that runs in a circle fills any memory of a library that follows it.

const DIFAT_IN_HEADER = 109;
const HEADER_BYTES = 512;

const ENTRY_BYTES = 128;
const NO_STREAM = 0xffffffff;
/** Left sibling, right sibling, child ([MS-CFB] 2.6.1). */
const LINK_OFFSETS = [68, 72, 76];

/**
 * True when the FAT, the mini FAT or the directory tree holds a circle ([MS-CFB] 2.3, 2.4, 2.6); false for anything that
 * is no compound file.
 */
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
  return hasCircle(miniFat) || hasDirectoryCircle(bytes, fat, sectorBytes);
}

/** A tree reaches each of its entries once; one that is reached twice may be reached for ever. */
function hasDirectoryCircle(bytes: Buffer, fat: readonly number[], sectorBytes: number): boolean {
  const entries: Buffer[] = [];
  const last = bytes.length / sectorBytes;
  let steps = 0;
  for (
    let sector = bytes.readUInt32LE(48);
    sector < last && steps <= last;
    sector = fat[sector] ?? NO_STREAM
  ) {
    steps += 1;
    const from = (sector + 1) * sectorBytes;
    for (let at = from; at + ENTRY_BYTES <= Math.min(from + sectorBytes, bytes.length); at += ENTRY_BYTES)
      entries.push(bytes.subarray(at, at + ENTRY_BYTES));
  }
  const reached = new Set<number>([0]);
  for (const entry of entries) {
    // Type 0: the entry is not in use, whatever its links say.
    if (entry[66] === 0) continue;
    for (const offset of LINK_OFFSETS) {
      const link = entry.readUInt32LE(offset);
      if (link >= entries.length) continue;
      if (reached.has(link)) return true;
      reached.add(link);
    }
  }
  return false;
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
