// Which files prove who the seller is and what it may sell (licence, bills, authorisations, certificates, product photos)?

import { drawErrorScreen, drawHealthScreen, drawListingScreen } from './draw-account-screens.ts';
import { drawBankStatement, drawBusinessLicence, drawUtilityBill } from './draw-company-papers.ts';
import { drawDeclarationOfConformity, drawManual } from './draw-compliance-papers.ts';
import {
  type AuthorisationFacts,
  drawAuthorisationLetter,
  drawChildrensCertificate,
  drawTestReport,
  drawTrademarkCertificate,
} from './draw-rights-papers.ts';
import { addDays, writeCompactDate } from './format-values.ts';
import { renderScan } from './rasterize-paper.ts';
import { renderPhoto, SAMPLE_CAMERAS } from './render-photos.ts';
import { findProduct } from './sample-facts.ts';
import type { SampleFacts, SampleFile } from './sample-types.ts';

const LAMP_BRAND = {
  brand: 'LUMISAMPLE',
  owner: 'Lumi Sample Brands LLC',
  ownerAddress: '500 Example Road, Wilmington, DE 19801, USA',
  trademarkNumber: '0000101',
} as const;
const STAND_BRAND = {
  brand: 'KORVIOSAMPLE',
  owner: 'Korvio Sample Design Inc.',
  ownerAddress: '77 Example Plaza, Dover, DE 19901, USA',
  trademarkNumber: '0000404',
} as const;

/** A studio photo of a product on white. */
export async function renderProductPhoto(productKey: string, takenAt: string, view = 0): Promise<Uint8Array> {
  return await renderPhoto({
    scene: {
      width: 1200,
      height: 900,
      key: `${productKey}-${view}`,
      white: true,
      products:
        view === 0
          ? [{ key: productKey, x: 180, y: 120, scale: 2.1 }]
          : [
              { key: productKey, x: 60, y: 240, scale: 1.3 },
              { key: productKey, x: 620, y: 240, scale: 1.3 },
            ],
    },
    takenAt,
    camera: SAMPLE_CAMERAS[2]!,
    quality: 82,
  });
}

