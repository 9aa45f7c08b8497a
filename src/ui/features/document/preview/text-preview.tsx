// How is the stored text of a document read: e-mail, office, plain text, OCR, page by page?
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTRPC } from '../../../app/door.ts';
import { useWords } from '../../../app/words.ts';
import { EmptyState } from '../../../components/empty-state.tsx';

const PAGES_AT_ONCE = 50;

export function TextPreview({
  documentId,
  head,
  marks,
  ocrPending = false,
}: {
  readonly documentId: number;
  readonly head?: ReactNode;
  readonly marks: ReadonlyMap<string, string>;
  readonly ocrPending?: boolean;
}) {
  const { t } = useWords();
  const trpc = useTRPC();
  const [limit, setLimit] = useState(PAGES_AT_ONCE);
  const { data, isPending } = useQuery(
    trpc.documents.text.queryOptions({ id: documentId, limit: Math.min(limit, 200) }),
  );
  const pages = (data ?? []).filter((page) => page.source !== 'xml' && page.text.trim() !== '');
  return (
    <div className="cb-preview">
      <section className="cb-preview-body cb-reading" tabIndex={0} aria-label={t('uiDocuments.text')}>
        {head}
        {isPending ? <Loader size="sm" className="cb-late" m="auto" /> : null}
        {!isPending && pages.length === 0 ? (
          <EmptyState title={t(ocrPending ? 'uiDocuments.ocrPending' : 'uiDocuments.noText')} />
        ) : null}
        {pages.map((page) => (
          <section key={page.page} className="cb-reading-page">
            {pages.length > 1 || page.source === 'ocr' ? (
              <div className="cb-quiet" style={{ fontSize: 11.5, marginBottom: 6 }}>
                {t('uiDocuments.page', { page: page.page })}
                {page.source === 'ocr' && page.confidence !== null
                  ? ` · ${t('uiDocuments.ocrConfidence', { percent: Math.round(page.confidence * 100) })}`
                  : ''}
              </div>
            ) : null}
            <MarkedText text={page.text} marks={marks} />
          </section>
        ))}
        {data !== undefined && data.length >= limit && limit < 200 ? (
          <Button variant="default" onClick={() => setLimit(limit + PAGES_AT_ONCE)}>
            {t('uiDocuments.moreText')}
          </Button>
        ) : null}
      </section>
    </div>
  );
}

/** Text with the found identifiers marked; tables (tab-separated) keep their columns. */
function MarkedText({ text, marks }: { readonly text: string; readonly marks: ReadonlyMap<string, string> }) {
  const needles = [...marks.keys()].filter((raw) => raw.length >= 4);
  const parts: ReactNode[] = [];
  if (needles.length === 0) parts.push(text);
  else {
    const pattern = new RegExp(
      needles
        .sort((a, b) => b.length - a.length)
        .slice(0, 200)
        .map((raw) => raw.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('|'),
      'g',
    );
    let at = 0;
    for (const match of text.matchAll(pattern)) {
      parts.push(text.slice(at, match.index));
      parts.push(
        <mark key={match.index} className="cb-mark-text" title={marks.get(match[0])}>
          {match[0]}
        </mark>,
      );
      at = match.index + match[0].length;
    }
    parts.push(text.slice(at));
  }
  return <pre className="cb-reading-text">{parts}</pre>;
}
