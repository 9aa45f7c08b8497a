// How is the stored text of a document read: e-mail, office, plain text, OCR, page by page?
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTRPC } from '../../../app/door.ts';
import { useWords } from '../../../app/words.ts';
import { EmptyState } from '../../../components/empty-state.tsx';

/** Head lines as the mail reader writes them above the body; attachments are listed beside it. */
const MAIL_LINES = /^(?:(?:Subject|From|To|Cc|Date|Attachments): [^\n]*(?:\n|$))+\s*/;

const PAGES_AT_ONCE = 50;

export function TextPreview({
  documentId,
  head,
  marks,
  ocrPending = false,
  isMail = false,
}: {
  readonly documentId: number;
  readonly head?: ReactNode;
  readonly marks: ReadonlyMap<string, string>;
  readonly ocrPending?: boolean;
  /** The head shows sender, subject and date already. */
  readonly isMail?: boolean;
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
            <PageText
              text={isMail ? page.text.replace(MAIL_LINES, '') : page.text}
              marks={marks}
              label={t('uiDocuments.page', { page: page.page })}
            />
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

/** Reports and sheets are tab-separated: two lines with two tabs or more are a table. */
const TABLE_LINE = /^[^\n]*\t[^\n]*\t/;
const TABLE_ROWS = 500;

function PageText({
  text,
  marks,
  label,
}: {
  readonly text: string;
  readonly marks: ReadonlyMap<string, string>;
  readonly label: string;
}) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isTable = lines.length > 1 && lines.filter((line) => TABLE_LINE.test(line)).length > lines.length / 2;
  if (!isTable) return <MarkedText text={text} marks={marks} />;
  return (
    <section className="cb-sheet-table" tabIndex={0} aria-label={label}>
      <table>
        <tbody>
          {lines.slice(0, TABLE_ROWS).map((line, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a stored text never changes its order
            <tr key={row}>
              {line.split('\t').map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a stored text never changes its order
                <td key={column} className={marks.has(cell.trim()) ? 'cb-mark-text' : undefined} title={cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > TABLE_ROWS ? (
        <MarkedText text={lines.slice(TABLE_ROWS).join('\n')} marks={marks} />
      ) : null}
    </section>
  );
}

/** Text with the found identifiers marked. */
export function MarkedText({
  text,
  marks,
}: {
  readonly text: string;
  readonly marks: ReadonlyMap<string, string>;
}) {
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
