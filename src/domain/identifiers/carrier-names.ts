// Which carrier do the words near a number name, in any of the languages that sellers' papers use?

export interface CarrierName {
  /** Name as Amazon lists it (TRK-02, case-sensitive). */
  readonly carrier: string;
  readonly courierCode: string;
  /** On text of any case. */
  readonly pattern: RegExp;
}

/** More specific names first: "DHL eCommerce" before "DHL". */
export const CARRIER_NAMES: readonly CarrierName[] = [
  { carrier: 'DHL eCommerce', courierCode: 'dhl', pattern: /DHL\s*(?:e-?Commerce|Global ?Mail|Parcel)/i },
  { carrier: 'DHL', courierCode: 'dhl', pattern: /(?<![A-Z])DHL(?![A-Z])|敦豪/i },
  { carrier: 'UPS', courierCode: 'ups', pattern: /(?<![A-Z])UPS(?![A-Z])|United Parcel/i },
  {
    carrier: 'USPS',
    courierCode: 'usps',
    pattern: /(?<![A-Z])USPS(?![A-Z])|U\.S\. Postal|United States Postal|美国邮政/i,
  },
  { carrier: 'FedEx', courierCode: 'fedex', pattern: /fed-?ex|联邦快递/i },
  { carrier: 'TNT', courierCode: 'tnt', pattern: /(?<![A-Z])TNT(?![A-Z])/i },
  { carrier: 'Yun Express', courierCode: 'yunexpress', pattern: /yun\s?express|云途/i },
  { carrier: 'Yanwen', courierCode: 'yanwen', pattern: /yanwen|燕文/i },
  { carrier: '4PX', courierCode: '4px', pattern: /(?<![A-Z0-9])4PX|递四方/i },
  { carrier: 'SF Express', courierCode: 'sf_express', pattern: /SF[ -]?Express|顺丰|順豐/i },
  { carrier: 'Cainiao', courierCode: 'cainiao', pattern: /cainiao|菜鸟/i },
  { carrier: 'China Post', courierCode: 's10', pattern: /China Post|中国邮政|e-?packet|E邮宝/i },
  { carrier: 'China EMS', courierCode: 'china_ems', pattern: /(?<![A-Z])EMS(?![A-Z])/i },
  { carrier: 'Canada Post', courierCode: 'canada_post', pattern: /Canada Post|Postes Canada/i },
  { carrier: 'Canpar', courierCode: 'canpar', pattern: /canpar/i },
  { carrier: 'Purolator', courierCode: 'purolator', pattern: /purolator/i },
  { carrier: 'OnTrac', courierCode: 'ontrac', pattern: /on-?trac(?![A-Z])/i },
  { carrier: 'LaserShip', courierCode: 'lasership', pattern: /lasership/i },
  { carrier: 'Amazon Logistics', courierCode: 'amazon', pattern: /Amazon (?:Logistics|Shipping)|AMZL/i },
  { carrier: 'Old Dominion', courierCode: 'old_dominion', pattern: /Old Dominion|(?<![A-Z])ODFL(?![A-Z])/i },
  { carrier: 'Spee-Dee', courierCode: 'speedee', pattern: /spee-?dee/i },
  { carrier: 'DPD', courierCode: 'dpd', pattern: /(?<![A-Z])DPD(?![A-Z])/i },
  { carrier: 'GLS', courierCode: 'gls', pattern: /(?<![A-Z])GLS(?![A-Z])/i },
  { carrier: 'Yodel', courierCode: 'yodel', pattern: /yodel/i },
  { carrier: 'Evri', courierCode: 'evri', pattern: /(?<![A-Z])(?:evri|hermes)(?![A-Z])/i },
  { carrier: 'Sagawa', courierCode: 'sagawa', pattern: /sagawa|佐川/i },
  { carrier: 'Yamato', courierCode: 'yamato', pattern: /yamato|ヤマト|クロネコ|宅急便/i },
  { carrier: 'Japan Post', courierCode: 'japan_post', pattern: /Japan Post|日本郵便|ゆうパック/i },
  { carrier: 'GOFO Express', courierCode: 'gofo', pattern: /(?<![A-Z])GOFO(?![A-Z])/i },
  { carrier: 'UniUni', courierCode: 'uniuni', pattern: /uniuni/i },
  { carrier: 'SpeedX', courierCode: 'speedx', pattern: /speedx/i },
  { carrier: 'Landmark Global', courierCode: 'landmark', pattern: /landmark global/i },
  { carrier: 'WanbExpress', courierCode: 'wanb', pattern: /wanb|万邦/i },
  { carrier: 'Sunyou', courierCode: 'sunyou', pattern: /sunyou|顺友/i },
  { carrier: 'YDH', courierCode: 'ydh', pattern: /(?<![A-Z])YDH(?![A-Z])|义达/i },
  { carrier: 'CNE', courierCode: 'cne', pattern: /(?<![A-Z])CNE(?![A-Z])|递一/i },
  { carrier: 'SFC', courierCode: 'sfc', pattern: /(?<![A-Z])SFC(?![A-Z])|三态/i },
  { carrier: 'UBI Equick', courierCode: 'equick', pattern: /equick|(?<![A-Z])UBI(?![A-Z])/i },
  { carrier: 'JCEX', courierCode: 'jcex', pattern: /(?<![A-Z])JCEX(?![A-Z])|佳成/i },
  { carrier: 'Chukou1', courierCode: 'chukou1', pattern: /chukou1|出口易/i },
  { carrier: 'ZTO', courierCode: 'zto', pattern: /(?<![A-Z])ZTO(?![A-Z])|中通/i },
  { carrier: 'STO', courierCode: 'sto', pattern: /(?<![A-Z])STO Express|申通/i },
  { carrier: 'YTO', courierCode: 'yto', pattern: /(?<![A-Z])YTO(?![A-Z])|圆通/i },
  { carrier: 'Yunda', courierCode: 'yunda', pattern: /yunda|韵达/i },
  { carrier: 'Deppon', courierCode: 'deppon', pattern: /deppon|德邦/i },
  { carrier: 'JD Logistics', courierCode: 'jd', pattern: /JD Logistics|京东(?:物流|快递)/i },
  { carrier: 'Pocztex', courierCode: 'pocztex', pattern: /pocztex/i },
  { carrier: 'PostNord', courierCode: 'postnord', pattern: /postnord/i },
];

/** All names at once: most stretches of text name none. */
const ANY_NAME = new RegExp(CARRIER_NAMES.map(({ pattern }) => pattern.source).join('|'), 'i');

/** Carriers named in the text, in the order of the table. */
export function findCarrierNames(text: string): readonly CarrierName[] {
  if (!ANY_NAME.test(text)) return [];
  return CARRIER_NAMES.filter((entry) => entry.pattern.test(text));
}
