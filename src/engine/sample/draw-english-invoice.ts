// How does a supplier's English invoice look, or its pro-forma?

import { drawSeal } from './draw-seal.ts';
import { writeCompactDate, writeDayMonthYear, writeMoney } from './format-values.ts';
import { createPaper } from './paper.ts';
import { PALE } from './paper-colours.ts';
import type { SampleParty, SampleProduct, SamplePurchase } from './sample-types.ts';

/** An English invoice of a supplier or a pro-forma, for a purchase. */
export async function drawEnglishInvoice(
  buyer: SampleParty,
  seller: SampleParty,
  product: SampleProduct,
  purchase: SamplePurchase,
  proforma: boolean,
): Promise<Uint8Array> {
  const date = proforma ? purchase.contractDate : purchase.invoiceDate;
  const number = `${proforma ? 'PI' : 'INV'}-${writeCompactDate(date)}-${purchase.key.slice(1).padStart(3, '0')}`;
  const title = proforma ? 'PROFORMA INVOICE' : 'INVOICE';
  const paper = await createPaper({ script: 'latin', date, title: `${title} ${number}`, mark: 'top-right' });
  paper.box(40, 40, 515, 4, { fill: [0.13, 0.33, 0.5] });
  paper.text(40, 54, seller.nameEn, { size: 13, bold: true });
  paper.paragraph(
    40,
    72,
    320,
    `${seller.addressEn}\nTel: ${seller.phone}   Web: ${seller.website}\nTax ID (USCC): ${seller.uscc}`,
    { size: 8.5 },
  );
  paper.text(555, 56, title, {
    size: proforma ? 16 : 22,
    bold: true,
    align: 'right',
    color: [0.13, 0.33, 0.5],
  });
  paper.text(555, 88, `${proforma ? 'PI No.' : 'Invoice No.'}: ${number}`, { size: 9.5, align: 'right' });
  paper.text(555, 102, `${proforma ? 'Date' : 'Invoice date'}: ${writeDayMonthYear(date)}`, {
    size: 9.5,
    align: 'right',
  });
  paper.text(40, 138, 'Bill to', { bold: true, size: 9.5 });
  paper.paragraph(40, 152, 300, `${buyer.nameEn}\n${buyer.addressEn}\nTax ID (USCC): ${buyer.uscc}`, {
    size: 9,
  });
  const unit = Math.round(product.unitPriceFen / 7.1);
  const amount = unit * purchase.quantity;
  const y = paper.table(
    40,
    226,
    [245, 80, 60, 60, 70],
    [
      ['Item', 'UPC', 'Quantity', 'Unit price USD', 'Amount USD'],
      [
        `${product.titleEn}\nModel ${product.model}, SKU ${product.sku}`,
        product.upc,
        String(purchase.quantity),
        writeMoney(unit),
        writeMoney(amount),
      ],
    ],
    { headFill: PALE, aligns: ['left', 'center', 'right', 'right', 'right'] },
  );
  paper.text(470, y + 12, 'Subtotal', { size: 9.5, align: 'right' });
  paper.text(552, y + 12, writeMoney(amount), { size: 9.5, align: 'right' });
  paper.text(470, y + 27, 'Tax (export, 0%)', { size: 9.5, align: 'right' });
  paper.text(552, y + 27, '0.00', { size: 9.5, align: 'right' });
  paper.text(470, y + 44, proforma ? 'Total (USD)' : 'Amount due (USD)', {
    size: 11,
    bold: true,
    align: 'right',
  });
  paper.text(552, y + 44, writeMoney(amount), { size: 11, bold: true, align: 'right' });
  const terms = proforma
    ? 'Validity: 30 days. Deposit 30% by T/T, balance before shipment. Delivery 20 days after deposit. This proforma invoice is an offer, not a proof of a completed sale.'
    : `Terms: T/T, paid on ${writeDayMonthYear(purchase.paymentDate)}. Purchase order ${purchase.orderNumber}, Contract No. ${purchase.contractNumber}. Country of origin: China.`;
  paper.paragraph(40, y + 84, 515, terms, { size: 9 });
  paper.paragraph(40, y + 122, 515, `Bank: Sample Bank Co., Ltd. Account name: ${seller.nameEn}`, {
    size: 8.5,
  });
  if (!proforma) drawSeal(paper, 470, y + 168, seller.nameZh, '财务专用章', 42);
  return await paper.save();
}
