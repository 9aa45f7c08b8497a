// Are words of a scan kept apart where the picture or the model shows a gap, and numbers whole?
import { expect, test } from 'vitest';
import { restoreSpaces } from '../../../src/engine/readers/text-lines/restore-spaces.ts';

const HEIGHT = 48;
const STEP = 8;

/** A line in which every letter is a black block; `gaps` are the white pixels behind each letter. */
function drawLine(text: string, gaps: readonly number[], halfSeen: readonly number[] = []) {
  const letters = [...text];
  const starts: number[] = [];
  let x = 0;
  for (const [index] of letters.entries()) {
    starts.push(x);
    x += 14 + (gaps[index] ?? 0);
  }
  const width = x;
  const data = new Uint8Array(width * HEIGHT).fill(255);
  for (const start of starts)
    for (let row = 8; row < 40; row += 1) data.fill(0, row * width + start, row * width + start + 14);
  const marks = letters.map((character, index) => ({
    character,
    step: Math.floor((starts[index]! + 7) / STEP),
  }));
  const spaces = new Float32Array(Math.ceil(width / STEP) + 1);
  for (const index of halfSeen) spaces[marks[index]!.step + 1] = 0.2;
  return restoreSpaces({ marks, spaces }, { data, width, height: HEIGHT }, STEP);
}

test('a wide gap is a space', () => {
  expect(drawLine('ABCDEF', [2, 2, 14, 2, 2, 2])).toBe('ABC DEF');
});

test('a small gap is a space where the model half saw one, and none elsewhere', () => {
  expect(drawLine('ABCDEF', [2, 2, 6, 2, 2, 2])).toBe('ABCDEF');
  expect(drawLine('ABCDEF', [2, 2, 6, 2, 2, 2], [2])).toBe('ABC DEF');
});

test('letters that touch stay one word and digits one number, whatever the model thought', () => {
  expect(drawLine('ABCDEF', [2, 2, 1, 2, 2, 2], [2])).toBe('ABCDEF');
  expect(drawLine('123456', [2, 2, 6, 2, 2, 2], [2])).toBe('123456');
});
