// Which words introduce a party of a document: seller, buyer, shipper, consignee, signer?
import type { PartyRole } from '../inspection.ts';

export interface PartyLabel {
  readonly role: PartyRole;
  /** At the beginning of a line or cell, on upper-cased text. */
  readonly pattern: RegExp;
  readonly confidence: number;
}

/** Optional words after a label: "(章)", "name", "company". */
const REST =
  '(?: ?(?:NAME|名称|公司|单位|COMPANY|INFORMATION|INFO|DETAILS|信息|方|人))?(?: ?\\([^)]{0,20}\\))?';

function at(words: string): RegExp {
  return new RegExp(`^(?:${words})${REST} ?[:;](?<rest>.*)$|^(?:${words})${REST}$`);
}

/**
 * Chinese papers often drop the colon. Without one, what follows must be parted by a space or be a company: "客户服务" and
 * "付款方式" begin like a label and are none.
 */
function zh(words: string): RegExp {
  return new RegExp(
    `^(?:${words})(?:\\([^)]{0,20}\\))?(?: ?[:;] ?| +|$|(?=[\\u4e00-\\u9fff()A-Z]{3,40}?(?:公司|厂|商行|店|经营部|中心|集团)))(?!(?:代[码表]|[账帐]号|开户|签[字章名收]|盖章|确认|地址|电话|联系|[编]号|服务|要求|订单|及|信息|须知|类型|状态))(?<rest>.*)$`,
  );
}

