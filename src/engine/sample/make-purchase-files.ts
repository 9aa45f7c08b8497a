// Which files show how the seller bought its goods (invoice, contract, order, payment, delivery note)?
import sharp from 'sharp';
import { drawEnglishInvoice } from './draw-english-invoice.ts';
import { drawDigitalFapiao, drawLegacyFapiao, type FapiaoFacts } from './draw-fapiao.ts';
import {
  drawBankReceipt,
  drawContract,
  drawDeliveryNote,
  drawPurchaseOrder,
  drawQuotation,
  type TradeFacts,
} from './draw-trade-papers.ts';
import { addDays, writeCompactDate } from './format-values.ts';
import { createPaper } from './paper.ts';
import { rasterizePdf, renderScan } from './rasterize-paper.ts';
import { findProduct, findSupplier } from './sample-facts.ts';
import type { SampleFacts, SampleFile, SamplePurchase } from './sample-types.ts';
import { writeFapiaoOfd, writeFapiaoXml } from './write-ofd.ts';
import { writeXlsx } from './write-office.ts';

/** Cases that a purchase's papers help with. The old stand invoice belongs to the case that it fails. */
function listCases(purchase: SamplePurchase): readonly string[] {
  if (purchase.productKey === 'lamp' || purchase.productKey === 'stand') return ['lst-inauthentic'];
  if (purchase.key === 'P2') return ['fba-inbound-missing'];
  return [];
}

/** Facts of a purchase's fapiao. */
export function describeFapiao(facts: SampleFacts, purchase: SamplePurchase): FapiaoFacts {
  return {
    purchase,
    product: findProduct(purchase.productKey),
    unit: purchase.productKey === 'kitchen' || purchase.productKey === 'puzzle' ? '套' : '个',
    seller: findSupplier(purchase.supplierKey),
    buyer: facts.company,
    remark: `合同编号：${purchase.contractNumber}　采购单号：${purchase.orderNumber}`,
  };
}

/** Puts scanned page images into a PDF, as office scanners do. */
export async function wrapScansAsPdf(
  scans: readonly Uint8Array[],
  date: string,
  title: string,
): Promise<Uint8Array> {
  const paper = await createPaper({ date, title, mark: 'none', producer: 'Casebinder sample scanner' });
  for (const [i, scan] of scans.entries()) {
    if (i > 0) paper.addPage();
    await paper.picture(scan, 0, 0, 595, 842);
  }
  return await paper.save();
}

async function* makeInvoiceFiles(facts: SampleFacts, purchase: SamplePurchase): AsyncGenerator<SampleFile> {
  const supplier = findSupplier(purchase.supplierKey);
  const fapiao = describeFapiao(facts, purchase);
  const folder = `01 采购发票/${purchase.invoiceDate.slice(0, 4)}`;
  const ids = purchase.invoiceCode
    ? [
        `fapiao_code:${purchase.invoiceCode}`,
        `fapiao_no:${purchase.invoiceNumber}`,
        `uscc:${supplier.uscc}`,
        `uscc:${facts.company.uscc}`,
      ]
    : [`fapiao_digital_no:${purchase.invoiceNumber}`, `uscc:${supplier.uscc}`, `uscc:${facts.company.uscc}`];
  const common = { ids, date: purchase.invoiceDate, cases: listCases(purchase) };
  if (purchase.invoiceForm === 'digital-pdf') {
    yield {
      ...common,
      path: `${folder}/数电票_${supplier.shortZh}_${purchase.invoiceNumber}.pdf`,
      kind: 'fapiao_digital',
      bytes: await drawDigitalFapiao(fapiao),
    };
  } else if (purchase.invoiceForm === 'digital-ofd') {
    const name = `${folder}/dzfp_${purchase.invoiceNumber}_${supplier.nameZh}_${writeCompactDate(purchase.invoiceDate)}`;
    yield { ...common, path: `${name}.ofd`, kind: 'fapiao_digital', bytes: await writeFapiaoOfd(fapiao) };
    yield { ...common, path: `${name}.xml`, kind: 'fapiao_digital', bytes: writeFapiaoXml(fapiao) };
    yield { ...common, path: `${name}.pdf`, kind: 'fapiao_digital', bytes: await drawDigitalFapiao(fapiao) };
  } else if (purchase.invoiceForm === 'vat-special-scan') {
    const scan = await renderScan(await drawLegacyFapiao(fapiao, true), {
      seed: purchase.key,
      dpi: 170,
      skew: purchase.key === 'P4' ? 0.9 : -1.3,
      tint: [253, 250, 240],
    });
    yield {
      ...common,
      path: `${folder}/专票扫描_${supplier.shortZh}_${purchase.invoiceNumber}.jpg`,
      kind: 'fapiao_vat_special',
      pixelsOnly: true,
      bytes: scan,
    };
  } else {
    yield {
      ...common,
      path: `${folder}/电子普票_${supplier.shortZh}_${purchase.invoiceNumber}.pdf`,
      kind: 'fapiao_vat_normal',
      bytes: await drawLegacyFapiao(fapiao, false),
    };
  }
}

