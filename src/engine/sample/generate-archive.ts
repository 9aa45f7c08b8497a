// How does a benchmark get thousands of realistic small files, quickly, and know what each of them is?
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { writeArchiveMail, writeArchivePaper, writeArchiveText } from './archive-papers.ts';
import type { ArchiveSubject, GeneratedFile } from './archive-subject.ts';
import { addDays, writeMailDate } from './format-values.ts';
import { makeUps, makeUsps, makeYunExpress } from './make-numbers.ts';
import { createRandom } from './seeded-random.ts';

export interface GenerateArchiveOptions {
  readonly dir: string;
  /** How many files to write. */
  readonly files: number;
  /** The same seed gives the same files. */
  readonly seed: string | number;
  readonly signal?: AbortSignal;
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

function describeSubject(index: number, seed: string): ArchiveSubject {
  const random = createRandom(`${seed}-${index}`);
  const carrier = random.pick(['UPS', 'USPS', 'YunExpress'] as const);
  const serial = 200_000 + index;
  const tail = Array.from({ length: 5 }, () => random.pick([...ALPHABET])).join('');
  return {
    index,
    orderId: `11${1 + (index % 4)}-${String(1_000_000 + index)}-${String(random.int(1_000_000, 9_999_999))}`,
    asin: `B0XHD${tail}`,
    carrier,
    tracking:
      carrier === 'UPS' ? makeUps(serial) : carrier === 'USPS' ? makeUsps(serial) : makeYunExpress(serial),
    date: addDays('2026-10-31', -random.int(0, 700)),
    quantity: random.int(1, 400),
    amountCents: random.int(900, 900_000),
    random,
  };
}

async function renderBasePictures(): Promise<{
  readonly jpegs: readonly Buffer[];
  readonly pngs: readonly Buffer[];
}> {
  const svg = (hue: number, size: number): Buffer =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size * 0.75}"><linearGradient id="g"><stop stop-color="hsl(${hue},35%,72%)"/><stop offset="1" stop-color="hsl(${hue},25%,38%)"/></linearGradient><rect width="100%" height="100%" fill="url(#g)"/><rect x="${size * 0.2}" y="${size * 0.14}" width="${size * 0.55}" height="${size * 0.46}" fill="#bf9768"/><rect x="${size * 0.32}" y="${size * 0.2}" width="${size * 0.2}" height="${size * 0.26}" fill="#fff"/></svg>`,
    );
  const hues = [20, 60, 110, 160, 210, 260, 300, 340];
  const jpegs = await Promise.all(hues.map((hue) => sharp(svg(hue, 480)).jpeg({ quality: 70 }).toBuffer()));
  const pngs = await Promise.all(hues.map((hue) => sharp(svg(hue, 320)).png({ palette: true }).toBuffer()));
  return { jpegs, pngs };
}

/** Makes a picture unique by a comment segment, which costs nothing. */
function addJpegComment(jpeg: Buffer, comment: string): Buffer {
  const text = Buffer.from(comment);
  const head = Buffer.from([0xff, 0xfe, (text.length + 2) >> 8, (text.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)]);
}

function addPngComment(png: Buffer, comment: string): Buffer {
  const data = Buffer.concat([Buffer.from('tEXtComment\0', 'latin1'), Buffer.from(comment, 'latin1')]);
  const chunk = Buffer.alloc(data.length + 8);
  chunk.writeUInt32BE(data.length - 4, 0);
  data.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(data), data.length + 4);
  // The signature (8 bytes) and IHDR (25 bytes) come first.
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

const PAPER_KINDS = [
  'fapiao_digital',
  'purchase_contract',
  'payment_proof',
  'tracking_slip',
  'pod',
  'commercial_invoice',
  'packing_list',
  'delivery_note',
] as const;

type Pictures = Awaited<ReturnType<typeof renderBasePictures>>;

function makeFile(
  subject: ArchiveSubject,
  pictures: Pictures,
): GeneratedFile & { readonly bytes: Uint8Array } {
  const { index, orderId, date, random } = subject;
  const folder = `${date.slice(0, 4)}/${date.slice(0, 7)}/${String(Math.floor(index / 100)).padStart(4, '0')}`;
  const share = random.next();
  if (share < 0.62) {
    const paper = writeArchivePaper(random.pick(PAPER_KINDS), subject);
    return { ...paper, path: `${folder}/${paper.path}` };
  }
  if (share < 0.74) {
    const mail = writeArchiveMail(subject, writeMailDate(date, '09:20:31', '+0000'));
    return { ...mail, path: `邮件/${folder}/${mail.path}` };
  }
  if (share < 0.84) {
    const text = writeArchiveText(subject);
    return { ...text, path: `报表/${folder}/${text.path}` };
  }
  const comment = `SAMPLE ${orderId} ${index}`;
  if (share < 0.94) {
    return {
      path: `打包照片/${folder}/打包_${orderId}.jpg`,
      kind: 'packing_photo',
      ids: [`order_id:${orderId}`],
      bytes: addJpegComment(pictures.jpegs[index % 8] as Buffer, comment),
    };
  }
  return {
    path: `截图/${folder}/微信截图_${date.replaceAll('-', '')}${String(index).padStart(6, '0')}.png`,
    kind: 'unknown',
    ids: [],
    bytes: addPngComment(pictures.pngs[index % 8] as Buffer, comment),
  };
}

/**
 * Writes `files` small files (text PDFs, mails, reports, pictures) below `dir` and says what each is.
 * Same seed, same bytes. Throws the signal's reason when aborted.
 */
export async function generateArchiveFiles(options: GenerateArchiveOptions): Promise<GeneratedFile[]> {
  const pictures = await renderBasePictures();
  const expectations: GeneratedFile[] = [];
  const made = new Set<string>();
  for (let first = 0; first < options.files; first += 64) {
    options.signal?.throwIfAborted();
    const writes: Promise<void>[] = [];
    for (let index = first; index < Math.min(options.files, first + 64); index++) {
      const { bytes, ...expectation } = makeFile(describeSubject(index, String(options.seed)), pictures);
      const target = join(options.dir, ...expectation.path.split('/'));
      const folder = join(target, '..');
      if (!made.has(folder)) {
        made.add(folder);
        await mkdir(folder, { recursive: true });
      }
      expectations.push(expectation);
      writes.push(writeFile(target, bytes));
    }
    await Promise.all(writes);
  }
  return expectations;
}
