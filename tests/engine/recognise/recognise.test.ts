// Does one pure function conclude from a file what a person would, and say why?
import { describe, expect, it } from 'vitest';
import type { RecogniseInput } from '../../../src/domain/inspection.ts';
import type { DocumentProperties, PageText } from '../../../src/domain/reading.ts';
import { RECOGNITION_VERSION, recognise } from '../../../src/engine/recognise/recognise.ts';

interface Draft {
  readonly fileName?: string;
  readonly folderNames?: readonly string[];
  readonly mediaType?: string;
  readonly pages?: readonly (string | PageText)[];
  readonly properties?: DocumentProperties;
  readonly media?: RecogniseInput['media'];
  readonly barcodes?: RecogniseInput['barcodes'];
}

function makeInput(draft: Draft): RecogniseInput {
  const pages = (draft.pages ?? []).map(
    (page, index): PageText =>
      typeof page === 'string' ? { page: index + 1, text: page, source: 'pdf' } : page,
  );
  return {
    fileName: draft.fileName ?? 'file.pdf',
    folderNames: draft.folderNames ?? [],
    mediaType: draft.mediaType ?? 'application/pdf',
    sizeBytes: 1_000,
    pages,
    pageCount: pages.length,
    media: draft.media ?? {},
    properties: draft.properties ?? {},
    barcodes: draft.barcodes ?? [],
    problems: [],
  };
}

const INVOICE =
  'Brightway Electronics Ltd\nINVOICE\nInvoice No: BW-20931\nInvoice Date: 12 March 2026\nBill To: Nordlicht Trading GmbH\nUnit Price Amount\nSubtotal 240.00 GBP\nVAT 20% 48.00\nTotal Due GBP 288.00';

const UBL = `<?xml version="1.0"?><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="urn:cbc" xmlns:cac="urn:cac">
<cbc:ID>BW-20931</cbc:ID><cbc:IssueDate>2026-03-12</cbc:IssueDate><cbc:DueDate>2026-04-11</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>GBP</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty><cac:Party><cac:PartyTaxScheme><cbc:CompanyID>GB123456789</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity><cbc:RegistrationName>Brightway Electronics &amp; Sons Ltd</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>Nordlicht Trading GmbH</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
<cac:TaxTotal><cbc:TaxAmount currencyID="GBP">48.00</cbc:TaxAmount></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="GBP">240.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="GBP">288.00</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="GBP">288.00</cbc:PayableAmount></cac:LegalMonetaryTotal></Invoice>`;

describe('the QR code of a fapiao', () => {
  it('is believed rather than another number of the same shape', () => {
    const found = recognise(
      makeInput({
        pages: ['增值税普通发票\n发票代码 发票号码\n机器编号 016000351595\n开票日期 2020年10月10日'],
        barcodes: [
          { page: 1, format: 'QRCode', value: '01,10,050001700111,99999951,300.00,20201010,147548,' },
        ],
      }),
    );
    const codes = found.identifiers.filter(({ type }) => type === 'fapiao_code');
    expect(codes.map(({ value }) => value)).toEqual(['050001700111']);
  });

  it('names the kind of a preview, which has no number yet', () => {
    const value = '01,61,,9223372036854775807,620,20210728,,7890';
    const found = recognise(
      makeInput({ pages: ['南航 CZ8866 V'], barcodes: [{ page: 1, format: 'QRCode', value }] }),
    );
    expect(found.kind.slug).toBe('fapiao_digital');
    expect(found.identifiers).toEqual([]);
  });
});

