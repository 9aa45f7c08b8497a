// Is XML of any state read without harm: broken, deep, full of entities?
import { describe, expect, it } from 'vitest';
import { readXmlLeaves, xmlToLines } from '../../../src/domain/text/xml-leaves.ts';

describe('readXmlLeaves', () => {
  it('gives leaves with their paths and attributes with digits', () => {
    expect(
      readXmlLeaves(
        '<?xml version="1.0"?><a:Root><b ID="12"><![CDATA[x < y]]></b><c>&lt;1 &#65;&amp;</c></a:Root>',
      ),
    ).toEqual([
      { path: 'Root/b/@ID', value: '12' },
      { path: 'Root/b', value: 'x < y' },
      { path: 'Root/c', value: '<1 A&' },
    ]);
  });
  it('expands no entity of a document type', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x><y>&b;</y></x>';
    expect(JSON.stringify(readXmlLeaves(bomb))).not.toContain('aaaaaaaaaa');
  });
  it.each(['<!--', '<![CDATA[', '<a>', '<a ', '<a b="1">', '</a>', '&#x;'])(
    'stays fast on a hundred thousand times %s',
    (junk) => {
      const start = performance.now();
      readXmlLeaves(junk.repeat(100_000));
      expect(performance.now() - start).toBeLessThan(1500);
    },
  );
  it('writes camel case as words, so that label rules read it', () => {
    expect(xmlToLines('<R><TrackingNumber>1Z5R89390357567127</TrackingNumber></R>')).toBe(
      'Tracking Number: 1Z5R89390357567127',
    );
  });
});
