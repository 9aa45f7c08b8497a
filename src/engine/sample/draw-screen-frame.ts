// What do all screenshots of the seller's web console share: browser bar, console bar, panel of pairs?
import { rgb } from 'pdf-lib';
import { createPaper, type Paper, type Rgb } from './paper.ts';

export const BAR: Rgb = [0.1, 0.2, 0.27];

export const LINE: Rgb = [0.84, 0.86, 0.88];

export const FAINT: Rgb = [0.4, 0.43, 0.47];

export const SHEET: Rgb = [0.965, 0.97, 0.975];

interface ScreenOptions {
  readonly date: string;
  readonly store: string;
  readonly marketplace: string;
  readonly title: string;
  readonly address: string;
  readonly heightPt?: number;
}

export async function startScreen(options: ScreenOptions): Promise<Paper> {
  const paper = await createPaper({
    script: 'latin',
    widthPt: 900,
    heightPt: options.heightPt ?? 560,
    date: options.date,
    title: options.title,
    mark: 'none',
  });
  paper.box(0, 0, 900, 30, { fill: [0.9, 0.91, 0.92] });
  paper.box(90, 6, 640, 18, { fill: [1, 1, 1] });
  paper.text(98, 9, options.address, { size: 9, color: FAINT });
  for (const [i, colour] of (
    [
      [0.93, 0.38, 0.35],
      [0.95, 0.75, 0.3],
      [0.4, 0.78, 0.36],
    ] as Rgb[]
  ).entries()) {
    paper.page.drawCircle({ x: 20 + i * 16, y: paper.height - 15, size: 5, color: rgb(...colour) });
  }
  paper.box(0, 30, 900, 40, { fill: BAR });
  paper.text(20, 42, 'seller central', { size: 15, bold: true, color: [1, 1, 1] });
  paper.text(150, 44, `${options.store} | ${options.marketplace}`, { size: 10, color: [0.85, 0.9, 0.92] });
  paper.text(880, 44, '样本 SAMPLE', { size: 10, align: 'right', bold: true, color: [1, 0.55, 0.5] });
  paper.text(24, 86, options.title, { size: 19 });
  return paper;
}

export function drawPairs(
  paper: Paper,
  y: number,
  pairs: readonly (readonly [string, string])[],
  columns = 3,
): number {
  const width = 852 / columns;
  const rows = Math.ceil(pairs.length / columns);
  paper.box(24, y, 852, rows * 44 + 12, { fill: SHEET, border: LINE });
  pairs.forEach(([label, value], i) => {
    const x = 38 + (i % columns) * width;
    const top = y + 10 + Math.floor(i / columns) * 44;
    paper.text(x, top, label, { size: 9, color: FAINT });
    paper
      .wrap(value, width - 20, { size: 11 })
      .slice(0, 2)
      .forEach((line, k) => {
        paper.text(x, top + 12 + k * 13, line, { size: 11 });
      });
  });
  return y + rows * 44 + 26;
}

export const MARKET = {
  US: ['amazon.com', 'United States', 'USD', '$'],
  DE: ['amazon.de', 'Germany', 'EUR', '€'],
  JP: ['amazon.co.jp', 'Japan', 'JPY', '¥'],
} as const;
