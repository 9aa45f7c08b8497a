// Which way up and in which language does a page read best?
import type { OcrEngine, OcrLanguage, OcrReading } from './ocr-engine.ts';
import type { OcrImageRequest } from './ocr-image.ts';

/** Sure enough that no other language or turn would read better. */
const SURE = 0.82;
/** Below this the page is turned, in another script, or no text at all (upright pages seldom fall below 0.55). */
const DOUBTFUL = 0.55;
/** A turned page must read this much better than the upright one. */
const TURN_GAIN = 0.08;
const TURNS = [90, 180, 270] as const;
type Turn = 0 | 90 | 180 | 270;

export interface OcrPageTools {
  readonly engine: OcrEngine;
  /** Prepared picture of the page, or undefined when it cannot be drawn. */
  readonly prepare: (
    options: Pick<OcrImageRequest, 'turnDegrees' | 'isSketch'>,
  ) => Promise<Uint8Array | undefined>;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** The best reading of one page; undefined when it was aborted, timed out or cannot be drawn. */
export async function ocrPage(tools: OcrPageTools): Promise<OcrReading | undefined> {
  const english = await read(tools, 'eng', 0);
  if (english === undefined) return undefined;
  if (english.confidence >= SURE && english.text.trim() !== '') return english;
  const mixed = await read(tools, 'chi_sim+eng', 0);
  const upright = chooseReading(english, mixed);
  if (upright.confidence >= DOUBTFUL) return upright;
  const turn = await findTurn(tools, upright.confidence);
  if (turn === 0) return upright;
  const turnedEnglish = await read(tools, 'eng', turn);
  if (turnedEnglish === undefined || turnedEnglish.confidence >= SURE) return turnedEnglish ?? upright;
  return chooseReading(turnedEnglish, await read(tools, 'chi_sim+eng', turn));
}

async function read(
  { engine, prepare, timeoutMs, signal }: OcrPageTools,
  language: OcrLanguage,
  turnDegrees: Turn,
): Promise<OcrReading | undefined> {
  const png = await prepare({ turnDegrees });
  return png === undefined ? undefined : engine.recognise(png, language, timeoutMs, signal);
}

/** English reads Latin text better even where the mixed model feels surer; Chinese text only the mixed one reads. */
export function chooseReading(english: OcrReading, mixed: OcrReading | undefined): OcrReading {
  if (mixed === undefined) return english;
  const han = shareOfHan(mixed.text);
  if (han < 0.05) return english.confidence + 0.1 >= mixed.confidence ? english : mixed;
  return mixed.confidence + 0.1 >= english.confidence || han > 0.3 ? mixed : english;
}

function shareOfHan(text: string): number {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters === 0 ? 0 : (text.match(/\p{Script=Han}/gu)?.length ?? 0) / letters;
}

/** Tries the other three directions on a small version. */
async function findTurn(
  { engine, prepare, timeoutMs, signal }: OcrPageTools,
  uprightConfidence: number,
): Promise<Turn> {
  let best: { turn: Turn; confidence: number } = { turn: 0, confidence: uprightConfidence + TURN_GAIN };
  for (const turn of TURNS) {
    const png = await prepare({ turnDegrees: turn, isSketch: true });
    const reading = png === undefined ? undefined : await engine.recognise(png, 'eng', timeoutMs, signal);
    if (reading !== undefined && countWords(reading.text) >= 3 && reading.confidence > best.confidence) {
      best = { turn, confidence: reading.confidence };
    }
  }
  return best.turn;
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]{3,}/gu)?.length ?? 0;
}
