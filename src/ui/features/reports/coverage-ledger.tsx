// Do invoices of the last 365 days cover what was sold, product by product, and which one ages out next?
import { ActionIcon, Button, NumberInput, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CoverageInvoiceView } from '../../../domain/reports/invoice-coverage.ts';
import type { CoverageRow } from '../../../engine/reports/coverage-ledger.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { DayField } from '../../components/date-fields.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { tellError } from '../../components/tell-error.ts';
import { ToneBadge } from '../../components/tone-badge.tsx';

const TONES = { covered: 'teal', short: 'orange', none: 'red' } as const;

export function CoverageLedger() {
  const { t } = useWords();
  const trpc = useTRPC();
  const [anchorOn, setAnchorOn] = useState<string | null>(null);
  const ledger = useQuery(trpc.reports.coverage.queryOptions(anchorOn === null ? {} : { anchorOn }));
  const data = ledger.data;
  return (
    <div>
      <div style={{ display: 'flex', gap: 14, alignItems: 'flex-end', marginBottom: 12 }}>
        <div style={{ width: 180 }}>
          <DayField
            label={t('uiDesk.anchorOn')}
            value={anchorOn ?? data?.anchorOn ?? null}
            onChange={setAnchorOn}
          />
        </div>
        <p className="cb-quiet" style={{ margin: 0, maxWidth: 680, lineHeight: 1.55 }}>
          {t('uiDesk.coverageText')}
        </p>
      </div>
      {data === undefined ? null : data.rows.length === 0 ? (
        <EmptyState title={t('uiDesk.coverageNone')} hint={t('uiDesk.coverageNoneHint')} />
      ) : (
        <table className="cb-plain-table">
          <thead>
            <tr>
              <th>{t('uiDesk.product')}</th>
              <th className="cb-number">{t('uiDesk.sold')}</th>
              <th className="cb-number">{t('uiDesk.bought')}</th>
              <th className="cb-number">{t('uiDesk.short')}</th>
              <th>{t('uiDesk.coverageState')}</th>
              <th>{t('uiDesk.invoices')}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <ProductRow key={row.product} row={row as CoverageRow} />
            ))}
          </tbody>
        </table>
      )}
      {data === undefined || data.unmatched.length === 0 ? null : (
        <section aria-label={t('uiDesk.unmatched')}>
          <h2 className="cb-plain-section">{t('uiDesk.unmatched')}</h2>
          <p className="cb-quiet" style={{ margin: '0 0 6px' }}>
            {t('uiDesk.unmatchedHint')}
          </p>
          {data.unmatched.map((invoice) => (
            <div key={invoice.documentId} style={{ display: 'flex', gap: 10, padding: '2px 0' }}>
              <span className="cb-quiet" style={{ width: 84 }}>
                {invoice.issuedOn ?? t('uiDesk.noDate')}
              </span>
              <Link
                to="/documents/$documentId"
                params={{ documentId: String(invoice.documentId) }}
                className="cb-link cb-truncate"
              >
                {invoice.title}
              </Link>
              <Assign documentId={invoice.documentId} rows={data.rows as readonly CoverageRow[]} />
            </div>
          ))}
        </section>
      )}
    </div>
  );
}

function ProductRow({ row }: { readonly row: CoverageRow }) {
  const { t } = useWords();
  return (
    <tr>
      <td style={{ maxWidth: 320 }}>
        <div className="cb-mono">{row.product}</div>
        <div className="cb-quiet cb-truncate" title={row.title}>
          {[row.skus.filter((sku) => sku !== row.product).join('  '), row.title]
            .filter((s) => s !== '')
            .join(' · ')}
        </div>
      </td>
      <td className="cb-number">{row.sold.toLocaleString()}</td>
      <td className="cb-number">{row.bought.toLocaleString()}</td>
      <td
        className="cb-number"
        style={row.short > 0 ? { color: 'var(--cb-missing)', fontWeight: 600 } : undefined}
      >
        {row.short.toLocaleString()}
      </td>
      <td>
        <ToneBadge color={TONES[row.state]}>{t(`uiDesk.coverage_${row.state}`)}</ToneBadge>
        {row.coveredUntil === null ? null : (
          <div className="cb-quiet" style={{ fontSize: 12, marginTop: 2, whiteSpace: 'nowrap' }}>
            {t('uiDesk.coveredUntil', { date: row.coveredUntil })}
          </div>
        )}
      </td>
      <td>
        {row.invoices.map((invoice) => (
          <InvoiceLine key={invoice.documentId} product={row.product} invoice={invoice} />
        ))}
        {row.invoices.length === 0 ? <span className="cb-quiet">{t('uiDesk.invoicesNone')}</span> : null}
      </td>
    </tr>
  );
}

