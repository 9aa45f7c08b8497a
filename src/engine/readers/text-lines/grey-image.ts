// What are the grey values of a page, and of one turned line cut out of it?
import type { TextBox } from './text-box.ts';

/** One byte per pixel, rows from the top. */
export interface GreyImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The line in `box`, upright and `height` pixels high; bilinear, with an average of 2×2 where the picture shrinks much. */
export function cutLine(image: GreyImage, box: TextBox, height: number, maxWidth: number): GreyImage {
  const width = Math.max(1, Math.min(maxWidth, Math.round((box.width / box.height) * height)));
  const data = new Uint8Array(width * height);
  const cos = Math.cos(box.angle);
  const sin = Math.sin(box.angle);
  const stepU = box.width / width;
  const stepV = box.height / height;
  const samples = Math.max(stepU, stepV) > 1.6 ? 2 : 1;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      let sum = 0;
      for (let i = 0; i < samples; i += 1) {
        const v = (row + (i + 0.5) / samples) * stepV - box.height / 2;
        for (let j = 0; j < samples; j += 1) {
          const u = (column + (j + 0.5) / samples) * stepU - box.width / 2;
          sum += sample(image, box.centreX + u * cos - v * sin - 0.5, box.centreY + u * sin + v * cos - 0.5);
        }
      }
      data[row * width + column] = sum / (samples * samples);
    }
  }
  return { data, width, height };
}

function sample({ data, width, height }: GreyImage, x: number, y: number): number {
  const cx = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
  const cy = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
  const left = Math.floor(cx);
  const top = Math.floor(cy);
  const right = left + 1 < width ? left + 1 : left;
  const bottom = top + 1 < height ? top + 1 : top;
  const fx = cx - left;
  const fy = cy - top;
  const upper = data[top * width + left]! * (1 - fx) + data[top * width + right]! * fx;
  const lower = data[bottom * width + left]! * (1 - fx) + data[bottom * width + right]! * fx;
  return upper * (1 - fy) + lower * fy;
}
