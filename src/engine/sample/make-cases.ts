// Which three cases does the sample story tell, and what do they still lack on purpose?
import { addDays } from './format-values.ts';
import { CITED_ORDER_IDS, findProduct } from './sample-facts.ts';
import type { SampleCaseStory, SampleFacts, SampleFile } from './sample-types.ts';

/** Derives the cases from the files that were tagged for them. */
export function makeCaseStories(
  facts: SampleFacts,
  files: readonly SampleFile[],
): readonly SampleCaseStory[] {
  const pick = (
    problem: string,
  ): { readonly expectedExhibits: readonly string[]; readonly notificationFile?: string } => {
    const own = files.filter((f) => f.cases?.includes(problem));
    const notification = own.find(
      (f) => f.kind === 'performance_notification' || f.kind === 'amazon_notification',
    )?.path;
    return {
      expectedExhibits: own.map((f) => f.path),
      ...(notification ? { notificationFile: notification } : {}),
    };
  };
  const [, , noPod, , noSlip] = CITED_ORDER_IDS as readonly [string, string, string, string, string];
  const lamp = findProduct('lamp');
  const stand = findProduct('stand');
  return [
    {
      problem: 'ord-invalid-tracking',
      marketplace: 'US',
      titleZh: '有效追踪率低于 95%，五个订单的追踪编码无效',
      titleEn: 'Valid Tracking Rate below 95%, five orders with invalid tracking',
      notified: addDays(facts.builtOn, -3),
      orderIds: CITED_ORDER_IDS,
      asins: [],
      shipmentIds: [],
      ...pick('ord-invalid-tracking'),
      expectedMissing: [
        {
          kind: 'tracking_slip',
          for: noSlip,
          whyZh: '4PX 订单没有保存物流轨迹',
          whyEn: 'The tracking history of the 4PX order was never saved',
        },
        {
          kind: 'pod',
          for: noPod,
          whyZh: '该订单已签收，但没有签收证明',
          whyEn: 'Delivered, but no proof of delivery was saved',
        },
        {
          kind: 'pod',
          for: noSlip,
          whyZh: '4PX 订单没有签收证明',
          whyEn: 'No proof of delivery for the 4PX order',
        },
        {
          kind: 'carrier_pickup_receipt',
          whyZh: '整个文件夹没有揽收凭证',
          whyEn: 'No hand-over receipt anywhere in the folder',
        },
      ],
    },
    {
      problem: 'lst-inauthentic',
      marketplace: 'US',
      titleZh: '两个 ASIN 被投诉真实性',
      titleEn: 'Authenticity complaint about two ASINs',
      notified: addDays(facts.builtOn, -9),
      orderIds: [],
      asins: [lamp.asin, stand.asin],
      shipmentIds: [],
      ...pick('lst-inauthentic'),
      expectedMissing: [
        {
          kind: 'supplier_invoice',
          for: stand.asin,
          whyZh: '平板支架最近一张发票在 421 天前，超出 365 天',
          whyEn: 'The newest invoice for the tablet stand is 421 days old, outside the 365 days',
        },
        {
          kind: 'letter_of_authorization',
          for: stand.asin,
          whyZh: 'KORVIOSAMPLE 授权书已过期',
          whyEn: 'The KORVIOSAMPLE letter of authorization has expired',
        },
        {
          kind: 'payment_proof',
          for: stand.asin,
          whyZh: '平板支架的付款凭证缺失',
          whyEn: 'No payment proof for the tablet stands',
        },
      ],
    },
    {
      problem: 'fba-inbound-missing',
      marketplace: 'US',
      titleZh: '美国货件少收 24 个水杯',
      titleEn: 'US shipment received 24 bottles short',
      notified: addDays(facts.builtOn, -9),
      caseId: '10000000501',
      orderIds: [],
      asins: [findProduct('bottle').asin],
      shipmentIds: ['FBA15XHDM001'],
      ...pick('fba-inbound-missing'),
      expectedMissing: [
        {
          kind: 'shipping_video',
          for: 'FBA15XHDM001',
          whyZh: '装箱时没有录像',
          whyEn: 'Packing was not filmed',
        },
      ],
    },
  ];
}
