// Can an invoice that is only XML be read in the book?
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { setXmlAsText } from '../../../src/engine/packs/xml-as-text.ts';
import { CORPUS, hasCorpus } from './sample-plan.ts';

it('shows every value below the elements that hold it', () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<inv:Invoice xmlns:inv="urn:x"><!-- inner --><cbc:ID schemeID="VAT">12 &amp; 13</cbc:ID>
<Buyer><Name>深圳市示例贸易有限公司</Name><Empty/><Amount currency="CNY"><![CDATA[1,234.50]]></Amount></Buyer></inv:Invoice>`;
  expect(setXmlAsText(xml)).toBe(
    [
      'Invoice',
      '  ID (schemeID=VAT): 12 & 13',
      '  Buyer',
      '    Name: 深圳市示例贸易有限公司',
      '    Amount (currency=CNY): 1,234.50',
    ].join('\n'),
  );
});

it('expands no entity and bounds what is set', () => {
  const bomb = `<!DOCTYPE a [<!ENTITY x "${'y'.repeat(1000)}"><!ENTITY z "&x;&x;&x;&x;">]><a><b>&z;</b></a>`;
  expect(setXmlAsText(bomb)!.length).toBeLessThan(100);
  const long = `<a>${'<b>c</b>'.repeat(20_000)}</a>`;
  expect(setXmlAsText(long)!.split('\n').length).toBeLessThanOrEqual(8001);
  expect(setXmlAsText('no xml at all')).toBeUndefined();
});

it.skipIf(!hasCorpus())('every XML invoice of the corpus becomes lines that can be read', () => {
  const folder = join(CORPUS, 'invoice-xml');
  const names = readdirSync(folder).filter((name) => name.endsWith('.xml'));
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    const text = setXmlAsText(readFileSync(join(folder, name), 'utf8'));
    expect(text?.split('\n').length ?? 0, name).toBeGreaterThan(3);
    expect(text, name).not.toMatch(/<\/?\w+:?\w*>/);
  }
});
