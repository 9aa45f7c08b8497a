// A workbook on whose packed bytes the spreadsheet library's own unpacking runs for ever.
import { Buffer } from 'node:buffer';

/** A deflate stream that a mutated workbook held: its table of lengths is impossible. */
const ENDLESS = Buffer.from(
  'RI5BSgQxEEX3gncoau+knYX/////MBcYPUBIl9OBpBJT1dJzpDnHXMyIiMv/H4//7WErGb6oS6rs8HE3IRDHOic+O3x/Oz48I4gGnkOuTA4vJHjw93dWRGG4LA4X1fZijMSFSpBdbcSDfNRego7Yz0ZapzDLQqQlm/00PZkSEiPEurI63COsnD5Xev3L3kryVv0xxSVRB6Wx1+raofXaerpd9XYVkFFsWTZr1FvzAAAA/4qVZ8iJ6R+Z8dl/AwAA//8DAA==',
  'base64',
);

export function makeEndlessWorkbook(): Buffer {
  // A ZIP with this one part, as the library opens it.
  const name = Buffer.from('xl/sharedStrings.xml');
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(ENDLESS.length, 18);
  head.writeUInt32LE(242, 22);
  head.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(ENDLESS.length, 20);
  entry.writeUInt32LE(242, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(head.length + name.length + ENDLESS.length, 16);
  return Buffer.concat([head, name, ENDLESS, entry, name, end]);
}
