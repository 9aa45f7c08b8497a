// Which proof is there for an order, product or parcel, and which is missing?
import { Tooltip } from '@mantine/core';
import { IconFileInvoice, IconPhotoVideo, IconRoute, IconSignature } from '@tabler/icons-react';
import { INVOICE_KINDS } from '../../domain/problems/kind-groups.ts';
import { useWords } from '../app/words.ts';

/** Kinds that fill each place; a proof of delivery also shows the way of the parcel. */
export const EVIDENCE = [
  { name: 'invoice', kinds: INVOICE_KINDS, Icon: IconFileInvoice },
  {
    name: 'tracking',
    kinds: [
      'tracking_slip',
      'shipping_label',
      'carrier_pickup_receipt',
      'bill_of_lading',
      'air_waybill',
      'pod',
    ],
    Icon: IconRoute,
  },
  { name: 'delivery', kinds: ['pod', 'warehouse_receipt', 'fba_shipment_summary'], Icon: IconSignature },
  {
    name: 'media',
    kinds: ['shipping_video', 'packing_photo', 'product_photo', 'damage_photo', 'return_unboxing_video'],
    Icon: IconPhotoVideo,
  },
] as const;

export function hasEvidence(entry: (typeof EVIDENCE)[number], kinds: readonly string[]): boolean {
  return kinds.some((kind) => (entry.kinds as readonly string[]).includes(kind));
}

/** Four signs in a row: filled and green where proof is there, faint where it is missing. */
export function EvidenceMeter({ kinds }: { readonly kinds: readonly string[] }) {
  const { t } = useWords();
  return (
    <span style={{ display: 'inline-flex', gap: 6 }}>
      {EVIDENCE.map((entry) => {
        const isThere = hasEvidence(entry, kinds);
        const label = t(isThere ? 'uiIdentifiers.has' : 'uiIdentifiers.lacks', {
          name: t(`uiIdentifiers.evidence_${entry.name}`),
        });
        return (
          <Tooltip key={entry.name} label={label}>
            <span
              role="img"
              aria-label={label}
              style={{
                display: 'grid',
                placeItems: 'center',
                width: 24,
                height: 22,
                borderRadius: 4,
                color: isThere ? 'var(--cb-have)' : 'var(--cb-quiet)',
                background: isThere
                  ? 'color-mix(in srgb, var(--cb-have) 13%, transparent)'
                  : 'color-mix(in srgb, var(--cb-text) 4%, transparent)',
                opacity: isThere ? 1 : 0.5,
              }}
            >
              <entry.Icon size={15} stroke={1.6} aria-hidden />
            </span>
          </Tooltip>
        );
      })}
    </span>
  );
}
