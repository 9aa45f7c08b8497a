// What is a sample seller: its companies, goods, purchases, orders, shipments, cases, and the files that show them?

export interface SampleParty {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly shortZh: string;
  readonly uscc: string;
  readonly addressZh: string;
  readonly addressEn: string;
  readonly phone: string;
  readonly website: string;
  readonly bankZh: string;
  readonly bankAccount: string;
  readonly contact: string;
}

export interface SampleProduct {
  readonly key: string;
  readonly asin: string;
  readonly fnsku: string;
  readonly sku: string;
  readonly upc: string;
  readonly model: string;
  readonly brand: string;
  readonly titleEn: string;
  readonly nameZh: string;
  readonly taxCategory: string;
  readonly specZh: string;
  readonly hsCode: string;
  readonly supplierKey: string;
  /** Net purchase price in fen (RMB cents). */
  readonly unitPriceFen: number;
  /** Sale price in US cents. */
  readonly priceCents: number;
  readonly weightKg: number;
}

export type FapiaoForm = 'digital-pdf' | 'digital-ofd' | 'vat-special-scan' | 'vat-normal-pdf';

export interface SamplePurchase {
  readonly key: string;
  readonly supplierKey: string;
  readonly productKey: string;
  readonly quantity: number;
  readonly contractNumber: string;
  readonly orderNumber: string;
  readonly contractDate: string;
  readonly paymentDate: string;
  readonly deliveryDate: string;
  readonly deliveryNumber: string;
  readonly invoiceDate: string;
  readonly invoiceForm: FapiaoForm;
  /** 20 digits, or 8 for the older forms. */
  readonly invoiceNumber: string;
  /** The 10 or 12 digits of the older forms. */
  readonly invoiceCode?: string;
  readonly netFen: number;
  readonly taxFen: number;
}

export type SampleCarrier = 'UPS' | 'USPS' | '4PX' | 'YunExpress' | 'China Post';

export interface SampleOrder {
  readonly id: string;
  readonly itemId: string;
  readonly marketplace: 'US' | 'DE' | 'JP';
  readonly productKey: string;
  readonly quantity: number;
  readonly purchased: string;
  readonly shipped: string;
  readonly delivered: string;
  readonly carrier: SampleCarrier;
  readonly tracking: string;
  readonly recipient: string;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly buyerAlias: string;
  /** Kinds of document that the folder holds for this order. */
  readonly evidence: readonly string[];
}

export interface SampleShipment {
  readonly id: string;
  readonly name: string;
  readonly reference: string;
  readonly marketplace: 'US' | 'DE';
  readonly fulfilmentCentre: string;
  readonly fcAddress: string;
  readonly created: string;
  readonly shipped: string;
  readonly delivered: string;
  readonly closed: string;
  readonly cartons: number;
  readonly tracking: readonly string[];
  readonly invoiceNumber: string;
  readonly billOfLading: string;
  readonly container: string;
  readonly customsNumber: string;
  readonly lines: readonly {
    readonly productKey: string;
    readonly sent: number;
    readonly received: number;
  }[];
}

export interface SampleCaseStory {
  readonly problem: string;
  readonly marketplace: string;
  readonly titleZh: string;
  readonly titleEn: string;
  /** Date of the notification, ISO. */
  readonly notified: string;
  readonly caseId?: string;
  readonly orderIds: readonly string[];
  readonly asins: readonly string[];
  readonly shipmentIds: readonly string[];
  /** Relative path of the notification. */
  readonly notificationFile?: string;
  /** Relative paths of the files that belong into the pack. */
  readonly expectedExhibits: readonly string[];
  /** What a careful seller would still have to find, on purpose. */
  readonly expectedMissing: readonly {
    readonly kind: string;
    readonly for?: string;
    readonly whyZh: string;
    readonly whyEn: string;
  }[];
}

export interface SampleStoryFile {
  /** Path in the folder, with `/`. */
  readonly path: string;
  /** Kind slug of domain.md section 2, `unknown` for noise. */
  readonly kind: string;
  /** Identifiers that stand in the file, as `type:value`. */
  readonly ids: readonly string[];
  /** The paper's own date, ISO. */
  readonly date?: string;
  /** True where the identifiers are only pixels (photo, scan, video) or a picture of text. */
  readonly pixelsOnly: boolean;
}

export interface SampleStory {
  readonly builtOn: string;
  readonly company: SampleParty;
  readonly storeName: string;
  readonly sellerId: string;
  readonly marketplaces: readonly string[];
  readonly suppliers: readonly SampleParty[];
  readonly forwarder: SampleParty;
  readonly products: readonly SampleProduct[];
  readonly purchases: readonly SamplePurchase[];
  readonly orders: readonly SampleOrder[];
  readonly shipments: readonly SampleShipment[];
  readonly cases: readonly SampleCaseStory[];
  readonly files: readonly SampleStoryFile[];
}

/** The facts before any file exists. */
export type SampleFacts = Omit<SampleStory, 'cases' | 'files'>;

/** One file to be written. */
export interface SampleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly kind: string;
  readonly ids: readonly string[];
  readonly date?: string;
  readonly pixelsOnly?: boolean;
  /** Cases whose pack this file belongs into. */
  readonly cases?: readonly string[];
}
