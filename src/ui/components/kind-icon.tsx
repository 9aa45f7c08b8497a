// Which small picture stands for a kind of document?
import {
  IconBrowser,
  IconBuilding,
  IconCertificate,
  IconFile,
  IconFileInvoice,
  IconFileTypePdf,
  IconFileZip,
  IconMail,
  IconPhoto,
  IconScale,
  IconTable,
  IconTruckDelivery,
  IconVideo,
} from '@tabler/icons-react';
import { KIND_BY_SLUG } from '../../domain/kinds/document-kinds.ts';

const BY_GROUP = {
  commercial: IconFileInvoice,
  logistics: IconTruckDelivery,
  media: IconPhoto,
  rights: IconScale,
  compliance: IconCertificate,
  company: IconBuilding,
  amazon: IconBrowser,
  none: IconFile,
} as const;

/** What Amazon sends or shows comes as a message, a table or a page. */
const MESSAGES = new Set([
  'performance_notification',
  'amazon_notification',
  'case_correspondence',
  'buyer_message',
  'chargeback_notice',
]);
const TABLES = new Set(['settlement_report', 'amazon_report']);

function chooseIcon(kind: string, mediaType: string) {
  if (mediaType.startsWith('video/')) return IconVideo;
  if (MESSAGES.has(kind)) return IconMail;
  if (TABLES.has(kind)) return IconTable;
  const group = KIND_BY_SLUG.get(kind)?.group ?? 'none';
  if (group !== 'none') return BY_GROUP[group];
  if (mediaType === 'application/pdf') return IconFileTypePdf;
  if (mediaType.startsWith('image/')) return IconPhoto;
  if (mediaType === 'message/rfc822' || mediaType.includes('outlook')) return IconMail;
  if (mediaType.includes('spreadsheet') || mediaType === 'text/csv' || mediaType.includes('excel'))
    return IconTable;
  if (/zip|tar|compressed/.test(mediaType) && !mediaType.includes('openxml')) return IconFileZip;
  return IconFile;
}

/** Decoration only: the kind's name stands beside it. */
export function KindIcon({
  kind,
  mediaType = '',
  size = 16,
}: {
  readonly kind: string;
  readonly mediaType?: string;
  readonly size?: number;
}) {
  const Icon = chooseIcon(kind, mediaType);
  return <Icon size={size} stroke={1.5} aria-hidden style={{ flex: 'none', color: 'var(--cb-quiet)' }} />;
}
