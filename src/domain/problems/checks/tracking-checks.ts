// Does a tracking or delivery paper fulfil the rules that can be checked from its facts (domain.md 1.3, TRK)?
import { daysBetween, isIsoDate, localDate } from '../../deadlines/zoned-day.ts';
import type { OrderFact, RuleDocument, RuleInput, RuleResult } from '../rule-input.ts';
import { ask, dateOf, fail, identifiersOf, pass } from '../rule-input.ts';

/** Spelling of carriers as Amazon lists them for shipments from China, case-sensitive (A9, A26). */
export const AMAZON_CARRIER_NAMES: readonly string[] = [
  '4PX',
  'China Post',
  'DHL eCommerce',
  'JCEX',
  'SFC',
  'SF Express',
  'Yanwen',
  'Yun Express',
  'WanbExpress',
  'Chukou1',
  'FedEx',
  'UPS',
  'TNT',
  'DHL',
  'CNE',
  'UBI Equick',
  'Sunyou',
  'YDH',
  'USPS',
];

const PHYSICAL_SCAN =
  /(?<!be )delivered|out for delivery|arrived|departed|in transit|accepted|picked up|origin scan|processed|customs|zugestellt|in zustellung|paketzentrum|zustellbasis|pris en charge|en cours de (?:livraison|traitement)|livré|admitido|en reparto|entregad|preso in carico|in consegna|consegnat|onderweg|bezorgd|nadan|doręcz|签收|妥投|派送|派件|到达|离开|发往|揽收|已收件|运输中|清关|集荷|引受|輸送中|持出|通過|配達|到着/i;
const LABEL_ONLY =
  /label (?:created|printed)|shipping label|pre-shipment|electronic information|信息已?录入|已生成面单|等待揽收|待揽收/i;
const DELIVERED =
  /delivered|签收|妥投|投递成功|配達完了|お届け済|zugestellt|livré|consegnat|entregad|bezorgd|doręcz/i;
const SIGNATURE =
  /signed (?:for )?by|signature|received by|unterschrift|empfangen von|signé par|firmado por|firmato da|getekend|podpis|签收人|本人签收|收件人签字|受領印|受取人/i;

function hasText(document: RuleDocument): boolean {
  return (document.text ?? '').trim() !== '';
}

/** The orders of the case that the document names: by order ID or tracking number; all orders when it names none. */
function ordersOf(document: RuleDocument, orders: readonly OrderFact[]): readonly OrderFact[] {
  const values = new Set(identifiersOf(document, 'order_id', 'tracking_number').map((i) => i.value));
  const named = orders.filter(
    (o) => values.has(o.orderId) || (o.trackingNumber !== undefined && values.has(o.trackingNumber)),
  );
  return named.length > 0 ? named : orders.length === 1 ? orders : [];
}

/** TRK-01: a failed check digit asks for a look (public samples fail too); no number at all is a failure. */
function checkNumber({ document }: RuleInput): RuleResult {
  const numbers = identifiersOf(document, 'tracking_number');
  const first = numbers.find((n) => n.check === 'valid') ?? numbers[0];
  if (first === undefined) return hasText(document) ? fail('trackingMissing') : ask('textNotRead');
  const params = { value: first.value, carrier: first.carrier ?? '–' };
  if (first.check === 'fails_check') return ask('trackingCheckFails', params);
  return pass(first.check === 'valid' ? 'trackingValid' : 'trackingPlausible', params);
}

/** TRK-02. */
function checkCarrier({ document, facts }: RuleInput): RuleResult {
  const confirmed = ordersOf(document, facts.orders).find((o) => o.carrier !== undefined)?.carrier;
  const number = identifiersOf(document, 'tracking_number').find((n) => n.carrier !== undefined);
  const seen = number?.carrier;
  if (confirmed === undefined) return ask('carrierUnknown', { found: seen ?? '–' });
  const exact = AMAZON_CARRIER_NAMES.find((name) => name === confirmed);
  const similar = AMAZON_CARRIER_NAMES.find((name) => squash(name) === squash(confirmed));
  if (exact === undefined && similar !== undefined) {
    return fail('carrierSpelling', { found: confirmed, wanted: similar });
  }
  if (number !== undefined && seen !== undefined && squash(seen) !== squash(confirmed)) {
    const params = { found: seen, wanted: confirmed };
    // Postal numbers (S10) are shared by several services of a country: a look, not a verdict.
    const certain = number.check === 'valid' && !/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(number.value);
    return certain ? fail('carrierDiffers', params) : ask('carrierDiffers', params);
  }
  return exact === undefined
    ? ask('carrierNotListed', { found: confirmed })
    : pass('carrierMatches', { found: confirmed });
}

