// What is known about one identifier, on one page?
import '../document/document.css';
import './identifiers.css';
import { ActionIcon, Button, Loader, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useCanGoBack, useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { KIND_BY_SLUG } from '../../../domain/kinds/document-kinds.ts';
import type { IdentifierPage } from '../../../engine/store/identifier-queries.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { EVIDENCE, hasEvidence } from '../../components/evidence-meter.tsx';
import { formatDay } from '../../components/format-time.ts';
import { nameIdentifierType } from '../../components/identifier-name.ts';
import { KindIcon } from '../../components/kind-icon.tsx';
import { NewCase } from '../cases/new-case.tsx';
import { Connections } from './connections.tsx';
import { ReportRows } from './report-rows.tsx';

/** Families that a case can be about. */
const CASE_TYPES: readonly string[] = ['order_id', 'asin', 'fnsku', 'fba_shipment_id', 'tracking_number'];

export function IdentifierScreen() {
  const { t } = useWords();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const { type, value } = useParams({ from: '/identifiers/$type/$value' });
  const [isOpening, setOpening] = useState(false);
  const query = useQuery({
    ...trpc.identifiers.page.queryOptions({ value, type }),
    placeholderData: undefined,
  });
  const page = query.data;
  return (
    <>
      <header className="cb-page-head" style={{ gap: 8, padding: '9px 14px 9px 12px' }}>
        <Tooltip label={t('uiDocuments.back')}>
          <ActionIcon
            size={30}
            aria-label={t('uiDocuments.back')}
            onClick={() => (canGoBack ? router.history.back() : void navigate({ to: '/identifiers' }))}
          >
            <IconArrowLeft size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        <span className="cb-quiet">{nameIdentifierType(type, t)}</span>
        <h1 className="cb-page-title" style={{ minWidth: 0, display: 'flex' }}>
          <CopyText value={value} label={nameIdentifierType(type, t)} />
        </h1>
        {page?.carrier == null ? null : <span className="cb-quiet">{page.carrier}</span>}
        <span style={{ flex: 1 }} />
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/documents" search={{ q: `id:${value}` }} {...props} />}
        >
          {t('uiIdentifiers.allDocuments')}
        </Button>
        {CASE_TYPES.includes(type) ? (
          <Button leftSection={<IconPlus size={15} />} onClick={() => setOpening(true)}>
            {t('uiIdentifiers.openCase')}
          </Button>
        ) : null}
      </header>
      {query.error !== null && page === undefined ? (
        <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
      ) : page === undefined ? (
        <Loader size="sm" className="cb-late" m="auto" />
      ) : page === null ? (
        <EmptyState title={t('uiIdentifiers.notFound')} hint={t('uiIdentifiers.notFoundHint')} />
      ) : (
        <div className="cb-idpage">
          <div className="cb-page">
            <Evidence page={page} />
            <DocumentGroups page={page} />
            <ReportRows rows={page.reportRows} />
          </div>
          <Connections page={page} />
        </div>
      )}
      <NewCase opened={isOpening} onClose={() => setOpening(false)} about={value} />
    </>
  );
}

function Evidence({ page }: { readonly page: IdentifierPage }) {
  const { t } = useWords();
  return (
    <div className="cb-evidence">
      {EVIDENCE.map((entry) => {
        const isThere = hasEvidence(entry, page.kinds);
        return (
          <div key={entry.name} data-there={isThere}>
            <entry.Icon
              size={20}
              stroke={1.5}
              aria-hidden
              style={{ flex: 'none', color: isThere ? 'var(--cb-have)' : 'var(--cb-quiet)' }}
            />
            <div style={{ minWidth: 0 }}>
              <div className="cb-truncate" style={{ fontWeight: 600 }}>
                {t(`uiIdentifiers.evidence_${entry.name}`)}
              </div>
              <div style={{ fontSize: 12, color: isThere ? 'var(--cb-have)' : 'var(--cb-missing)' }}>
                {t(isThere ? 'uiIdentifiers.have' : 'uiIdentifiers.missing')}
              </div>
            </div>
          </div>
        );
      })}
    </div>
  );
}

/** Documents kind by kind, in the order of the table of kinds. */
function DocumentGroups({ page }: { readonly page: IdentifierPage }) {
  const { kind } = useWords();
  const order = [...KIND_BY_SLUG.keys()];
  const kinds = [...page.kinds].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return kinds.map((slug) => (
    <section key={slug}>
      <h2 className="cb-group-head">{kind(slug)}</h2>
      {page.documents
        .filter((document) => document.kind === slug)
        .map((document) => (
          <Link
            key={document.id}
            to="/documents/$documentId"
            params={{ documentId: String(document.id) }}
            className="cb-doc-line"
          >
            <KindIcon kind={document.kind} mediaType={document.mediaType} />
            <span className="cb-truncate" title={document.path}>
              {document.title || document.fileName}
              {document.title === '' || document.fileName.startsWith(document.title) ? null : (
                <span className="cb-quiet" style={{ marginLeft: 8 }}>
                  {document.fileName}
                </span>
              )}
            </span>
            <span className="cb-quiet" style={{ fontVariantNumeric: 'tabular-nums' }}>
              {document.date ?? formatDay(document.sortAtMs)}
            </span>
          </Link>
        ))}
    </section>
  ));
}
