// Is the number of an invoice found whatever the layout and the language of its head, and nothing else taken for it?
import { describe, expect, it } from 'vitest';
import { findIdentifiers } from '../../../src/domain/identifiers/find-identifiers.ts';
import { INVOICE_HEADS, NOT_INVOICE_HEADS } from './invoice-head-samples.ts';
import { inputOf } from './recognise-input.ts';

const invoiceNumbers = (text: string): string[] =>
  findIdentifiers(inputOf(text))
    .filter((entry) => entry.type === 'invoice_no' && entry.confidence >= 0.5)
    .map((entry) => entry.value);

describe('invoice heads', () => {
  it.each(INVOICE_HEADS)('%s', (text, ...expected) => {
    expect(invoiceNumbers(text).sort()).toEqual([...expected].sort());
  });
});

describe('what is printed beside invoice numbers', () => {
  it.each(NOT_INVOICE_HEADS)('%s', (text) => {
    expect(invoiceNumbers(text)).toEqual([]);
  });
});