export async function* makeStandingFiles(facts: SampleFacts): AsyncGenerator<SampleFile> {
  const { builtOn, company } = facts;
  const day = (offset: number): string => addDays(builtOn, offset);
  const uscc = `uscc:${company.uscc}`;
  const folder = '06 资质证书';
  yield {
    path: `${folder}/公司/营业执照_${company.shortZh}.jpg`,
    kind: 'business_license',
    ids: [uscc],
    pixelsOnly: true,
    bytes: await renderScan(await drawBusinessLicence(facts), {
      seed: 'licence',
      skew: 0.6,
      dpi: 120,
      quality: 72,
    }),
  };
  const billDate = day(-38);
  yield {
    path: `${folder}/公司/电费单_${billDate.slice(0, 7)}.pdf`,
    kind: 'utility_bill',
    ids: [],
    date: billDate,
    bytes: await drawUtilityBill(facts, billDate),
  };
  yield {
    path: `${folder}/公司/银行对账单_${day(-143).slice(0, 7)}_${day(-31).slice(0, 7)}.pdf`,
    kind: 'bank_statement',
    ids: [],
    date: day(-31),
    bytes: await drawBankStatement(facts, day(-143), day(-31)),
  };
  const letters: readonly AuthorisationFacts[] = [
    { ...LAMP_BRAND, product: findProduct('lamp'), from: day(-320), until: day(410) },
    { ...STAND_BRAND, product: findProduct('stand'), from: day(-470), until: day(-105) },
  ];
  for (const letter of letters) {
    const bytes = await drawAuthorisationLetter(facts, letter);
    const expired = letter.until < builtOn;
    yield {
      path: `${folder}/品牌授权/LOA_${letter.brand}_${writeCompactDate(letter.from)}-${writeCompactDate(letter.until)}${expired ? '_已过期' : ''}.pdf`,
      kind: 'letter_of_authorization',
      ids: [`asin:${letter.product.asin}`],
      date: letter.from,
      cases: ['lst-inauthentic'],
      bytes,
    };
  }
  yield {
    path: `${folder}/商标/商标注册证_XINGHEDEMO_21类.jpg`,
    kind: 'trademark_certificate',
    ids: [],
    date: '2022-06-14',
    pixelsOnly: true,
    bytes: await renderScan(await drawTrademarkCertificate('XINGHEDEMO', facts, '2022-06-14'), {
      seed: 'trademark',
      skew: -0.7,
      dpi: 120,
    }),
  };
  for (const [productKey, date, standard] of [
    ['puzzle', day(-230), 'ASTM F963-23; CPSIA Sec. 101, 108'],
    ['lamp', day(-190), 'EN IEC 55015:2019; EN 61547:2009; IEC 62321'],
  ] as const) {
    const product = findProduct(productKey);
    yield {
      path: `${folder}/检测报告/检测报告_${product.model}_${writeCompactDate(date)}.pdf`,
      kind: 'test_report',
      ids: [`report_no:YLJC${writeCompactDate(date)}${product.model}`],
      date,
      bytes: await drawTestReport(
        facts,
        product,
        date,
        standard,
        await renderProductPhoto(productKey, `${day(-240)} 14:20:05`),
      ),
    };
  }
  const puzzle = findProduct('puzzle');
  yield {
    path: `${folder}/检测报告/CPC_${puzzle.model}.pdf`,
    kind: 'cpc',
    ids: [`asin:${puzzle.asin}`, `report_no:YLJC${writeCompactDate(day(-230))}${puzzle.model}`],
    date: day(-226),
    bytes: await drawChildrensCertificate(
      facts,
      puzzle,
      day(-226),
      `YLJC${writeCompactDate(day(-230))}${puzzle.model}`,
    ),
  };
  const lamp = findProduct('lamp');
  yield {
    path: `${folder}/检测报告/CE DoC_${lamp.model}.pdf`,
    kind: 'declaration_of_conformity',
    ids: [],
    date: day(-190),
    bytes: await drawDeclarationOfConformity(facts, lamp, day(-190)),
  };
  yield {
    path: `${folder}/说明书/${lamp.model} 使用说明书 User Manual.pdf`,
    kind: 'product_manual',
    ids: [],
    date: day(-250),
    bytes: await drawManual(
      facts,
      lamp,
      day(-250),
      await renderProductPhoto('lamp', `${day(-252)} 09:41:12`),
    ),
  };
  for (const [index, product] of facts.products.entries()) {
    const cases = product.key === 'lamp' || product.key === 'stand' ? ['lst-inauthentic'] : [];
    yield {
      path: `${folder}/产品实拍/${product.sku} 实拍图${index % 2 ? '_多件' : ''}.jpg`,
      kind: 'product_photo',
      ids: [],
      date: day(-60),
      cases,
      pixelsOnly: true,
      bytes: await renderProductPhoto(product.key, `${day(-60)} 15:0${index}:18`, index % 2),
    };
  }
  yield {
    path: `08 报表/账户状况/账户状况截图_${day(-3)}.png`,
    kind: 'account_health_screenshot',
    ids: [],
    date: day(-3),
    cases: ['ord-invalid-tracking'],
    pixelsOnly: true,
    bytes: await drawHealthScreen(facts, day(-3), '89.2%'),
  };
  yield {
    path: `08 报表/账户状况/账户状况截图_${day(-10)}.png`,
    kind: 'account_health_screenshot',
    ids: [],
    date: day(-10),
    pixelsOnly: true,
    bytes: await drawHealthScreen(facts, day(-10), '93.6%'),
  };
  yield {
    path: `08 报表/截图/${lamp.asin} 商品详情页 ${day(-9)}.png`,
    kind: 'listing_screenshot',
    ids: [`asin:${lamp.asin}`],
    date: day(-9),
    cases: ['lst-inauthentic'],
    pixelsOnly: true,
    bytes: await drawListingScreen(
      facts,
      'lamp',
      day(-9),
      await renderProductPhoto('lamp', `${day(-60)} 15:00:18`),
    ),
  };
  yield {
    path: `08 报表/截图/上传报错 5665 ${day(-25)}.png`,
    kind: 'error_screenshot',
    ids: [],
    date: day(-25),
    pixelsOnly: true,
    bytes: await drawErrorScreen(facts, day(-25)),
  };
}
