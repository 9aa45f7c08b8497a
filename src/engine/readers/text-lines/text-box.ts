// Where does one line of text stand, and how is the smallest turned rectangle around its pixels found?

/** A rectangle that may be turned; `angle` in radians is the direction of its width, between −45° and +135°. */
export interface TextBox {
  readonly centreX: number;
  readonly centreY: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
  /** Mean probability of its pixels, 0…1. */
  readonly score: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Probability from which a pixel belongs to text, and mean from which a group of them does (DB, Liao 2020; as PP-OCR sets them). */
const PIXEL_THRESHOLD = 0.3;
const BOX_THRESHOLD = 0.5;
/** The detector is trained on shrunken lines; this share of area by perimeter is added again on each side. */
const UNCLIP_RATIO = 1.6;
const MIN_SIDE = 3;
const MAX_BOXES = 1_500;

/** Lines in a probability map of `width`×`height`, in the map's own pixels. */
export function findTextBoxes(map: Float32Array, width: number, height: number): TextBox[] {
  const seen = new Uint8Array(width * height);
  const stack = new Int32Array(width * height);
  const boxes: TextBox[] = [];
  for (let start = 0; start < seen.length && boxes.length < MAX_BOXES; start += 1) {
    if (seen[start] === 1 || map[start]! < PIXEL_THRESHOLD) continue;
    const edges = new Map<number, { min: number; max: number }>();
    let sum = 0;
    let count = 0;
    let size = 1;
    stack[0] = start;
    seen[start] = 1;
    while (size > 0) {
      size -= 1;
      const at = stack[size]!;
      const y = Math.floor(at / width);
      const x = at - y * width;
      sum += map[at]!;
      count += 1;
      const edge = edges.get(y);
      if (edge === undefined) edges.set(y, { min: x, max: x });
      else if (x < edge.min) edge.min = x;
      else if (x > edge.max) edge.max = x;
      for (let dy = -1; dy <= 1; dy += 1) {
        const nextY = y + dy;
        if (nextY < 0 || nextY >= height) continue;
        for (let dx = -1; dx <= 1; dx += 1) {
          const nextX = x + dx;
          if (nextX < 0 || nextX >= width) continue;
          const next = nextY * width + nextX;
          if (seen[next] === 1 || map[next]! < PIXEL_THRESHOLD) continue;
          seen[next] = 1;
          stack[size] = next;
          size += 1;
        }
      }
    }
    const score = sum / count;
    if (score < BOX_THRESHOLD || count < MIN_SIDE * MIN_SIDE) continue;
    const box = enclose(edges, score);
    if (Math.min(box.width, box.height) >= MIN_SIDE) boxes.push(unclip(box));
  }
  return boxes;
}

function enclose(edges: ReadonlyMap<number, { min: number; max: number }>, score: number): TextBox {
  const points: Point[] = [];
  for (const [y, { min, max }] of edges) {
    // Pixels are squares: their corners bound them, not their middles.
    points.push({ x: min, y }, { x: max + 1, y }, { x: min, y: y + 1 }, { x: max + 1, y: y + 1 });
  }
  const hull = convexHull(points);
  let best: TextBox | undefined;
  for (const [index, point] of hull.entries()) {
    const next = hull[(index + 1) % hull.length]!;
    const angle = Math.atan2(next.y - point.y, next.x - point.x);
    const box = boundAt(hull, angle, score);
    if (best === undefined || box.width * box.height < best.width * best.height) best = box;
  }
  return best ?? { centreX: 0, centreY: 0, width: 0, height: 0, angle: 0, score };
}

/** Monotone chain (Andrew 1979). */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of list) {
      while (chain.length >= 2 && cross(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function cross(o: Point, a: Point, b: Point): number {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

function boundAt(hull: readonly Point[], edgeAngle: number, score: number): TextBox {
  // Width runs along the direction nearest to horizontal.
  const angle = edgeAngle - Math.round(edgeAngle / (Math.PI / 2)) * (Math.PI / 2);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let minU = Number.POSITIVE_INFINITY;
  let maxU = Number.NEGATIVE_INFINITY;
  let minV = Number.POSITIVE_INFINITY;
  let maxV = Number.NEGATIVE_INFINITY;
  for (const { x, y } of hull) {
    const u = x * cos + y * sin;
    const v = -x * sin + y * cos;
    minU = Math.min(minU, u);
    maxU = Math.max(maxU, u);
    minV = Math.min(minV, v);
    maxV = Math.max(maxV, v);
  }
  const middleU = (minU + maxU) / 2;
  const middleV = (minV + maxV) / 2;
  return {
    centreX: middleU * cos - middleV * sin,
    centreY: middleU * sin + middleV * cos,
    width: maxU - minU,
    height: maxV - minV,
    angle,
    score,
  };
}

function unclip(box: TextBox): TextBox {
  const grow = (box.width * box.height * UNCLIP_RATIO) / (2 * (box.width + box.height));
  return { ...box, width: box.width + 2 * grow, height: box.height + 2 * grow };
}

/** The same box in a picture that is `factor` times as large. */
export function scaleBox(box: TextBox, factor: number): TextBox {
  return {
    ...box,
    centreX: box.centreX * factor,
    centreY: box.centreY * factor,
    width: box.width * factor,
    height: box.height * factor,
  };
}

/** The box read in another direction: `quarterTurns` clockwise quarter turns of the reading direction. */
export function turnBox(box: TextBox, quarterTurns: number): TextBox {
  const isOdd = quarterTurns % 2 !== 0;
  return {
    ...box,
    width: isOdd ? box.height : box.width,
    height: isOdd ? box.width : box.height,
    angle: box.angle + (quarterTurns * Math.PI) / 2,
  };
}
