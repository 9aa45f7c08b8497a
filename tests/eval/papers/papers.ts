// Which invented papers are there?
import { AMAZON_PAPERS } from './amazon-papers.ts';
import { COMPANY_PAPERS } from './company-papers.ts';
import { FIFTH_PAPERS } from './fifth-set.ts';
import { FOURTH_PAPERS } from './fourth-set.ts';
import { INVOICE_PAPERS } from './invoices-of-many-languages.ts';
import { LOGISTICS_PAPERS } from './logistics-papers.ts';
import type { Paper } from './paper.ts';
import { SECOND_PAPERS } from './second-set.ts';
import { SEVENTH_PAPERS } from './seventh-set.ts';
import { SIXTH_PAPERS } from './sixth-set.ts';
import { THIRD_PAPERS } from './third-set.ts';

export const PAPERS: readonly Paper[] = [
  ...INVOICE_PAPERS,
  ...LOGISTICS_PAPERS,
  ...AMAZON_PAPERS,
  ...COMPANY_PAPERS,
  ...SECOND_PAPERS,
  ...THIRD_PAPERS,
  ...FOURTH_PAPERS,
  ...FIFTH_PAPERS,
  ...SIXTH_PAPERS,
  ...SEVENTH_PAPERS,
];
