// How are text, lines, boxes and pictures put on a page, with each resource named once per page?
import {
  beginText,
  closePath,
  concatTransformationMatrix,
  drawObject,
  endText,
  fill,
  lineTo,
  moveTo,
  type PDFFont,
  type PDFImage,
  type PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  setFillingRgbColor,
  setFontAndSize,
  setGraphicsState,
  setLineWidth,
  setStrokingRgbColor,
  setTextMatrix,
  showText,
  stroke,
} from 'pdf-lib';
import type { BookFonts } from './book-fonts.ts';
import type { StructureTree } from './structure-tree.ts';
import { COLOURS, type Colour } from './theme.ts';

export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: Colour;
}

/** Draws on one page. Positions in points from the page's lower left; text must be clean (see BookFonts.clean). */
export interface Canvas {
  text(text: string, x: number, y: number, style: TextStyle): void;
  rightText(text: string, rightX: number, y: number, style: TextStyle): void;
  centreText(text: string, centreX: number, y: number, style: TextStyle): void;
  rule(x1: number, y: number, x2: number, width?: number, colour?: Colour): void;
  box(x: number, y: number, width: number, height: number, colour: Colour): void;
  /** `alt` tells those who cannot see it what the picture is. */
  image(image: PDFImage, x: number, y: number, width: number, height: number, alt: string): void;
  /** Pale text turned by `degrees` around its centre. */
  watermark(text: string, x: number, y: number, size: number, degrees: number): void;
  /** Everything drawn inside `paint` is placed through the matrix. */
  within(matrix: readonly [number, number, number, number, number, number], paint: () => void): void;
}

const canvases = new WeakMap<PDFPage, Canvas>();

/** What a canvas draws with; without a tree the page has no tags. */
export interface Easel {
  readonly fonts: BookFonts;
  readonly structure?: StructureTree;
}

/** The canvas of `page`: always the same one, so that fonts enter its resources once. */
export function canvasOf(page: PDFPage, easel: Easel): Canvas {
  let canvas = canvases.get(page);
  if (canvas === undefined) {
    canvas = createCanvas(page, easel);
    canvases.set(page, canvas);
  }
  return canvas;
}

function createCanvas(page: PDFPage, { fonts, structure }: Easel): Canvas {
  const keys = new Map<string, PDFName>();
  const keyOf = (name: string, make: () => PDFName): PDFName => {
    let key = keys.get(name);
    if (key === undefined) {
      key = make();
      keys.set(name, key);
    }
    return key;
  };
  const put = (...operators: PDFOperator[]): void => page.pushOperators(...operators);
  const fontKey = (font: PDFFont, bold: boolean): PDFName =>
    keyOf(`font ${font.ref.tag}`, () => page.node.newFontDictionary(bold ? 'CbBold' : 'CbText', font.ref));

  /** Names what `paint` draws in the structure tree, or marks it as no part of the text. */
  const marked = (paint: () => void): void => {
    if (structure === undefined) {
      paint();
      return;
    }
    const mark = structure.mark(page);
    put(
      mark === undefined
        ? PDFOperator.of(PDFOperatorNames.BeginMarkedContent, ['/Artifact'])
        : PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [
            `/${mark.role}`,
            `<</MCID ${mark.mcid}>>`,
          ]),
    );
    paint();
    put(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  };
  const decorate = (paint: () => void): void => {
    if (structure === undefined) paint();
    else structure.artifact(() => marked(paint));
  };

  const drawText: Canvas['text'] = (text, x, y, style) => {
    const { bold = false, colour = COLOURS.ink, size } = style;
    put(
      beginText(),
      setFillingRgbColor(colour.r, colour.g, colour.b),
      setTextMatrix(1, 0, 0, 1, round(x), round(y)),
    );
    // Each run goes on where the one before it ended: the reader moves on by the widths in the font.
    for (const run of fonts.runs(text, bold))
      put(setFontAndSize(fontKey(run.font, bold), size), showText(run.font.encodeText(run.text)));
    put(endText());
  };

  const canvas: Canvas = {
    text(text, x, y, style) {
      if (text === '') return;
      marked(() => drawText(text, x, y, style));
    },
    rightText(text, rightX, y, style) {
      canvas.text(text, rightX - fonts.measure(text, style.size, style.bold ?? false), y, style);
    },
    centreText(text, centreX, y, style) {
      canvas.text(text, centreX - fonts.measure(text, style.size, style.bold ?? false) / 2, y, style);
    },
    rule(x1, y, x2, width = 0.5, colour = COLOURS.line) {
      decorate(() =>
        put(
          setStrokingRgbColor(colour.r, colour.g, colour.b),
          setLineWidth(width),
          moveTo(round(x1), round(y)),
          lineTo(round(x2), round(y)),
          stroke(),
        ),
      );
    },
    box(x, y, width, height, colour) {
      decorate(() =>
        put(
          setFillingRgbColor(colour.r, colour.g, colour.b),
          moveTo(round(x), round(y)),
          lineTo(round(x + width), round(y)),
          lineTo(round(x + width), round(y + height)),
          lineTo(round(x), round(y + height)),
          closePath(),
          fill(),
        ),
      );
    },
    image(image, x, y, width, height, alt) {
      const key = page.node.newXObject('CbImage', image.ref);
      const draw = (): void =>
        put(
          pushGraphicsState(),
          concatTransformationMatrix(round(width), 0, 0, round(height), round(x), round(y)),
          drawObject(key),
          popGraphicsState(),
        );
      if (structure === undefined) draw();
      else structure.into(structure.add('Figure', { alt }), () => marked(draw));
    },
    watermark(text, x, y, size, degrees) {
      const state = keyOf('pale', () =>
        page.node.newExtGState('CbPale', page.doc.context.obj({ Type: 'ExtGState', ca: 0.07, CA: 0.07 })),
      );
      const radians = (degrees * Math.PI) / 180;
      const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
      const draw = (): void => {
        put(pushGraphicsState(), setGraphicsState(state));
        put(concatTransformationMatrix(round(cos), round(sin), round(-sin), round(cos), round(x), round(y)));
        canvas.centreText(text, 0, -size / 3, { size, bold: true, colour: COLOURS.ink });
        put(popGraphicsState());
      };
      if (structure === undefined) draw();
      else structure.artifact(draw);
    },
    within([a, b, c, d, e, f], paint) {
      put(
        pushGraphicsState(),
        concatTransformationMatrix(round(a), round(b), round(c), round(d), round(e), round(f)),
      );
      paint();
      put(popGraphicsState());
    },
  };
  return canvas;
}

/** Four decimals are finer than any printer and keep content streams small. */
function round(value: number): number {
  return Math.round(value * 10000) / 10000;
}
