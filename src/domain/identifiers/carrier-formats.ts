// Which shapes do carriers' tracking numbers have, and which check digit do they carry?
//
// Formats with a `source` of "tracking_number_data" are re-expressed from the courier definitions of
// jkeen/tracking_number_data (MIT licence, copyright Jeff Keen), see domain.md 3.3 [C16].
// Formats with a `source` of "domain.md 3.3" come from the table there and are hints: shape only.

/** How the check character is computed; the algorithms are in check-digits.ts. */
export type CheckRule =
  | {
      readonly algorithm: 'mod10';
      readonly evens: number;
      readonly odds: number;
      readonly fromRight?: boolean;
    }
  | { readonly algorithm: 'mod7' | 'luhn' | 's10' | 'mod_37_36' }
  | {
      readonly algorithm: 'weighted';
      readonly weights: readonly number[];
      readonly modulo1: number;
      readonly modulo2: number;
    };

export interface CarrierFormat {
  readonly id: string;
  /** Machine code of the courier: "ups", "usps", "fedex", "s10"… */
  readonly courierCode: string;
  /** Name as Amazon lists it (TRK-02, case-sensitive). */
  readonly carrier: string;
  /** On the number without spaces, upper case. Groups `serial` and `check` feed the check rule. */
  readonly pattern: RegExp;
  readonly check?: CheckRule;
  /** Serial numbers that do not start with `unless` get `content` in front before checking. */
  readonly prepend?: { readonly unless: string; readonly content: string };
  /** Shape so common that it counts only next to a tracking label or the carrier's name. */
  readonly labelOnly: boolean;
  /** Among formats that fit one number equally, the smaller comes first. */
  readonly rank: number;
  readonly source: 'tracking_number_data' | 'domain.md 3.3';
}

const TND = 'tracking_number_data';
const DOMAIN = 'domain.md 3.3';
const UPS_CHECK: CheckRule = { algorithm: 'mod10', evens: 1, odds: 2 };
const USPS_CHECK: CheckRule = { algorithm: 'mod10', evens: 3, odds: 1 };
const FEDEX_GROUND_CHECK: CheckRule = { algorithm: 'mod10', evens: 1, odds: 3 };
const FEDEX_12_CHECK: CheckRule = {
  algorithm: 'weighted',
  weights: [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1],
  modulo1: 11,
  modulo2: 10,
};
const FEDEX_34_CHECK: CheckRule = {
  algorithm: 'weighted',
  weights: [1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1],
  modulo1: 11,
  modulo2: 10,
};

type Row = Omit<CarrierFormat, 'source' | 'labelOnly' | 'rank'> & { labelOnly?: boolean; rank?: number };

function rows(source: CarrierFormat['source'], list: readonly Row[]): CarrierFormat[] {
  return list.map((row) => ({ ...row, labelOnly: row.labelOnly ?? false, rank: row.rank ?? 5, source }));
}

