// Where on a page do the found identifiers stand? Their letters are marked in the text layer, across its pieces.

interface Piece {
  readonly element: HTMLElement;
  readonly text: string;
}

interface Hit {
  readonly from: number;
  readonly to: number;
  readonly title: string;
}

/**
 * Wraps every occurrence of `wanted` (raw text → title) in <mark>. White space is ignored, because a PDF may set
 * each group of digits as a piece of its own. Text stays text: nothing is parsed as markup.
 */
export function markIdentifiers(pieces: readonly Piece[], wanted: ReadonlyMap<string, string>): number {
  const letters: { piece: number; at: number }[] = [];
  let joined = '';
  pieces.forEach(({ text }, piece) => {
    for (let at = 0; at < text.length; at += 1) {
      const letter = text[at] ?? '';
      if (/\s/.test(letter)) continue;
      joined += letter.toUpperCase().slice(0, 1);
      letters.push({ piece, at });
    }
  });
  const hitsOf = new Map<number, Hit[]>();
  let count = 0;
  for (const [raw, title] of wanted) {
    const needle = raw.replace(/\s/g, '').toUpperCase();
    if (needle.length < 4) continue;
    for (let at = joined.indexOf(needle); at >= 0; at = joined.indexOf(needle, at + needle.length)) {
      count += 1;
      for (let letter = at; letter < at + needle.length; letter += 1) {
        const place = letters[letter];
        if (place === undefined) continue;
        const hits = hitsOf.get(place.piece) ?? [];
        const last = hits.at(-1);
        if (last !== undefined && last.title === title && last.to === place.at)
          hits[hits.length - 1] = { ...last, to: place.at + 1 };
        else hits.push({ from: place.at, to: place.at + 1, title });
        hitsOf.set(place.piece, hits);
      }
    }
  }
  for (const [index, hits] of hitsOf) {
    const piece = pieces[index];
    if (piece !== undefined) wrap(piece, hits);
  }
  return count;
}

function wrap({ element, text }: Piece, hits: readonly Hit[]): void {
  const parts: Node[] = [];
  let at = 0;
  for (const hit of [...hits].sort((a, b) => a.from - b.from)) {
    if (hit.from < at) continue;
    parts.push(document.createTextNode(text.slice(at, hit.from)));
    const mark = document.createElement('mark');
    mark.className = 'cb-mark';
    mark.title = hit.title;
    mark.textContent = text.slice(hit.from, hit.to);
    parts.push(mark);
    at = hit.to;
  }
  parts.push(document.createTextNode(text.slice(at)));
  element.replaceChildren(...parts);
}
