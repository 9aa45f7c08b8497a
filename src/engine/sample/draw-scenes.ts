// What can be seen on the sample photos: products, cartons, a packing table, drawn as vector shapes without any text?
import sharp from 'sharp';
import { createRandom } from './seeded-random.ts';

/** The shapes of the five products, each in a box of 400 x 300. */
export const PRODUCT_SHAPES: Readonly<Record<string, string>> = {
  lamp: '<path d="M120 250 h90 a14 14 0 0 1 0 28 h-90 a14 14 0 0 1 0-28z" fill="#24272c"/><path d="M165 250 C160 170 190 130 240 100" fill="none" stroke="#33373d" stroke-width="16" stroke-linecap="round"/><rect x="214" y="52" width="140" height="50" rx="22" fill="#1d1f23" transform="rotate(14 280 80)"/><rect x="226" y="92" width="116" height="12" rx="6" fill="#ffefb0" transform="rotate(14 280 80)"/><circle cx="150" cy="264" r="6" fill="#5ad17a"/>',
  bottle:
    '<rect x="160" y="70" width="92" height="210" rx="26" fill="#2f5f93"/><rect x="168" y="80" width="14" height="190" rx="7" fill="#6f9bc9" opacity="0.7"/><rect x="172" y="34" width="68" height="42" rx="10" fill="#23262b"/><path d="M206 36 v-18 a10 10 0 0 1 10-10 h20" fill="none" stroke="#23262b" stroke-width="10"/><rect x="160" y="244" width="92" height="10" fill="#24496f"/>',
  kitchen:
    '<rect x="140" y="170" width="120" height="110" rx="16" fill="#8d9299"/><path d="M160 180 l-24-120" stroke="#b98a57" stroke-width="13"/><ellipse cx="132" cy="44" rx="24" ry="34" fill="#6f757c"/><path d="M190 180 v-130" stroke="#b98a57" stroke-width="13"/><rect x="168" y="14" width="44" height="52" rx="8" fill="#6f757c"/><path d="M230 180 l26-118" stroke="#b98a57" stroke-width="13"/><circle cx="262" cy="42" r="30" fill="#6f757c"/><circle cx="262" cy="42" r="16" fill="#8d9299"/>',
  stand:
    '<path d="M110 270 h190 l-20 14 h-190z" fill="#b9bec5"/><path d="M170 270 l60-130 16 6 -52 124z" fill="#a4aab2"/><path d="M150 200 l150-150 14 12 -150 152z" fill="#cfd4da"/><rect x="150" y="196" width="44" height="12" rx="5" fill="#8f959d" transform="rotate(42 172 202)"/>',
  puzzle:
    '<rect x="60" y="60" width="280" height="200" rx="14" fill="#e4c79a"/><rect x="80" y="80" width="110" height="72" rx="18" fill="#e5574f"/><rect x="210" y="80" width="110" height="72" rx="18" fill="#4b9be0"/><rect x="80" y="168" width="110" height="72" rx="18" fill="#53b877"/><rect x="210" y="168" width="110" height="72" rx="18" fill="#f0b33c"/><circle cx="120" cy="112" r="9" fill="#fff"/><circle cx="250" cy="112" r="9" fill="#fff"/><circle cx="120" cy="200" r="9" fill="#fff"/><circle cx="250" cy="200" r="9" fill="#fff"/>',
};

function drawTable(width: number, height: number, key: string): string {
  const random = createRandom(`table-${key}`);
  const tone = random.pick(['#a98d6b', '#8d9298', '#b59a78', '#7e8791', '#9c8466']);
  let grain = '';
  for (let i = 0; i < 26; i++) {
    const y = random.int(0, height);
    grain += `<path d="M0 ${y} C ${width / 3} ${y + random.int(-18, 18)} ${width / 1.5} ${y + random.int(-18, 18)} ${width} ${y + random.int(-10, 10)}" stroke="#000" stroke-opacity="${(0.03 + random.next() * 0.07).toFixed(3)}" stroke-width="${random.int(1, 7)}" fill="none"/>`;
  }
  return `<rect width="${width}" height="${height}" fill="${tone}"/>${grain}<radialGradient id="light" cx="0.45" cy="0.35" r="0.9"><stop offset="0" stop-color="#fff" stop-opacity="0.28"/><stop offset="1" stop-color="#000" stop-opacity="0.42"/></radialGradient><rect width="${width}" height="${height}" fill="url(#light)"/>`;
}

