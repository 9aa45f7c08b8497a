// Which Amazon marketplaces are there, and what are their ids, domains, time zones, languages and currencies?
import type { Sourced } from '../problems/problem-type.ts';

/** Support region whose team answers cases of a marketplace (domain.md 6.1). */
export type SupportRegion = 'CN' | 'NA' | 'EU' | 'JP' | 'other';

export interface Marketplace extends Sourced {
  /** "US", "UK", "DE"… as sellers write it. */
  readonly code: string;
  /** Amazon's marketplace id. */
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly domain: string;
  readonly sellerCentralHost: string;
  /** IANA zone that day-based deadlines end in. */
  readonly zone: string;
  /** Language of outgoing case text (domain.md 4.4), BCP 47. */
  readonly caseLanguages: readonly string[];
  /** ISO 4217. */
  readonly currency: string;
  readonly region: SupportRegion;
}

const SOURCE: Sourced = { sources: ['D2', 'K'], verifiedOn: null, confidence: 'high' };

function row(
  code: string,
  id: string,
  zh: string,
  en: string,
  domain: string,
  zone: string,
  currency: string,
  region: SupportRegion,
  sellerCentralHost = `sellercentral.${domain}`,
  caseLanguages: readonly string[] = ['en'],
): Marketplace {
  return {
    code,
    id,
    name: { zh, en },
    domain,
    sellerCentralHost,
    zone,
    caseLanguages,
    currency,
    region,
    ...SOURCE,
  };
}

const NA_HOST = 'sellercentral.amazon.com';
const EU_HOST = 'sellercentral-europe.amazon.com';

/** Ids from D2, domains, zones and currencies K. US deadlines count in Pacific time (B14). */
export const MARKETPLACES: readonly Marketplace[] = [
  row(
    'US',
    'ATVPDKIKX0DER',
    '美国',
    'United States',
    'amazon.com',
    'America/Los_Angeles',
    'USD',
    'NA',
    NA_HOST,
  ),
  row('CA', 'A2EUQ1WTGCTBG2', '加拿大', 'Canada', 'amazon.ca', 'America/Toronto', 'CAD', 'NA'),
  row('MX', 'A1AM78C64UM0Y8', '墨西哥', 'Mexico', 'amazon.com.mx', 'America/Mexico_City', 'MXN', 'NA'),
  row('BR', 'A2Q3Y263D00KWC', '巴西', 'Brazil', 'amazon.com.br', 'America/Sao_Paulo', 'BRL', 'other'),
  row(
    'UK',
    'A1F83G8C2ARO7P',
    '英国',
    'United Kingdom',
    'amazon.co.uk',
    'Europe/London',
    'GBP',
    'EU',
    EU_HOST,
  ),
  row('DE', 'A1PA6795UKMFR9', '德国', 'Germany', 'amazon.de', 'Europe/Berlin', 'EUR', 'EU', EU_HOST),
  row('FR', 'A13V1IB3VIYZZH', '法国', 'France', 'amazon.fr', 'Europe/Paris', 'EUR', 'EU', EU_HOST),
  row('IT', 'APJ6JRA9NG5V4', '意大利', 'Italy', 'amazon.it', 'Europe/Rome', 'EUR', 'EU', EU_HOST),
  row('ES', 'A1RKKUPIHCS9HS', '西班牙', 'Spain', 'amazon.es', 'Europe/Madrid', 'EUR', 'EU', EU_HOST),
  row('NL', 'A1805IZSGTT6HS', '荷兰', 'Netherlands', 'amazon.nl', 'Europe/Amsterdam', 'EUR', 'EU', EU_HOST),
  row('BE', 'AMEN7PMS3EDWL', '比利时', 'Belgium', 'amazon.com.be', 'Europe/Brussels', 'EUR', 'EU', EU_HOST),
  row('SE', 'A2NODRKZP88ZB9', '瑞典', 'Sweden', 'amazon.se', 'Europe/Stockholm', 'SEK', 'EU', EU_HOST),
  row('PL', 'A1C3SOZRARQ6R3', '波兰', 'Poland', 'amazon.pl', 'Europe/Warsaw', 'PLN', 'EU', EU_HOST),
  row('IE', 'A28R8C7NBKEWEA', '爱尔兰', 'Ireland', 'amazon.ie', 'Europe/Dublin', 'EUR', 'EU', EU_HOST),
  row('TR', 'A33AVAJ2PDY3EV', '土耳其', 'Türkiye', 'amazon.com.tr', 'Europe/Istanbul', 'TRY', 'other'),
  row('AE', 'A2VIGQ35RCS4UG', '阿联酋', 'United Arab Emirates', 'amazon.ae', 'Asia/Dubai', 'AED', 'other'),
  row('SA', 'A17E79C6D8DWNP', '沙特阿拉伯', 'Saudi Arabia', 'amazon.sa', 'Asia/Riyadh', 'SAR', 'other'),
  row('EG', 'ARBP9OOSHTCHU', '埃及', 'Egypt', 'amazon.eg', 'Africa/Cairo', 'EGP', 'other'),
  row('IN', 'A21TJRUUN4KGV', '印度', 'India', 'amazon.in', 'Asia/Kolkata', 'INR', 'other'),
  row('ZA', 'AE08WJ6YKNBMC', '南非', 'South Africa', 'amazon.co.za', 'Africa/Johannesburg', 'ZAR', 'other'),
  row(
    'JP',
    'A1VC38T7YXB528',
    '日本',
    'Japan',
    'amazon.co.jp',
    'Asia/Tokyo',
    'JPY',
    'JP',
    'sellercentral.amazon.co.jp',
    ['en', 'ja', 'zh'],
  ),
  row('AU', 'A39IBJ37TRP1C6', '澳大利亚', 'Australia', 'amazon.com.au', 'Australia/Sydney', 'AUD', 'other'),
  row('SG', 'A19VAU5U5O7RUS', '新加坡', 'Singapore', 'amazon.sg', 'Asia/Singapore', 'SGD', 'other'),
];

/** Stores of the European unified account (sellercentral-europe); rules that say "EU" mean these. */
export const EU_MARKETPLACES: readonly string[] = MARKETPLACES.filter((m) => m.region === 'EU').map(
  (m) => m.code,
);

const BY_CODE: ReadonlyMap<string, Marketplace> = new Map(MARKETPLACES.map((m) => [m.code, m]));
const BY_ID: ReadonlyMap<string, Marketplace> = new Map(MARKETPLACES.map((m) => [m.id, m]));

/** The marketplace that `text` names: code ("US", "us", "GB"), Amazon id, or domain with or without "www.". */
export function findMarketplace(text: string): Marketplace | undefined {
  const trimmed = text.trim();
  const upper = trimmed.toUpperCase();
  const byCode = BY_CODE.get(upper === 'GB' ? 'UK' : upper) ?? BY_ID.get(upper);
  if (byCode !== undefined) return byCode;
  const domain = trimmed
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/.*$/, '');
  return MARKETPLACES.find((m) => m.domain === domain || m.sellerCentralHost === domain);
}