async function* makeContractFiles(
  _facts: SampleFacts,
  purchase: SamplePurchase,
  trade: TradeFacts,
): AsyncGenerator<SampleFile> {
  const supplier = findSupplier(purchase.supplierKey);
  const name = `02 合同/购销合同_${purchase.contractNumber}_${supplier.shortZh}`;
  const common = {
    kind: 'purchase_contract',
    ids: [`contract_no:${purchase.contractNumber}`],
    date: purchase.contractDate,
    cases: listCases(purchase),
  };
  const pdf = await drawContract(trade);
  if (purchase.key === 'P3') {
    for (const page of [0, 1]) {
      const scan = await renderScan(pdf, {
        seed: `${purchase.key}-${page}`,
        skew: page === 0 ? 0.7 : -0.5,
        pageIndex: page,
        dpi: 120,
      });
      yield { ...common, path: `${name}_第${page + 1}页.jpg`, pixelsOnly: true, bytes: scan };
    }
  } else if (purchase.key === 'P4' || purchase.key === 'P6') {
    const scans: Uint8Array[] = [];
    for (const page of [0, 1])
      scans.push(
        await renderScan(pdf, {
          seed: `${purchase.key}-${page}`,
          skew: 0.4,
          pageIndex: page,
          dpi: 120,
          grey: purchase.key === 'P4',
        }),
      );
    yield {
      ...common,
      path: `${name}_扫描件.pdf`,
      pixelsOnly: true,
      bytes: await wrapScansAsPdf(scans, purchase.contractDate, 'Scan'),
    };
  } else {
    yield { ...common, path: `${name}.pdf`, bytes: pdf };
  }
}

/** Every paper of the purchases, and the offers that prove nothing. */
export async function* makePurchaseFiles(facts: SampleFacts): AsyncGenerator<SampleFile> {
  for (const purchase of facts.purchases) {
    const supplier = findSupplier(purchase.supplierKey);
    const trade: TradeFacts = {
      purchase,
      product: findProduct(purchase.productKey),
      seller: supplier,
      buyer: facts.company,
    };
    const cases = listCases(purchase);
    const contractId = `contract_no:${purchase.contractNumber}`;
    yield* makeInvoiceFiles(facts, purchase);
    if (purchase.key !== 'P8' && purchase.key !== 'P9') yield* makeContractFiles(facts, purchase, trade);
    if (['P1', 'P2', 'P6', 'P7'].includes(purchase.key)) {
      yield {
        path: `02 合同/采购订单/${purchase.orderNumber} ${trade.product.nameZh}.pdf`,
        kind: 'purchase_order',
        ids: [`po_no:${purchase.orderNumber}`, contractId],
        date: purchase.contractDate,
        cases,
        bytes: await drawPurchaseOrder(trade),
      };
    }
    if (!['P4', 'P8', 'P9'].includes(purchase.key)) {
      const receipt = await drawBankReceipt(trade);
      const scanned = purchase.key === 'P5';
      yield {
        path: `02 合同/付款凭证/${writeCompactDate(purchase.paymentDate)}_银行电子回单_${supplier.shortZh}.${scanned ? 'jpg' : 'pdf'}`,
        kind: 'payment_proof',
        ids: [contractId],
        date: purchase.paymentDate,
        cases,
        pixelsOnly: scanned,
        bytes: scanned ? await renderScan(receipt, { seed: 'receipt', skew: 1.1, dpi: 150 }) : receipt,
      };
    }
    if (['P1', 'P2', 'P4', 'P6'].includes(purchase.key)) {
      const note = await drawDeliveryNote(trade);
      const scanned = purchase.key === 'P1' || purchase.key === 'P4';
      yield {
        path: `01 采购发票/送货单/送货单_${purchase.deliveryNumber}.${scanned ? 'jpg' : 'pdf'}`,
        kind: 'delivery_note',
        ids: [contractId, `po_no:${purchase.orderNumber}`],
        date: purchase.deliveryDate,
        cases,
        pixelsOnly: scanned,
        bytes: scanned
          ? await renderScan(note, {
              seed: `note-${purchase.key}`,
              skew: -0.9,
              tint: [255, 236, 236],
              dpi: 140,
            })
          : note,
      };
    }
  }
  yield* makeOfferFiles(facts);
}