export const PARTY_LABELS: readonly PartyLabel[] = [
  { role: 'grantee', confidence: 0.93, pattern: zh('被授权(?:方|人|单位|公司)|被许可(?:方|人)') },
  { role: 'grantor', confidence: 0.93, pattern: zh('授权(?:方|人|单位|公司)|许可(?:方|人)|委托方') },
  {
    role: 'seller',
    confidence: 0.93,
    pattern: zh(
      '(?:销售方|销货方|销货单位|供货方|供货单位|供应商|供方|卖方|出卖人|收款方|收款人|收款单位|出租方)(?:信息)?(?:名称|户名|公司)?',
    ),
  },
  {
    role: 'buyer',
    confidence: 0.93,
    pattern: zh(
      '(?:购买方|购货方|购货单位|采购方|采购单位|需方|买方|买受人|客户|付款方|付款人|付款单位|承租方)(?:信息)?(?:名称|户名|公司)?',
    ),
  },
  { role: 'seller', confidence: 0.75, pattern: zh('乙方') },
  { role: 'buyer', confidence: 0.75, pattern: zh('甲方') },
  {
    role: 'shipper',
    confidence: 0.9,
    pattern: zh('(?:寄件人|寄件方|发件人|发货人|发货方|境内发货人|托运人|生产销售单位)(?:姓名|名称)?'),
  },
  {
    role: 'consignee',
    confidence: 0.9,
    pattern: zh('(?:收件人|收件方|收货人|收货方|境外收货人|收货单位)(?:姓名|名称)?'),
  },
  {
    role: 'applicant',
    confidence: 0.92,
    pattern: zh('(?:委托单位|委托人|申请人|申请单位|申请方|送检单位)(?:名称)?'),
  },
  {
    role: 'issuer',
    confidence: 0.85,
    pattern: zh('(?:开票单位|出具单位|签发单位|检测机构|检测单位|登记机关|发证机关)(?:名称)?'),
  },
  { role: 'signer', confidence: 0.85, pattern: zh('(?:法定代表人|签收人|签字人|授权代表)') },
  { role: 'carrier', confidence: 0.88, pattern: zh('(?:承运人|承运商|物流公司|快递公司)(?:名称)?') },
  {
    role: 'seller',
    confidence: 0.93,
    pattern: at(
      '(?:SOLD BY|SELLER|VENDOR|SUPPLIER|BENEFICIARY|BILL FROM|INVOICE FROM|VERK[ÄA]UFER|LIEFERANT|RECHNUNGSSTELLER|VENDEUR|FOURNISSEUR|[ÉE]METTEUR|VENDITORE|FORNITORE|CEDENTE[ /A-Z]*|VENDEDOR|PROVEEDOR|EMISOR|VERKOPER|LEVERANCIER|SPRZEDAWCA|DODAVATEL|FORNECEDOR|S[ÄA]LJARE|LEVERANT[ÖO]R|SELGER|ELAD[ÓO]|販売者|売主|仕入先)',
    ),
  },
  {
    role: 'buyer',
    confidence: 0.93,
    pattern: at(
      '(?:BILL(?:ED)? TO|SOLD TO|BUYER|CUSTOMER|PURCHASER|CLIENT|INVOICE TO|BILLING ADDRESS|K[ÄA]UFER(?:\\/LEISTUNGSEMPF[ÄA]NGER)?|KUNDE|RECHNUNGSEMPF[ÄA]NGER|RECHNUNG AN|RECHNUNGSADRESSE|ACHETEUR|CLIENT|FACTUR[ÉE] [ÀA]|ADRESSE DE FACTURATION|DESTINATAIRE|ACQUIRENTE|CLIENTE|CESSIONARIO[ /A-Z]*|COMPRADOR|FACTURAR A|KOPER|KLANT|FACTUURADRES|NABYWCA|ODB[ĚE]RATEL|COMPRADOR|RECEPTOR|K[ÖO]PARE|KJ[ØO]PER|VEV[ŐO]|DATOS DEL CLIENTE|DOIT|SPETT(?:ABI)?\\.?LE(?: DITTA)?|MESSRS?\\.?|BILLED PARTY|買主|請求先)',
    ),
  },
  {
    role: 'shipper',
    confidence: 0.92,
    pattern: at(
      '(?:SHIPPER(?:\\/EXPORTER)?|EXPORTER|EXPORTADOR|EXPORTATEUR|ESPORTATORE|AUSF[ÜU]HRER|CONSIGNOR|SHIP(?:PED)? FROM|SENDER|ABSENDER|EXP[ÉE]DITEUR|MITTENTE|REMITENTE|AFZENDER|NADAWCA|差出人|発送元)',
    ),
  },
  {
    role: 'consignee',
    confidence: 0.92,
    pattern: at(
      '(?:CONSIGNEE|CONSIGNATARIO|CONSIGNATAIRE|DELIVERED TO CUSTOMER|SHIP(?:PED)? TO|DELIVER(?:ED|Y)? TO|DELIVERY ADDRESS|SHIPPING ADDRESS|RECEIVER|LIEFERADRESSE|LIEFERANSCHRIFT|EMPF[ÄA]NGER|WARENEMPF[ÄA]NGER|LIVR[ÉE] [ÀA]|ADRESSE DE LIVRAISON|DESTINATARIO|INDIRIZZO DI SPEDIZIONE|DIRECCI[ÓO]N DE ENV[IÍ]O|ONTVANGER|ODBIORCA|お届け先|届け先)',
    ),
  },
  { role: 'applicant', confidence: 0.9, pattern: at('(?:APPLICANT|REQUESTED BY|CLIENT NAME)') },
  {
    role: 'grantor',
    confidence: 0.9,
    pattern: at('(?:LICENSOR|GRANTOR|AUTHORI[SZ]ED BY|BRAND OWNER|RIGHTS? OWNER)'),
  },
  {
    role: 'grantee',
    confidence: 0.9,
    pattern: at('(?:LICENSEE|GRANTEE|AUTHORI[SZ]ED (?:RESELLER|DISTRIBUTOR|SELLER))'),
  },
  { role: 'carrier', confidence: 0.85, pattern: at('(?:CARRIER|VERSAND DURCH|TRANSPORTEUR)') },
  {
    role: 'issuer',
    confidence: 0.85,
    pattern: at(
      '(?:ISSUED BY|ISSUER|PREPARED BY|LABORATORY|TEST LABORATORY|MANUFACTURER|HERSTELLER|FABRICANT|FABRICANTE|FABBRICANTE|PRODUTTORE)',
    ),
  },
  { role: 'signer', confidence: 0.85, pattern: at('(?:SIGNED BY|SIGNATORY|RECEIVED BY|SIGNED FOR BY)') },
  { role: 'sender', confidence: 0.8, pattern: at('(?:FROM|VON|DE|DA)') },
  { role: 'recipient', confidence: 0.7, pattern: at('(?:TO|AN|[ÀA])') },
];