describe('an invoice', () => {
  it('is named, dated, totalled and tied to the problems that need invoices', () => {
    const found = recognise(makeInput({ pages: [INVOICE] }));
    expect(found.version).toBe(RECOGNITION_VERSION);
    expect(found.kind.slug).toBe('supplier_invoice');
    expect(found.documentDate).toBe('2026-03-12');
    expect(found.amounts.find(({ role }) => role === 'total')).toMatchObject({
      value: '288.00',
      currency: 'GBP',
    });
    expect(found.problems).toContain('lst-inauthentic');
    expect(found.problems).not.toContain('clm-chargeback');
    expect(found.language).toBe('en');
    expect(found.warnings).toEqual([]);
  });

  it('takes number, date, total and parties from the e-invoice embedded in a PDF', () => {
    const found = recognise(makeInput({ pages: [INVOICE, { page: 2, text: UBL, source: 'xml' }] }));
    expect(found.kind).toMatchObject({ slug: 'supplier_invoice', confidence: 0.98 });
    expect(found.identifiers.find(({ type }) => type === 'invoice_no')).toMatchObject({
      value: 'BW-20931',
      source: 'embedded_xml',
    });
    expect(found.identifiers.filter(({ type }) => type === 'invoice_no')).toHaveLength(1);
    expect(found.parties).toContainEqual(
      expect.objectContaining({ role: 'seller', name: 'Brightway Electronics & Sons Ltd' }),
    );
    expect(found.dates).toContainEqual(expect.objectContaining({ role: 'due', value: '2026-04-11' }));
    expect(found.documentDate).toBe('2026-03-12');
  });

  it('reads a file that is nothing but XML', () => {
    const found = recognise(
      makeInput({
        fileName: 'inv.xml',
        mediaType: 'application/xml',
        pages: [{ page: 1, text: UBL, source: 'xml' }],
      }),
    );
    expect(found.kind.slug).toBe('supplier_invoice');
    expect(found.amounts.find(({ role }) => role === 'total')?.value).toBe('288.00');
  });

  it('says that a credit note proves no purchase', () => {
    const note = UBL.replace('<cbc:InvoiceTypeCode>380<', '<cbc:InvoiceTypeCode>381<');
    const found = recognise(
      makeInput({
        fileName: 'cn.xml',
        mediaType: 'application/xml',
        pages: [{ page: 1, text: note, source: 'xml' }],
      }),
    );
    expect(found.warnings).toContainEqual({ code: 'is_credit_note' });
  });
});

describe('papers of no known kind', () => {
  it('have no issuer who is only their first line', () => {
    const found = recognise(makeInput({ fileName: 'x.csv', mediaType: 'text/csv', pages: ['foo,bar,baz'] }));
    expect(found.kind.slug).toBe('unknown');
    expect(found.parties).toEqual([]);
  });
});

describe('check digits', () => {
  it('says that a number whose check digit is wrong is likely misread', () => {
    const found = recognise(makeInput({ pages: ['UPS tracking number 1Z12345E0205271689, delivered'] }));
    expect(found.warnings).toContainEqual({
      code: 'check_digit_wrong',
      params: { type: 'tracking_number', value: '1Z12345E0205271689' },
    });
  });
});

describe('titles and dates', () => {
  it('titles an e-mail by its subject and dates it by when it was sent', () => {
    const found = recognise(
      makeInput({
        fileName: 'x.eml',
        mediaType: 'message/rfc822',
        pages: ['Dear Seller, thank you for selling on Amazon.'],
        properties: {
          email: {
            subject: 'Your payment is on the way',
            from: 'no-reply@amazon.com',
            sentAt: '2026-03-01T10:00:00Z',
          },
        },
      }),
    );
    expect(found).toMatchObject({ title: 'Your payment is on the way', documentDate: '2026-03-01' });
    expect(found.kind.slug).toBe('amazon_notification');
  });

  it('dates a photo by when it was taken, also when the name holds another date', () => {
    const found = recognise(
      makeInput({
        fileName: '打包 20250101.jpg',
        mediaType: 'image/jpeg',
        media: { takenAt: '2026-03-02T08:00:00' },
      }),
    );
    expect(found).toMatchObject({ documentDate: '2026-03-02', title: '打包 20250101' });
    expect(found.kind.slug).toBe('packing_photo');
  });

  it('does not believe titles that programs write by themselves', () => {
    const titled = (title: string) =>
      recognise(makeInput({ fileName: 'supplier march.pdf', properties: { title } })).title;
    expect(titled('Microsoft Word - Document1')).toBe('supplier march');
    expect(titled('untitled')).toBe('supplier march');
    expect(titled('Certificate 2231 for EXAMPLE lamps')).toBe('Certificate 2231 for EXAMPLE lamps');
  });
});

