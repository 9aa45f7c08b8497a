// Are invented papers of the families that the corpus hardly covers read rightly: kind, numbers, dates, amounts, parties?
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/engine/recognise/recognise.ts';
import { paperInput } from '../../eval/papers/paper.ts';
import { scorePaper } from '../../eval/papers/paper-scores.ts';
import { PAPERS } from '../../eval/papers/papers.ts';

describe('papers in nine languages', () => {
  it.each(PAPERS.map((paper) => [paper.name, paper] as const))('%s', (_name, paper) => {
    const { mistakes } = scorePaper(paper, recognise(paperInput(paper)));
    expect(mistakes.map(({ field, text }) => `${field}: ${text}`)).toEqual([]);
  });
});
