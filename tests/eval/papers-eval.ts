// How good is recognition on invented papers of the families that the corpus hardly covers? eval-papers [NAME-PART]
import { recognise } from '../../src/engine/recognise/recognise.ts';
import { paperInput } from './papers/paper.ts';
import { type Mistake, scorePaper } from './papers/paper-scores.ts';
import { PAPERS } from './papers/papers.ts';

const [part = ''] = process.argv.slice(2);
const asked = new Map<Mistake['field'], number>();
const wrong = new Map<Mistake['field'], number>();
const papers = PAPERS.filter((paper) => paper.name.includes(part));
for (const paper of papers) {
  const score = scorePaper(paper, recognise(paperInput(paper)));
  for (const [field, count] of Object.entries(score.asked) as [Mistake['field'], number][])
    asked.set(field, (asked.get(field) ?? 0) + count);
  for (const mistake of score.mistakes) {
    wrong.set(mistake.field, (wrong.get(mistake.field) ?? 0) + 1);
    console.log(`${paper.name}: ${mistake.field} ${mistake.text}`);
  }
}
console.log(`\n${papers.length} papers\nfield        asked  wrong  right`);
for (const [field, count] of asked) {
  const bad = wrong.get(field) ?? 0;
  console.log(
    `${field.padEnd(11)} ${String(count).padStart(6)} ${String(bad).padStart(6)}  ${((count - bad) / Math.max(1, count)).toFixed(3)}`,
  );
}