/** Words of company names in the languages of the stores, on upper-cased text. */
export const COMPANY_WORDS =
  /(?<![A-Z])(?:GMBH|LTD|LIMITED|LLC|L\.L\.C|INC|INCORPORATED|CORP(?:ORATION)?|COMPANY(?! ?(?:NO|REG))|PLC|LLP|PTY|SDN\.? ?BHD|S\/B|BHD|S\.?A\.?R\.?L|SARL|SASU|EURL|S\.?R\.?L|S\.P\.A|B\.V|N\.V|SP\.? ?Z ?O\.? ?O|S\.R\.O|APS|KFT|PTE|PVT|ENTERPRISES?|TRADING|INDUSTR(?:Y|IES)|HOLDINGS?|STORES?(?! ?(?:#|NO\.?|NR\.?)? ?\d)|SUPPL(?:Y|IES|IER)|MART|RESTAURANT|RESTORAN|CAFE|COFFEE|HARDWARE|STATIONERY|PERNIAGAAN|KEDAI|PASARAYA|SUPERMARKET|HYPERMARKET|BAKERY|PHARMACY|FARMASI|BOOKSHOP|CASH & CARRY|ELECTRICAL|VERSICHERUNGSVEREIN|AUTOVERMIETUNG)(?![A-Z0-9])|(?<![我贵本该司])(?:公司|集团|商行|工厂|[\u4e00-\u9fff]{2}厂|经营部|商店)(?=$|[\s(,，])|株式会社|合同会社|有限会社/;

/** Short endings that are words or units in other spellings ("kg"): only as companies write them. */
export const COMPANY_ENDINGS =
  /[A-Za-z.&] (?:AG|KG|OHG|UG|e\.K\.?|e\.V\.?|S\.?A\.?|SAS|SpA|S\.?L\.?U?|BV|NV|AB|AS|A\/S|Oy|Co\.?|CO\.?,? LTD\.?|a\.G\.?)(?![A-Za-z0-9])/;

/** Words that make a person or company the one to whom a Japanese or Chinese paper is addressed, after its name. */
export const HONORIFIC = /^(?<name>.{2,60}?)[\s　]*(?:御中|様|殿|台鉴|台照)$/;

/** "Lumen Works Ltd (“the Supplier”)": contracts name their parties in words. */
export const DEFINED_PARTIES: readonly { readonly role: PartyRole; readonly word: RegExp }[] = [
  {
    role: 'seller',
    word: /(?:SUPPLIER|SELLER|VENDOR|MANUFACTURER|LIEFERANT(?:IN)?|VERK[ÄA]UFER(?:IN)?|AUFTRAGNEHMER(?:IN)?|FOURNISSEUR|VENDEUR|PROVEEDOR|VENDEDOR|FORNITORE|VENDITORE|LEVERANCIER|VERKOPER)/,
  },
  {
    role: 'buyer',
    word: /(?:BUYER|PURCHASER|CUSTOMER|ABNEHMER(?:IN)?|K[ÄA]UFER(?:IN)?|AUFTRAGGEBER(?:IN)?|BESTELLER(?:IN)?|ACHETEUR|CLIENT|COMPRADOR|CLIENTE|ACQUIRENTE|KOPER|AFNEMER)/,
  },
  { role: 'grantor', word: /(?:LICENSOR|LIZENZGEBER(?:IN)?|CONC[ÉE]DANT|LICENCIANTE|CONCEDENTE)/ },
  {
    role: 'grantee',
    word: /(?:LICENSEE|RESELLER|DISTRIBUTOR|LIZENZNEHMER(?:IN)?|H[ÄA]NDLER(?:IN)?|DISTRIBUTEUR|LICENCIATARIO|DISTRIBUIDOR|LICENZIATARIO|DISTRIBUTORE)/,
  },
];

/** Sentences by which an owner of a brand lets somebody sell. */
export const GRANTS: readonly RegExp[] = [
  /(?:兹?授权|现授权|兹证明|特授权|授予)[ :]?(?<name>(?!方|书|人|期|范围|上述|给|该|贵)[^\s,，。:：;；]{2,40}?(?:公司|厂|商行|经营部|中心))/,
  /(?:authori[sz]es?|confirms? that|certif(?:y|ies) that|permits?|appoints?|best[äa]tigen wir, dass|autorisieren wir|berechtigen wir|autorisons|attestons que|autorizamos a|certificamos que|autorizziamo)\s+(?:the company |die firma |der firma |la soci[ée]t[ée] |la empresa |la societ[àa] |l'azienda |messrs\.? )?(?<name>[^\n,;:]{3,80}?(?:, ?(?:LTD|INC|LLC)\.?)?)(?=,| has| have| is | are | to | as |, | located| mit | berechtigt| à | a |$)/i,
];
