// How is a fully digital fapiao written as OFD (GB/T 33190: a ZIP of XML pages)?

import type { FapiaoFacts } from './draw-fapiao.ts';
import { writeChineseDate, writeMoneyInCapitals, writePlainMoney } from './format-values.ts';
import { writeZip } from './write-zip.ts';

function escapeXml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] as string,
  );
}

/** Writes the OFD of a fapiao: one page of 210 x 140 mm with text objects and ruled lines. */
export async function writeFapiaoOfd(facts: FapiaoFacts): Promise<Uint8Array> {
  const { purchase, product, seller, buyer } = facts;
  const total = purchase.netFen + purchase.taxFen;
  let id = 100;
  const text = (x: number, y: number, value: string, size = 3.175): string => {
    id++;
    const advance = [...value].map((c) => (c.charCodeAt(0) > 0x2e80 ? size : size / 2).toString());
    const delta = advance.slice(0, -1).join(' ');
    return `<ofd:TextObject ID="${id}" Boundary="${x} ${y} ${(value.length * size + 2).toFixed(1)} ${(size * 1.4).toFixed(2)}" Font="3" Size="${size}"><ofd:TextCode X="0" Y="${(size * 1.1).toFixed(3)}"${delta ? ` DeltaX="${delta}"` : ''}>${escapeXml(value)}</ofd:TextCode></ofd:TextObject>`;
  };
  const line = (x1: number, y1: number, x2: number, y2: number): string => {
    id++;
    const w = Math.max(0.3, x2 - x1);
    const h = Math.max(0.3, y2 - y1);
    return `<ofd:PathObject ID="${id}" Boundary="${x1} ${y1} ${w} ${h}" LineWidth="0.25"><ofd:StrokeColor Value="128 0 0"/><ofd:AbbreviatedData>M 0 0 L ${x2 - x1} ${y2 - y1}</ofd:AbbreviatedData></ofd:PathObject>`;
  };
  const objects = [
    text(66, 10, '电子发票（增值税专用发票）', 5.5),
    text(10, 5, '样本 SAMPLE', 3.5),
    text(150, 10, '发票号码：'),
    text(166, 10, purchase.invoiceNumber),
    text(150, 16, '开票日期：'),
    text(166, 16, writeChineseDate(purchase.invoiceDate)),
    line(6, 30, 204, 30),
    line(6, 30, 6, 128),
    line(204, 30, 204, 128),
    line(6, 128, 204, 128),
    text(8, 33, '购买方信息'),
    text(28, 34, '名称：'),
    text(38, 34, buyer.nameZh),
    text(28, 43, '统一社会信用代码/纳税人识别号：'),
    text(76, 43, buyer.uscc),
    text(106, 33, '销售方信息'),
    text(126, 34, '名称：'),
    text(136, 34, seller.nameZh),
    text(126, 43, '统一社会信用代码/纳税人识别号：'),
    text(174, 43, seller.uscc, 2.6),
    line(6, 52, 204, 52),
    ...['项目名称', '规格型号', '单位', '数量', '单价', '金额', '税率/征收率', '税额'].map((h, i) =>
      text([8, 60, 92, 108, 124, 144, 164, 190][i] as number, 54, h),
    ),
    text(8, 60, `*${product.taxCategory}*${product.nameZh}`),
    text(60, 60, product.specZh),
    text(94, 60, facts.unit),
    text(108, 60, String(purchase.quantity)),
    text(124, 60, writePlainMoney(product.unitPriceFen)),
    text(144, 60, writePlainMoney(purchase.netFen)),
    text(166, 60, '13%'),
    text(188, 60, writePlainMoney(purchase.taxFen)),
    text(30, 90, '合计'),
    text(144, 90, `¥${writePlainMoney(purchase.netFen)}`),
    text(186, 90, `¥${writePlainMoney(purchase.taxFen)}`),
    line(6, 96, 204, 96),
    text(12, 99, '价税合计（大写）'),
    text(66, 99, writeMoneyInCapitals(total)),
    text(144, 99, '（小写）'),
    text(158, 99, `¥${writePlainMoney(total)}`),
    line(6, 106, 204, 106),
    text(8, 110, '备注'),
    text(18, 110, facts.remark),
    text(16, 131, '开票人：'),
    text(30, 131, seller.contact),
    text(80, 135, '样本 SAMPLE 虚构数据，仅供演示', 2.5),
  ];
  const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const custom = (
    [
      ['发票号码', purchase.invoiceNumber],
      ['开票日期', writeChineseDate(purchase.invoiceDate)],
      ['购买方纳税人识别号', buyer.uscc],
      ['销售方纳税人识别号', seller.uscc],
      ['合计金额', writePlainMoney(purchase.netFen)],
      ['合计税额', writePlainMoney(purchase.taxFen)],
    ] as const
  )
    .map(([name, value]) => `<ofd:CustomData Name="${name}">${value}</ofd:CustomData>`)
    .join('');
  const files: Readonly<Record<string, string>> = {
    'OFD.xml': `${head}<ofd:OFD ${ns} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo><ofd:DocID>${purchase.invoiceNumber.padStart(32, '0')}</ofd:DocID><ofd:Author>SAMPLE</ofd:Author><ofd:CreationDate>${purchase.invoiceDate}</ofd:CreationDate><ofd:CustomDatas>${custom}</ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `${head}<ofd:Document ${ns}><ofd:CommonData><ofd:MaxUnitID>${id}</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 140</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>`,
    'Doc_0/PublicRes.xml': `${head}<ofd:Res ${ns} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="宋体" FamilyName="宋体"/></ofd:Fonts></ofd:Res>`,
    'Doc_0/Pages/Page_0/Content.xml': `${head}<ofd:Page ${ns}><ofd:Area><ofd:PhysicalBox>0 0 210 140</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="2">${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`,
  };
  return await writeZip(
    Object.entries(files).map(([name, body]) => ({ name, bytes: Buffer.from(body) })),
    purchase.invoiceDate,
  );
}

/** Writes the same fapiao as the XML file that the tax bureau also delivers. */
export function writeFapiaoXml(facts: FapiaoFacts): Uint8Array {
  const { purchase, product, seller, buyer } = facts;
  const total = purchase.netFen + purchase.taxFen;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<!-- 样本 SAMPLE 虚构数据 -->
<EInvoice>
  <Header><EIid>${purchase.invoiceNumber}</EIid><EInvoiceTag>SWEI3200</EInvoiceTag><Version>0.2</Version>
    <InherentLabel><EInvoiceType><LabelCode>01</LabelCode><LabelName>电子发票（增值税专用发票）</LabelName></EInvoiceType></InherentLabel></Header>
  <EInvoiceData>
    <SellerInformation><SellerIdNum>${seller.uscc}</SellerIdNum><SellerName>${seller.nameZh}</SellerName><SellerAddr>${seller.addressZh}</SellerAddr></SellerInformation>
    <BuyerInformation><BuyerIdNum>${buyer.uscc}</BuyerIdNum><BuyerName>${buyer.nameZh}</BuyerName></BuyerInformation>
    <BasicInformation><TotalAmWithoutTax>${writePlainMoney(purchase.netFen)}</TotalAmWithoutTax><TotalTaxAm>${writePlainMoney(purchase.taxFen)}</TotalTaxAm><TotalTax-includedAmount>${writePlainMoney(total)}</TotalTax-includedAmount><TotalTax-includedAmountInChinese>${writeMoneyInCapitals(total)}</TotalTax-includedAmountInChinese><Drawer>${seller.contact}</Drawer><RequestTime>${purchase.invoiceDate} 10:21:33</RequestTime></BasicInformation>
    <IssuItemInformation><ItemName>*${product.taxCategory}*${product.nameZh}</ItemName><SpecMod>${product.specZh}</SpecMod><MeaUnits>${facts.unit}</MeaUnits><Quantity>${purchase.quantity}</Quantity><UnPrice>${writePlainMoney(product.unitPriceFen)}</UnPrice><Amount>${writePlainMoney(purchase.netFen)}</Amount><TaxRate>0.13</TaxRate><ComTaxAm>${writePlainMoney(purchase.taxFen)}</ComTaxAm></IssuItemInformation>
    <AdditionalInformation><Remark>${facts.remark}</Remark></AdditionalInformation>
  </EInvoiceData>
  <TaxSupervisionInfo><InvoiceNumber>${purchase.invoiceNumber}</InvoiceNumber><IssueTime>${purchase.invoiceDate}</IssueTime><TaxBureauName>国家税务总局（样本）</TaxBureauName></TaxSupervisionInfo>
</EInvoice>
`;
  return Buffer.from(xml);
}