describe('problems that a document can serve', () => {
  it('narrows a notice to what it is about', () => {
    const found = recognise(
      makeInput({
        fileName: 'n.eml',
        mediaType: 'message/rfc822',
        pages: [
          'We removed your listing because a rights owner reported trademark infringement. Complaint ID: 12345678901. Why did this happen?',
        ],
        properties: { email: { subject: 'Notice: Policy Warning', from: 'notice@amazon.com' } },
      }),
    );
    expect(found.kind.slug).toBe('performance_notification');
    expect(found.problems[0]).toBe('ip-trademark');
    expect(found.problems).not.toContain('acct-dropshipping');
  });

  it('offers nothing for an unsorted file', () => {
    expect(recognise(makeInput({ pages: ['Lorem ipsum dolor sit amet'] })).problems).toEqual([]);
  });
});

describe('quiet warnings', () => {
  const codes = (draft: Draft): string[] => recognise(makeInput(draft)).warnings.map(({ code }) => code);

  it('notes editing programs, later changes and repeated saving', () => {
    expect(codes({ pages: [INVOICE], properties: { producer: 'Adobe Photoshop for Windows' } })).toEqual([
      'made_by_editor',
    ]);
    expect(
      codes({
        pages: [INVOICE],
        properties: {
          createdAt: '2026-03-12T10:00:00Z',
          modifiedAt: '2026-05-02T10:00:00Z',
          incrementalSaves: 2,
        },
      }),
    ).toEqual(['changed_after_creation', 'saved_again']);
    expect(
      codes({
        pages: [INVOICE],
        properties: {
          producer: 'Microsoft: Print To PDF',
          createdAt: '2026-03-12T10:00:00Z',
          modifiedAt: '2026-03-12T10:00:04Z',
          incrementalSaves: 0,
        },
      }),
    ).toEqual([]);
    expect(
      codes({ mediaType: 'image/jpeg', fileName: '破损照片.jpg', media: { software: 'Snapseed 2.0' } }),
    ).toEqual(['image_edited']);
  });

  it('notes sums that do not add up', () => {
    expect(codes({ pages: [INVOICE.replace('288.00', '298.00')] })).toContain('sum_differs');
  });

  it('notes a total in words that differs from the figures', () => {
    const fapiao = (words: string) =>
      `电子发票（普通发票）\n发票号码：25442000000123456789\n开票日期：2026年03月12日\n购买方信息 销售方信息\n合计 ¥1000.00 ¥130.00\n价税合计（大写）${words} （小写）¥1130.00`;
    expect(codes({ pages: [fapiao('壹仟壹佰叁拾圆整')] })).not.toContain('capitals_differ');
    expect(codes({ pages: [fapiao('壹仟壹佰捌拾圆整')] })).toContain('capitals_differ');
  });

  it('notes a fapiao whose code names another number than the print', () => {
    const pages = [
      '浙江增值税电子普通发票\n发票代码：033002200211\n发票号码：99934328\n开票日期：2022年09月01日\n校验码：64484 02218 24702 98515',
    ];
    const qr = (number: string) => [
      {
        page: 1,
        format: 'QRCode',
        value: `01,10,033002200211,${number},500.00,20220901,64484022182470298515,AB12,`,
      },
    ];
    expect(codes({ pages, barcodes: qr('99934328') })).not.toContain('barcode_differs');
    expect(codes({ pages, barcodes: qr('11112222') })).toContain('barcode_differs');
  });

  it('says that a pro-forma is no proof', () => {
    expect(codes({ pages: ['PROFORMA INVOICE\nPI No: 77\nValidity: 15 days\n30% deposit'] })).toContain(
      'not_proof_of_purchase',
    );
  });
});

describe('speed', () => {
  it('classifies a three-page paper in a few milliseconds', () => {
    const page = `${INVOICE}\n${'200  USB-C cable 1m  1.20  240.00\n'.repeat(80)}`;
    const input = makeInput({ pages: [page, page, page] });
    recognise(input);
    // Time of this process, not of the wall: other work on the machine must not count.
    const start = process.cpuUsage();
    for (let run = 0; run < 20; run += 1) recognise(input);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000 / 20).toBeLessThan(60);
  });
});