function squash(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** TRK-03. */
function checkScan({ document }: RuleInput): RuleResult {
  if (!hasText(document)) return ask('textNotRead');
  if (PHYSICAL_SCAN.test(document.text ?? '')) return pass('scanPresent');
  return LABEL_ONLY.test(document.text ?? '') ? fail('labelOnly') : ask('scanNotFound');
}

/** TRK-04. */
function checkShipDate({ document, facts }: RuleInput): RuleResult {
  const order = ordersOf(document, facts.orders).find(
    (o) => o.confirmedShipDate !== undefined && o.expectedShipDate !== undefined,
  );
  if (order?.confirmedShipDate === undefined || order.expectedShipDate === undefined)
    return ask('shipDatesMissing');
  const params = {
    order: order.orderId,
    confirmed: order.confirmedShipDate,
    expected: order.expectedShipDate,
  };
  if (order.confirmedShipDate > order.expectedShipDate) return fail('confirmedLate', params);
  const scan = dateOf(document, 'ship', 'received');
  if (scan !== undefined && daysBetween(order.confirmedShipDate, scan) > 1) {
    return fail('confirmedBeforeScan', { ...params, scan });
  }
  return pass('confirmedInTime', params);
}

/** TRK-05: an instant is turned into a day in Pacific time, a bare date is taken as the carrier's local day. */
function checkDelivered({ document, facts }: RuleInput): RuleResult {
  const found = document.dates.find((d) => d.role === 'delivered')?.value;
  if (found === undefined) {
    if (!hasText(document)) return ask('textNotRead');
    if (DELIVERED.test(document.text ?? '')) return ask('deliveredDateMissing');
    // A parcel may still be on its way; a proof of delivery without delivery proves nothing.
    return document.kind === 'pod' ? fail('deliveredMissing') : ask('deliveredMissing');
  }
  const delivered = pacificDay(found);
  const due = ordersOf(document, facts.orders).find((o) => o.deliverBy !== undefined)?.deliverBy;
  if (due === undefined) return pass('deliveredOn', { delivered });
  const params = { delivered, due };
  return delivered <= due ? pass('deliveredInTime', params) : ask('deliveredLate', params);
}

function pacificDay(value: string): string {
  const day = value.slice(0, 10);
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(value);
  if (!hasZone || !isIsoDate(day)) return day;
  const instantMs = Date.parse(value);
  return Number.isNaN(instantMs) ? day : localDate(instantMs, 'America/Los_Angeles');
}

/** TRK-06. */
function checkDestination({ document, facts }: RuleInput): RuleResult {
  const shipTo = ordersOf(document, facts.orders).find((o) => o.shipTo !== undefined)?.shipTo;
  if (shipTo === undefined) return ask('shipToMissing');
  if (!hasText(document)) return ask('textNotRead');
  const text = (document.text ?? '').toLowerCase();
  const wanted = [shipTo.postalCode?.slice(0, 5), shipTo.city].filter(
    (value) => value !== undefined && value !== '',
  );
  const found = wanted.find((value) => text.includes(String(value).toLowerCase()));
  const params = { wanted: wanted.join(', ') };
  return found === undefined
    ? ask('destinationNotFound', params)
    : pass('destinationMatches', { ...params, found });
}

/** TRK-07. */
function checkReuse({ document, facts }: RuleInput): RuleResult {
  for (const number of identifiersOf(document, 'tracking_number')) {
    const users = facts.orders.filter((o) => o.trackingNumber === number.value).map((o) => o.orderId);
    if (users.length > 1) return ask('trackingReused', { value: number.value, orders: users.join(', ') });
  }
  return pass('trackingUsedOnce');
}

/** TRK-08. */
function checkSignature({ document, facts }: RuleInput): RuleResult {
  const dear = ordersOf(document, facts.orders).find(
    (o) => o.currency === 'USD' && Number(o.total ?? 0) >= 750,
  );
  if (dear === undefined) return pass('ruleNotRelevant');
  const signed =
    document.parties.some((p) => p.role === 'signer') ||
    (document.text !== undefined && SIGNATURE.test(document.text));
  const params = { order: dear.orderId, total: dear.total ?? '' };
  return signed ? pass('signaturePresent', params) : ask('signatureWanted', params);
}

/** TRK-09. */
function checkForm({ document }: RuleInput): RuleResult {
  return document.mediaType === 'application/pdf' ? pass('carrierPdf') : ask('screenshotComplete');
}

/** TRK-11. */
function checkChinaPostJapan({ document, facts }: RuleInput): RuleResult {
  if (facts.marketplace !== 'JP') return pass('ruleNotRelevant');
  const number = identifiersOf(document, 'tracking_number').find((n) =>
    /^[A-Z]{2}\d{9}[A-Z]{2}$/.test(n.value),
  );
  if (number === undefined) return pass('ruleNotRelevant');
  return number.value.endsWith('CN')
    ? pass('trackingValid', { value: number.value, carrier: number.carrier ?? '–' })
    : fail('notTrackableInJapan', { value: number.value });
}

export const TRACKING_CHECKS: Readonly<Record<string, (input: RuleInput) => RuleResult>> = {
  'TRK-01': checkNumber,
  'TRK-02': checkCarrier,
  'TRK-03': checkScan,
  'TRK-04': checkShipDate,
  'TRK-05': checkDelivered,
  'TRK-06': checkDestination,
  'TRK-07': checkReuse,
  'TRK-08': checkSignature,
  'TRK-09': checkForm,
  'TRK-11': checkChinaPostJapan,
};