async function* makeOfferFiles(facts: SampleFacts): AsyncGenerator<SampleFile> {
  const [p1, , , , p5, , p7] = facts.purchases as readonly [
    SamplePurchase,
    SamplePurchase,
    SamplePurchase,
    SamplePurchase,
    SamplePurchase,
    SamplePurchase,
    SamplePurchase,
  ];
  const offer = (purchase: SamplePurchase): TradeFacts => ({
    purchase,
    product: findProduct(purchase.productKey),
    seller: findSupplier(purchase.supplierKey),
    buyer: facts.company,
  });
  const quote = offer(p7);
  yield {
    path: `02 合同/报价/报价单_${quote.seller.shortZh}_${writeCompactDate(p7.contractDate)}.pdf`,
    kind: 'quotation',
    ids: [],
    date: p7.contractDate,
    bytes: await drawQuotation(quote),
  };
  const wood = offer(p5);
  const unpaid = { ...p5, contractDate: addDays(facts.builtOn, -12) };
  yield {
    path: `02 合同/报价/PI_${wood.product.model}_Proforma Invoice.pdf`,
    kind: 'proforma_invoice',
    ids: [`invoice_no:PI-${writeCompactDate(unpaid.contractDate)}-005`],
    date: unpaid.contractDate,
    bytes: await drawEnglishInvoice(facts.company, wood.seller, wood.product, unpaid, true),
  };
  const lamp = offer(p1);
  yield {
    path: `01 采购发票/${p1.invoiceDate.slice(0, 4)}/Supplier Invoice ${lamp.product.asin} ${p1.invoiceDate}.pdf`,
    kind: 'supplier_invoice',
    ids: [`invoice_no:INV-${writeCompactDate(p1.invoiceDate)}-001`, `contract_no:${p1.contractNumber}`],
    date: p1.invoiceDate,
    cases: ['lst-inauthentic'],
    bytes: await drawEnglishInvoice(facts.company, lamp.seller, lamp.product, p1, false),
  };
  const rows = [
    ['供应商报价单 QUOTATION（样本 SAMPLE）'],
    ['报价日期', addDays(facts.builtOn, -70), '报价有效期', '30天'],
    ['SKU', '产品', '规格', '未税单价(元)', '含税单价(元)', '起订量'],
    ...facts.products.map((p) => [
      p.sku,
      p.nameZh,
      p.specZh,
      p.unitPriceFen / 100,
      Math.round(p.unitPriceFen * 1.13) / 100,
      300,
    ]),
  ];
  yield {
    path: `02 合同/报价/${facts.builtOn.slice(0, 4)} 供应商报价汇总.xlsx`,
    kind: 'quotation',
    ids: [],
    date: addDays(facts.builtOn, -70),
    bytes: await writeXlsx(
      '报价单',
      rows,
      '供应商报价汇总',
      facts.company.contact,
      addDays(facts.builtOn, -70),
    ),
  };
}

/** A fapiao as a phone screenshot; used where chats keep pictures only. */
export async function renderFapiaoPicture(facts: SampleFacts, purchase: SamplePurchase): Promise<Uint8Array> {
  const raster = await rasterizePdf(await drawDigitalFapiao(describeFapiao(facts, purchase)), 110);
  return await sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 3 } })
    .jpeg({ quality: 72 })
    .toBuffer();
}
