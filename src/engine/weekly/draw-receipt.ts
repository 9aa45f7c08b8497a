// What does the printed week receipt look like? One page, Chinese first, English under it.
import { PDFDocument } from 'pdf-lib';
import { fillTemplate } from '../../domain/errors.ts';
import { weekly as en } from '../../i18n/en/weekly.ts';
import { weekly as zh } from '../../i18n/zh-CN/weekly.ts';
import { embedBookFonts } from '../packs/book/book-fonts.ts';
import { canvasOf } from '../packs/book/canvas.ts';
import { COLOURS, PAGE } from '../packs/book/theme.ts';
import type { WeekReceipt } from './week-receipt.ts';

type Key = keyof typeof en;
type Params = Readonly<Record<string, string | number>>;

const COUNT_KEYS = [
  'documents',
  'arrived',
  'unsorted',
  'ordersChecked',
  'ordersWithoutEvidence',
  'openCases',
  'casesDue',
  'healthChecked',
  'healthDue',
  'healthSkipped',
  'expiring',
  'claimable',
] as const satisfies readonly (Key & keyof WeekReceipt['counts'])[];

/** The bytes of the PDF. Same receipt, same bytes. */
export async function drawReceipt(receipt: WeekReceipt): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const closed = new Date(receipt.closedAt);
  doc.setTitle(`Casebinder week receipt ${receipt.week}`);
  doc.setCreationDate(closed);
  doc.setModificationDate(closed);
  const fonts = await embedBookFonts(doc);
  const page = doc.addPage([PAGE.width, PAGE.height]);
  const canvas = canvasOf(page, { fonts });
  const words = (key: Key, params: Params = {}): [string, string] => [
    fillTemplate(zh[key], params),
    fillTemplate(en[key], params),
  ];
  let y: number = PAGE.height - PAGE.top;
  const [titleZh, titleEn] = words('receiptTitle', { week: receipt.week });
  canvas.text(titleZh, PAGE.left, y, { size: 22, bold: true });
  y -= 20;
  canvas.text(titleEn, PAGE.left, y, { size: 11, colour: COLOURS.soft });
  y -= 18;
  const span = { firstDay: receipt.firstDay, lastDay: receipt.lastDay };
  canvas.text(words('receiptSpan', span).join(' · '), PAGE.left, y, { size: 10 });
  y -= 22;
  canvas.text(words(receipt.ok ? 'ok' : 'notOk').join(' · '), PAGE.left, y, {
    size: 12,
    bold: true,
    colour: receipt.ok ? COLOURS.have : COLOURS.missing,
  });
  y -= 14;
  canvas.rule(PAGE.left, y, PAGE.width - PAGE.right);
  y -= 8;
  const row = ([zhText, enText]: [string, string], value: string): void => {
    y -= 15;
    canvas.text(fonts.clean(zhText), PAGE.left, y, { size: 10 });
    canvas.text(fonts.clean(enText), PAGE.left + 170, y, { size: 8, colour: COLOURS.soft });
    if (value !== '')
      canvas.rightText(fonts.clean(value), PAGE.width - PAGE.right, y, { size: 9, bold: true });
    y -= 5;
  };
  row(words('closedAt'), receipt.closedAt);
  for (const key of COUNT_KEYS) row(words(key), String(receipt.counts[key]));
  const checked = { checked: receipt.verification.checked, problems: receipt.verification.problems.length };
  row(words('verification'), words('verificationResult', checked).join(' · '));
  const sampled = { checked: receipt.sample.checked, unchanged: receipt.sample.unchanged };
  row(words('sample'), words('sampleResult', sampled).join(' · '));
  row(words('backup'), receipt.backup?.name ?? words('backupNone').join(' · '));
  y -= 8;
  canvas.rule(PAGE.left, y, PAGE.width - PAGE.right);
  const line = (text: string, size: number, colour = COLOURS.ink): void => {
    y -= size * 1.7;
    canvas.text(fonts.clean(text), PAGE.left, y, { size, colour });
  };
  y -= 6;
  for (const text of words('custodyHead', { sequence: receipt.custody.sequence })) line(text, 10);
  line(receipt.custody.head, 9, COLOURS.accent);
  y -= 6;
  const { previous } = receipt;
  const about =
    previous === null
      ? words('previousFirst')
      : words(previous.isPrefix ? 'previousKept' : 'previousBroken', {
          week: previous.week,
          sequence: previous.sequence,
        });
  for (const text of about) line(text, 10);
  y -= 10;
  for (const text of words('receiptNote')) line(text, 8, COLOURS.soft);
  return doc.save({ useObjectStreams: false });
}