export const CARRIER_FORMATS: readonly CarrierFormat[] = [
  ...rows(TND, [
    {
      id: 'ups',
      courierCode: 'ups',
      carrier: 'UPS',
      rank: 1,
      check: UPS_CHECK,
      pattern: /^1Z(?<serial>[0-9A-Z]{15})(?<check>\d)$/,
    },
    {
      id: 'ups_waybill',
      courierCode: 'ups',
      carrier: 'UPS',
      labelOnly: true,
      check: UPS_CHECK,
      pattern: /^[AHJKTV](?<serial>\d{9})(?<check>\d)$/,
    },
    {
      id: 'usps_impb_n',
      courierCode: 'usps',
      carrier: 'USPS',
      rank: 1,
      check: { algorithm: 'mod10', evens: 3, odds: 1, fromRight: true },
      pattern:
        /^(?:420\d{5}(?=\d{22}$|\d{26}$)(?:\d{4}(?=\d{22}$))?)?(?<serial>94\d{3}(?:9\d{8}(?:\d{15}|\d{11}|\d{7})|[0-8]\d{5}(?:\d{14}|\d{10})))(?<check>\d)$/,
    },
    {
      id: 'usps_impb_c',
      courierCode: 'usps',
      carrier: 'USPS',
      rank: 1,
      check: USPS_CHECK,
      pattern:
        /^(?:420\d{5}(?:\d{4}(?=\d{22}$))?)?(?<serial>(?:92(?=\d{3}9)|93(?=\d{3}[0-8])|95)\d{3}(?:9\d{8}(?:\d{11}|\d{7})|[0-8]\d{5}(?:\d{14}|\d{10})))(?<check>\d)$/,
    },
    {
      id: 'usps_legacy_91',
      courierCode: 'usps',
      carrier: 'USPS',
      rank: 2,
      check: USPS_CHECK,
      pattern: /^(?:420\d{5}(?:\d{4})?)?(?<serial>91\d{19})(?<check>\d)$/,
    },
    {
      id: 'usps_legacy',
      courierCode: 'usps',
      carrier: 'USPS',
      rank: 6,
      labelOnly: true,
      check: USPS_CHECK,
      prepend: { unless: '91', content: '91' },
      pattern: /^(?:420\d{5}(?:\d{4})?)?(?<serial>\d{19})(?<check>\d)$/,
    },
    {
      id: 'usps_20',
      courierCode: 'usps',
      carrier: 'USPS',
      rank: 6,
      labelOnly: true,
      check: USPS_CHECK,
      pattern: /^(?<serial>\d{19})(?<check>\d)$/,
    },
    {
      id: 'fedex_12',
      courierCode: 'fedex',
      carrier: 'FedEx',
      rank: 3,
      labelOnly: true,
      check: FEDEX_12_CHECK,
      pattern: /^(?<serial>\d{11})(?<check>\d)$/,
    },
    {
      id: 'fedex_34',
      courierCode: 'fedex',
      carrier: 'FedEx',
      rank: 4,
      labelOnly: true,
      check: FEDEX_34_CHECK,
      pattern: /^[0-8]\d{19}(?<serial>\d{13})(?<check>\d)$/,
    },
    {
      id: 'fedex_astra_32',
      courierCode: 'fedex',
      carrier: 'FedEx',
      rank: 4,
      labelOnly: true,
      check: FEDEX_12_CHECK,
      pattern: /^3\d{15}(?<serial>\d{11})(?<check>\d)\d{4}$/,
    },
    {
      id: 'fedex_ground',
      courierCode: 'fedex',
      carrier: 'FedEx',
      rank: 3,
      labelOnly: true,
      check: FEDEX_GROUND_CHECK,
      pattern: /^(?<serial>\d{14})(?<check>\d)$/,
    },
    {
      id: 'fedex_ground_sscc_18',
      courierCode: 'fedex',
      carrier: 'FedEx',
      rank: 6,
      labelOnly: true,
      check: USPS_CHECK,
      pattern: /^\d{2}(?<serial>\d{15})(?<check>\d)$/,
    },
    {
      id: 'fedex_ground_96',
      courierCode: 'fedex',
      carrier: 'FedEx',
      rank: 2,
      check: FEDEX_GROUND_CHECK,
      pattern: /^96\d{5}(?<serial>\d{14})(?<check>\d)$/,
    },
    {
      id: 'fedex_ground_gsn',
      courierCode: 'fedex',
      carrier: 'FedEx',
      rank: 2,
      check: FEDEX_34_CHECK,
      pattern: /^96\d{18}(?<serial>\d{13})(?<check>\d)$/,
    },
    {
      id: 'dhl_express',
      courierCode: 'dhl',
      carrier: 'DHL',
      rank: 4,
      labelOnly: true,
      check: { algorithm: 'mod7' },
      pattern: /^(?<serial>\d{9,10})(?<check>\d)$/,
    },
    {
      id: 'dhl_express_piece_id',
      courierCode: 'dhl',
      carrier: 'DHL',
      rank: 2,
      pattern: /^J[A-Z]{2,3}(?<serial>\d{9,10})$/,
    },
    {
      id: 'dhl_ecommerce',
      courierCode: 'dhl',
      carrier: 'DHL eCommerce',
      rank: 7,
      labelOnly: true,
      pattern: /^(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)(?=[A-Z]*\d)(?<serial>[0-9A-Z]{10,39})$/,
    },
    {
      id: 'dhl_ecommerce_14',
      courierCode: 'dhl',
      carrier: 'DHL eCommerce',
      rank: 8,
      labelOnly: true,
      pattern: /^(?<serial>\d{14})$/,
    },
    {
      id: 'amazon_logistics',
      courierCode: 'amazon',
      carrier: 'Amazon Logistics',
      rank: 1,
      pattern: /^TB[ACM](?<serial>\d{12})$/,
    },
    {
      id: 'amazon_international',
      courierCode: 'amazon',
      carrier: 'Amazon Logistics',
      rank: 6,
      labelOnly: true,
      pattern: /^[AFC](?<serial>\d{10})$/,
    },
    {
      id: 'canada_post',
      courierCode: 'canada_post',
      carrier: 'Canada Post',
      rank: 4,
      labelOnly: true,
      check: USPS_CHECK,
      pattern: /^(?<serial>\d{15})(?<check>\d)$/,
    },
    {
      id: 'canpar_22',
      courierCode: 'canpar',
      carrier: 'Canpar',
      rank: 3,
      pattern: /^(?<serial>[CDKLSUXZ]\d{21})$/,
    },
    {
      id: 'dpd',
      courierCode: 'dpd',
      carrier: 'DPD',
      rank: 3,
      labelOnly: true,
      check: { algorithm: 'mod_37_36' },
      pattern: /^(?<serial>\d{27})(?<check>[0-9A-Z])$/,
    },
    {
      id: 'dpd_14',
      courierCode: 'dpd',
      carrier: 'DPD',
      rank: 5,
      labelOnly: true,
      check: { algorithm: 'mod_37_36' },
      pattern: /^(?<serial>\d{14})(?<check>[0-9A-Z])$/,
    },
    {
      id: 'gofo_us',
      courierCode: 'gofo',
      carrier: 'GOFO Express',
      rank: 1,
      pattern: /^GFUS(?<serial>\d{14})$/,
    },
    {
      id: 'landmark_global',
      courierCode: 'landmark',
      carrier: 'Landmark Global',
      rank: 1,
      pattern: /^LTN(?<serial>\d{8})N1$/,
    },
    {
      id: 'lasership_lx',
      courierCode: 'lasership',
      carrier: 'LaserShip',
      rank: 3,
      labelOnly: true,
      pattern: /^L[AIEHNX][1-3](?<serial>\d{7})$/,
    },
    {
      id: 'lasership_1ls7',
      courierCode: 'lasership',
      carrier: 'LaserShip',
      rank: 1,
      pattern: /^1LS7[12]\d{4}(?<serial>\d{6})$/,
    },
    {
      id: 'lasership_1ls7_18',
      courierCode: 'lasership',
      carrier: 'LaserShip',
      rank: 1,
      pattern: /^1LS7[12]\d{2}01[1-4](?<serial>\d{6})-1$/,
    },
    {
      id: 'lasership_1lscx',
      courierCode: 'lasership',
      carrier: 'LaserShip',
      rank: 1,
      pattern: /^1LSCX(?<serial>[0-9A-Z]{10})$/,
    },
    {
      id: 'old_dominion',
      courierCode: 'old_dominion',
      carrier: 'Old Dominion',
      rank: 3,
      labelOnly: true,
      check: { algorithm: 'luhn' },
      pattern: /^(?<serial>(?:77[78]|072|780)\d{7})(?<check>\d)$/,
    },
    {
      id: 'old_dominion_guaranteed',
      courierCode: 'old_dominion',
      carrier: 'Old Dominion',
      rank: 3,
      labelOnly: true,
      check: { algorithm: 'luhn' },
      pattern: /^(?<serial>80\d{8})(?<check>\d)$/,
    },
    {
      id: 'ontrac_c',
      courierCode: 'ontrac',
      carrier: 'OnTrac',
      rank: 2,
      check: UPS_CHECK,
      prepend: { unless: '4', content: '4' },
      pattern: /^C(?<serial>\d{13})(?<check>\d)$/,
    },
    {
      id: 'ontrac_d',
      courierCode: 'ontrac',
      carrier: 'OnTrac',
      rank: 2,
      check: UPS_CHECK,
      prepend: { unless: '5', content: '5' },
      pattern: /^D(?<serial>\d{13})(?<check>\d)$/,
    },
    {
      id: 'purolator_numeric',
      courierCode: 'purolator',
      carrier: 'Purolator',
      rank: 6,
      labelOnly: true,
      check: { algorithm: 'luhn' },
      pattern: /^(?<serial>[0-5]\d{10})(?<check>\d)$/,
    },
    {
      id: 'purolator_alpha',
      courierCode: 'purolator',
      carrier: 'Purolator',
      rank: 7,
      labelOnly: true,
      pattern: /^(?<serial>[A-Z]{3}\d{9})$/,
    },
    {
      id: 's10',
      courierCode: 's10',
      carrier: 'S10',
      rank: 1,
      check: { algorithm: 's10' },
      pattern: /^[A-Z]{2}(?<serial>\d{8})(?<check>\d)(?<country>[A-Z]{2})$/,
    },
    { id: 'speedee', courierCode: 'speedee', carrier: 'Spee-Dee', rank: 2, pattern: /^SP(?<serial>\d{18})$/ },
    { id: 'yodel', courierCode: 'yodel', carrier: 'Yodel', rank: 1, pattern: /^JJ?D(?<serial>\d{16})$/ },
    {
      id: 'yunexpress',
      courierCode: 'yunexpress',
      carrier: 'Yun Express',
      rank: 1,
      pattern: /^YT(?<serial>\d{16})$/,
    },
  ]),
  ...rows(DOMAIN, [
    {
      id: 'dhl_piece_long',
      courierCode: 'dhl',
      carrier: 'DHL',
      rank: 3,
      pattern: /^JJD\d{11,15}$|^JJD\d{17,27}$/,
    },
    { id: 'dhl_piece', courierCode: 'dhl', carrier: 'DHL', rank: 2, pattern: /^JD0\d{17}$/ },
    { id: 'yanwen_yp', courierCode: 'yanwen', carrier: 'Yanwen', rank: 1, pattern: /^[A-Z]{2}\d{9}YP$/ },
    {
      id: 'yanwen_digits',
      courierCode: 'yanwen',
      carrier: 'Yanwen',
      rank: 9,
      labelOnly: true,
      pattern: /^\d{11,14}$/,
    },
    { id: '4px', courierCode: '4px', carrier: '4PX', rank: 1, pattern: /^4PX\d{8,16}(?:CN)?$/ },
    { id: 'sf', courierCode: 'sf_express', carrier: 'SF Express', rank: 1, pattern: /^SF\d{12,13}$/ },
    {
      id: 'sf_digits',
      courierCode: 'sf_express',
      carrier: 'SF Express',
      rank: 9,
      labelOnly: true,
      pattern: /^\d{12}$/,
    },
    {
      id: 'cainiao',
      courierCode: 'cainiao',
      carrier: 'Cainiao',
      rank: 1,
      pattern: /^(?:LP\d{14}|CAINIAO\d{8,20}|CN[A-Z]{2}\d{9,15}[A-Z]{2})$/,
    },
    {
      id: 'uniuni',
      courierCode: 'uniuni',
      carrier: 'UniUni',
      rank: 2,
      pattern: /^UUS(?=[A-Z]*\d)[0-9A-Z]{10,20}$/,
    },
    {
      id: 'speedx',
      courierCode: 'speedx',
      carrier: 'SpeedX',
      rank: 2,
      pattern: /^SPX(?=[A-Z]*\d)[0-9A-Z]{10,20}$/,
    },
    {
      id: 'ems_domestic',
      courierCode: 'china_ems',
      carrier: 'China EMS',
      rank: 8,
      labelOnly: true,
      pattern: /^(?:1\d{12}|E[A-Z]\d{9}CS)$/,
    },
    {
      id: 'japan_12',
      courierCode: 'japan_domestic',
      carrier: 'Yamato',
      rank: 7,
      labelOnly: true,
      check: { algorithm: 'mod7' },
      pattern: /^(?<serial>\d{11})(?<check>\d)$/,
    },
    {
      id: 'evri',
      courierCode: 'evri',
      carrier: 'Evri',
      rank: 7,
      labelOnly: true,
      pattern: /^H(?=.{0,6}\d)[0-9A-Z]{15}$/,
    },
    {
      id: 'sunyou',
      courierCode: 'sunyou',
      carrier: 'Sunyou',
      rank: 5,
      labelOnly: true,
      pattern: /^SY(?=.{0,4}\d)[0-9A-Z]{10,14}$/,
    },
    {
      id: 'dpd_14_without_check',
      courierCode: 'dpd',
      carrier: 'DPD',
      rank: 8,
      labelOnly: true,
      pattern: /^\d{14}$/,
    },
    {
      id: 'gls',
      courierCode: 'gls',
      carrier: 'GLS',
      rank: 9,
      labelOnly: true,
      pattern: /^(?:\d{11}|\d{14}|(?=[A-Z0-9]{0,7}\d)[A-Z0-9]{8})$/,
    },
    {
      id: 'pocztex',
      courierCode: 'pocztex',
      carrier: 'Pocztex',
      rank: 7,
      labelOnly: true,
      pattern: /^PX\d{10}$/,
    },
    {
      id: 'tnt',
      courierCode: 'tnt',
      carrier: 'TNT',
      rank: 8,
      labelOnly: true,
      pattern: /^(?:GE|GD)?\d{9}(?:[A-Z]{2})?$/,
    },
  ]),
];