export interface Carton {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly open?: boolean;
  readonly crushed?: boolean;
}

function drawCarton(carton: Carton): string {
  const { x, y, width, height } = carton;
  const shadow = `<path d="M${x + 22} ${y + height + 4} h${width} l26 26 h-${width}z" fill="#000" opacity="0.28"/>`;
  const side = `<path d="M${x + width} ${y} l30 -26 v${height} l-30 26z" fill="#94714a"/><path d="M${x} ${y} l30 -26 h${width} l-30 26z" fill="#d2ab7b"/>`;
  const flutes = Array.from(
    { length: 9 },
    (_, i) =>
      `<path d="M${x} ${y + (height * (i + 1)) / 10} h${width}" stroke="#a8855a" stroke-opacity="0.25" stroke-width="2"/>`,
  ).join('');
  if (carton.open) {
    return `${shadow}<path d="M${x - 70} ${y - 50} l70 50 h${width} l70 -50z" fill="#c9a274"/><path d="M${x - 70} ${y + height + 50} l70 -50 h${width} l70 50z" fill="#bd9566"/><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#6d5335"/><rect x="${x + 18}" y="${y + 16}" width="${width - 36}" height="${height - 32}" fill="#86673f"/>`;
  }
  const tape = `<rect x="${x + width / 2 - 34}" y="${y}" width="68" height="${height}" fill="#e6d6b4" opacity="0.55"/>`;
  const crush = carton.crushed
    ? `<path d="M${x} ${y + height * 0.62} l${width * 0.22} ${height * 0.1} l${width * 0.1} ${height * 0.28} h-${width * 0.32}z" fill="#5f4526"/><path d="M${x + width * 0.05} ${y + height * 0.66} l${width * 0.16} ${height * 0.16} l-${width * 0.02} ${height * 0.16}" stroke="#3a2a16" stroke-width="7" fill="none"/><ellipse cx="${x + width * 0.74}" cy="${y + height * 0.8}" rx="${width * 0.16}" ry="${height * 0.12}" fill="#4a3b2a" opacity="0.45"/>`
    : '';
  return `${shadow}${side}<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#bf9768"/>${flutes}${tape}${crush}`;
}

export interface SceneOptions {
  readonly width: number;
  readonly height: number;
  readonly key: string;
  readonly cartons?: readonly Carton[];
  readonly products?: readonly {
    readonly key: string;
    readonly x: number;
    readonly y: number;
    readonly scale: number;
  }[];
  readonly white?: boolean;
  /** Extra shapes on top. */
  readonly extra?: string;
}

/** Draws a scene as RGB pixels. */
export async function drawScene(options: SceneOptions): Promise<Buffer> {
  const { width, height } = options;
  const ground = options.white
    ? `<linearGradient id="w" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fdfdfd"/><stop offset="1" stop-color="#dfe1e4"/></linearGradient><rect width="${width}" height="${height}" fill="url(#w)"/>`
    : drawTable(width, height, options.key);
  const products = (options.products ?? []).map(
    (p) =>
      `<ellipse cx="${p.x + 205 * p.scale}" cy="${p.y + 288 * p.scale}" rx="${130 * p.scale}" ry="${14 * p.scale}" fill="#000" opacity="0.25"/><g transform="translate(${p.x} ${p.y}) scale(${p.scale})">${PRODUCT_SHAPES[p.key] ?? ''}</g>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${ground}${(options.cartons ?? []).map(drawCarton).join('')}${products.join('')}${options.extra ?? ''}</svg>`;
  return await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer();
}
