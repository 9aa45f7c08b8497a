// How does a red company seal look on a sample paper: ring, name along the arc, star, line of purpose?
import { rgb } from 'pdf-lib';
import type { Paper } from './paper.ts';

const SEAL_RED = [0.82, 0.09, 0.12] as const;

/** Draws a round seal centred at (x, y) with the name on the upper arc and the purpose below the star. */
export function drawSeal(paper: Paper, x: number, y: number, name: string, purpose = '', radius = 42): void {
  const centreY = paper.height - y;
  const ink = rgb(...SEAL_RED);
  paper.page.drawCircle({
    x,
    y: centreY,
    size: radius,
    borderColor: ink,
    borderWidth: 2,
    borderOpacity: 0.8,
  });
  const points = Array.from({ length: 10 }, (_, i) => {
    const r = (i % 2 === 0 ? 0.3 : 0.115) * radius;
    const angle = (i * Math.PI) / 5;
    return `${(Math.sin(angle) * r).toFixed(2)} ${(-Math.cos(angle) * r).toFixed(2)}`;
  });
  paper.page.drawSvgPath(`M ${points.join(' L ')} Z`, { x, y: centreY, color: ink, opacity: 0.8 });
  const size = Math.min(radius * 0.24, (radius * 4.1) / name.length);
  const span = Math.min(Math.PI * 1.38, (name.length * size * 1.25) / (radius * 0.74));
  const ringRadius = radius - size * 1.35;
  [...name].forEach((character, i) => {
    const angle = name.length < 2 ? 0 : -span / 2 + (span * i) / (name.length - 1);
    const width = paper.measure(character, { size, bold: true });
    // Each character stands on the ring, turned outwards; shifted by half its width along the tangent.
    const baseX = x + Math.sin(angle) * ringRadius - (Math.cos(angle) * width) / 2;
    const baseY = centreY + Math.cos(angle) * ringRadius + (Math.sin(angle) * width) / 2;
    paper.text(baseX, paper.height - baseY - size * 0.88, character, {
      size,
      bold: true,
      color: SEAL_RED,
      rotate: (-angle * 180) / Math.PI,
    });
  });
  if (purpose !== '')
    paper.text(x, y + radius * 0.44, purpose, {
      size: radius * 0.17,
      align: 'center',
      bold: true,
      color: SEAL_RED,
    });
}

/** Draws the oval seal of a fapiao issuer. */
export function drawOvalSeal(
  paper: Paper,
  x: number,
  y: number,
  name: string,
  code: string,
  purpose: string,
  scale = 1,
): void {
  const ink = rgb(...SEAL_RED);
  const centreY = paper.height - y;
  paper.page.drawEllipse({
    x,
    y: centreY,
    xScale: 56 * scale,
    yScale: 37 * scale,
    borderColor: ink,
    borderWidth: 1.8,
    borderOpacity: 0.8,
  });
  [...name].forEach((character, i) => {
    const t = -1.15 + (2.3 * i) / Math.max(1, name.length - 1);
    const size = 6.6 * scale;
    paper.text(x + Math.sin(t) * 46 * scale - size / 2, y - Math.cos(t) * 29 * scale - 1, character, {
      size,
      bold: true,
      color: SEAL_RED,
      rotate: -t * 42,
    });
  });
  paper.text(x, y - 6 * scale, code, { size: 7.5 * scale, align: 'center', bold: true, color: SEAL_RED });
  paper.text(x, y + 12 * scale, purpose, { size: 8.5 * scale, align: 'center', bold: true, color: SEAL_RED });
}