function useSetUnits(onDone: () => void) {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.reports.setInvoiceUnits.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: trpc.reports.coverage.pathKey() });
        onDone();
      },
    }),
  );
}

function InvoiceLine({
  product,
  invoice,
}: {
  readonly product: string;
  readonly invoice: CoverageInvoiceView;
}) {
  const { t } = useWords();
  const [edited, setEdited] = useState<number | string | null>(null);
  const save = useSetUnits(() => setEdited(null));
  const name = invoice.number === '' ? `#${invoice.documentId}` : invoice.number;
  return (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: '84px minmax(120px, 1fr) 66px minmax(130px, auto) 26px',
        gap: 8,
        alignItems: 'center',
        fontStyle: invoice.counts ? undefined : 'italic',
      }}
    >
      <span style={{ fontVariantNumeric: 'tabular-nums' }}>{invoice.issuedOn ?? t('uiDesk.noDate')}</span>
      <Link
        to="/documents/$documentId"
        params={{ documentId: String(invoice.documentId) }}
        className="cb-link cb-truncate cb-mono"
        title={name}
      >
        {name}
      </Link>
      {edited === null ? (
        <span className="cb-number">{invoice.quantity.toLocaleString()}</span>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate({ documentId: invoice.documentId, product, quantity: Number(edited) });
          }}
        >
          <NumberInput
            size="xs"
            aria-label={t('uiDesk.unitsOf', { invoice: name })}
            value={edited}
            onChange={setEdited}
            min={0}
            allowDecimal={false}
            hideControls
            autoFocus
            onBlur={() => setEdited(null)}
          />
        </form>
      )}
      <span className="cb-quiet" style={{ fontSize: 12, whiteSpace: 'nowrap' }}>
        {invoice.certainty === 'twin'
          ? t('uiDesk.certainty_twin')
          : invoice.counts
            ? `${t(`uiDesk.certainty_${invoice.certainty}`)} · ${t('uiDesk.agesOut', { date: invoice.agesOutOn ?? '' })}`
            : t('uiDesk.tooOld')}
      </span>
      <Tooltip label={t('uiDesk.correctUnits')}>
        <ActionIcon
          size="sm"
          aria-label={t('uiDesk.correctUnitsOf', { invoice: name })}
          onClick={() => setEdited(invoice.quantity)}
        >
          <IconPencil size={13} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function Assign({
  documentId,
  rows,
}: {
  readonly documentId: number;
  readonly rows: readonly CoverageRow[];
}) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [product, setProduct] = useState(rows[0]?.product ?? '');
  const [quantity, setQuantity] = useState<number | string>('');
  const save = useSetUnits(() => setOpen(false));
  if (!isOpen)
    return (
      <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
        {t('uiDesk.assign')}
      </Button>
    );
  return (
    <form
      style={{ display: 'flex', gap: 6 }}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ documentId, product, quantity: Number(quantity) });
      }}
    >
      <select
        aria-label={t('uiDesk.product')}
        value={product}
        onChange={(event) => setProduct(event.currentTarget.value)}
        className="cb-mono"
      >
        {rows.map((row) => (
          <option key={row.product} value={row.product}>
            {row.product} {row.skus[0] ?? ''}
          </option>
        ))}
      </select>
      <NumberInput
        size="xs"
        w={80}
        aria-label={t('uiDesk.bought')}
        value={quantity}
        onChange={setQuantity}
        min={0}
        allowDecimal={false}
        hideControls
      />
      <Button size="compact-xs" type="submit" loading={save.isPending} disabled={quantity === ''}>
        {t('uiCases.save')}
      </Button>
    </form>
  );
}
