// Which case do the pack tests bind? Real files where the corpus is at hand, made ones otherwise.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import type { ExhibitPlan, PackPlan } from '../../../src/engine/packs/pack-plan.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
export const CORPUS = process.env['CASEBINDER_CORPUS'] ?? join(here, '../../../../shared/corpus');

export function hasCorpus(): boolean {
  if (existsSync(join(CORPUS, 'MANIFEST.csv'))) return true;
  console.log('skipped: the corpus is not here (set CASEBINDER_CORPUS)');
  return false;
}

export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'casebinder-packs-'));
}

export function exhibitOf(
  label: string,
  path: string,
  mediaType: string,
  extra: Partial<ExhibitPlan> = {},
): ExhibitPlan {
  const bytes = readFileSync(path);
  return {
    label,
    documentId: Number(label.slice(1)),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: bytes.length,
    mediaType,
    originalName: basename(path),
    sourcePath: path,
    kindSlug: 'supplier_invoice',
    kindName: { zh: '供应商发票', en: 'Supplier invoice' },
    sensitive: false,
    caption: `Exhibit ${label}`,
    identifiers: [],
    pageCount: 0,
    media: {},
    pages: [],
    proves: [],
    ...extra,
  };
}

export function planOf(exhibits: readonly ExhibitPlan[], extra: Partial<PackPlan> = {}): PackPlan {
  return {
    caseNumber: 'C-0012',
    caseId: '17654321098',
    problemSlug: 'ord_invalid_tracking',
    problemName: { zh: '无效追踪率超标（有效追踪率不足）', en: 'Valid tracking rate below target' },
    marketplace: 'US',
    marketplaceZone: 'America/Los_Angeles',
    account: {
      legalName: { zh: '深圳市示例贸易有限公司', en: 'Shenzhen Example Trading Co., Ltd.' },
      store: 'Example Store',
      email: 'seller@example.com',
    },
    orders: ['113-1234567-1234567', '113-7654321-7654321'],
    asins: ['B0EXAMPLE1'],
    shipments: [],
    variant: 'amazon',
    profile: {
      slug: 'att_appeal',
      extensions: ['pdf', 'jpg', 'png', 'gif'],
      maxFileBytes: 10_000_000,
      maxFiles: null,
      maxTotalBytes: null,
      plainNamesOnly: true,
    },
    channelName: { zh: '账户状况申诉', en: 'Account health appeal' },
    edition: 1,
    builtAtMs: Date.UTC(2026, 10, 22, 9, 30, 41),
    statement: {
      subject: '[Example Store] [US] Valid tracking rate [113-1234567-1234567]',
      text: 'Dear Seller Performance team,\n\n1. Background\nWe are Shenzhen Example Trading Co., Ltd. The order 113-1234567-1234567 was shipped on 12 November 2026 and delivered on 15 November 2026.\n\n2. Request\nPlease remove the defect from our valid tracking rate.',
      textZh:
        '尊敬的卖家绩效团队：\n\n一、问题背景\n我司为深圳市示例贸易有限公司。订单 113-1234567-1234567 已于 2026 年 11 月 12 日发货，并于 11 月 15 日妥投。\n\n二、诉求\n请将该缺陷从有效追踪率中剔除。',
    },
    exhibits,
    timeline: [
      {
        atMs: Date.UTC(2026, 10, 12, 2, 5),
        title: 'Order shipped 订单发货',
        detail: 'UPS 1Z999AA10123456784',
        exhibits: exhibits.slice(0, 1).map((one) => one.label),
      },
      {
        atMs: Date.UTC(2026, 10, 15, 18, 40),
        title: 'Delivered 妥投',
        exhibits: exhibits.slice(-1).map((one) => one.label),
      },
    ],
    checklist: [
      {
        kindSlug: 'pod',
        kindName: { zh: '签收证明', en: 'Proof of delivery' },
        required: true,
        state: 'have',
        exhibits: exhibits.slice(0, 1).map((one) => one.label),
      },
      {
        kindSlug: 'carrier_receipt',
        kindName: { zh: '承运商收据', en: 'Carrier receipt' },
        required: true,
        state: 'weak',
        exhibits: [],
        note: { zh: '未写明追踪号。', en: 'The tracking number is not on it.' },
      },
      {
        kindSlug: 'shipping_label',
        kindName: { zh: '发货面单', en: 'Shipping label' },
        required: false,
        state: 'missing',
        exhibits: [],
        note: { zh: '档案中没有找到。', en: 'None was found in the archive.' },
      },
    ],
    caseJson: { number: 'C-0012', problem: 'ord_invalid_tracking' },
    ...extra,
  };
}

/** A text PDF of `pages` pages with a given size, rotation and crop box. */
export async function makePdf(
  path: string,
  options: {
    pages?: number;
    size?: [number, number];
    rotate?: number;
    crop?: [number, number, number, number];
    userUnit?: number;
    leak?: boolean;
  } = {},
): Promise<string> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const font = await doc.embedFont(StandardFonts.Helvetica);
  for (let index = 0; index < (options.pages ?? 1); index += 1) {
    const page = doc.addPage(options.size ?? [595, 842]);
    const { width, height } = page.getSize();
    page.drawRectangle({ x: 0, y: 0, width, height, opacity: 0.1, borderWidth: 2 });
    page.drawText(`Invoice page ${index + 1}`, { x: width * 0.2, y: height * 0.5, size: width / 20, font });
    if (options.crop !== undefined) page.setCropBox(...options.crop);
    if (options.rotate !== undefined) page.setRotation(degrees(options.rotate));
  }
  writeFileSync(path, await doc.save({ useObjectStreams: false }));
  return path;
}

export async function makePhoto(
  path: string,
  width = 800,
  height = 600,
  orientation?: number,
): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#6a8caf"/><rect x="10" y="10" width="${width / 3}" height="${height / 3}" fill="#d08770"/></svg>`;
  let image = sharp(Buffer.from(svg)).jpeg({ quality: 90 });
  if (orientation !== undefined) image = image.withMetadata({ orientation });
  writeFileSync(path, await image.toBuffer());
  return path;
}
