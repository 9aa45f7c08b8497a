// What is the document connected with: files inside it, where it came from, cases, problems, documents with the same identifiers?

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PROBLEM_BY_SLUG } from '../../../../domain/problems/problem-types.ts';
import type { DocumentDetail } from '../../../../engine/store/document-detail.ts';
import { useTRPC } from '../../../app/door.ts';
import { useWords } from '../../../app/words.ts';
import { formatSize } from '../../../components/format-size.ts';
import { KindIcon } from '../../../components/kind-icon.tsx';
import { FactSection } from './fact-section.tsx';

export function LinkFacts({ document }: { readonly document: DocumentDetail }) {
  const { t, pick, kind } = useWords();
  return (
    <>
      {document.parents.length > 0 ? (
        <FactSection title={t('uiDocuments.containedIn')}>
          {document.parents.map((parent) => (
            <DocumentLink
              key={parent.documentId}
              id={parent.documentId}
              title={parent.title}
              kind="unknown"
            />
          ))}
        </FactSection>
      ) : null}
      {document.children.length > 0 ? (
        <FactSection title={t('uiDocuments.contained')}>
          {document.children.slice(0, 60).map((child) => (
            <DocumentLink
              key={child.documentId}
              id={child.documentId}
              title={child.name}
              kind={child.kind}
              mediaType={child.mediaType}
              aside={formatSize(child.sizeBytes)}
            />
          ))}
        </FactSection>
      ) : null}
      <FactSection title={t('uiDocuments.cases')}>
        {document.cases.length === 0 ? <div className="cb-quiet">{t('uiDocuments.noCases')}</div> : null}
        {document.cases.map((c) => (
          <Link
            key={c.id}
            to="/cases/$caseNumber"
            params={{ caseNumber: c.number }}
            className="cb-doc-link cb-truncate"
          >
            <span className="cb-mono">{c.number}</span>
            <span className="cb-truncate">{c.title}</span>
          </Link>
        ))}
      </FactSection>
      {document.problemTypes.length > 0 ? (
        <FactSection title={t('uiDocuments.servesFor')}>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: '2px 10px' }}>
            {document.problemTypes.slice(0, 12).map((slug) => {
              const problem = PROBLEM_BY_SLUG.get(slug);
              return (
                <Link key={slug} to="/documents" search={{ q: `problem:${slug}` }} className="cb-link">
                  {problem === undefined ? slug : pick(problem.name)}
                </Link>
              );
            })}
          </div>
        </FactSection>
      ) : null}
      <Related id={document.id} kindOf={kind} />
    </>
  );
}

function Related({ id, kindOf }: { readonly id: number; readonly kindOf: (slug: string) => string }) {
  const { t } = useWords();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.documents.related.queryOptions({ id, limit: 20 }));
  return (
    <FactSection title={t('uiDocuments.related')}>
      {data?.length === 0 ? <div className="cb-quiet">{t('uiDocuments.noRelated')}</div> : null}
      {data?.map(({ document, shared, resemblance }) => (
        <DocumentLink
          key={document.id}
          id={document.id}
          title={document.title || document.fileName}
          kind={document.kind}
          mediaType={document.mediaType}
          under={[
            ...(resemblance === undefined
              ? []
              : [
                  t(resemblance.by === 'text' ? 'uiDocuments.alikeText' : 'uiDocuments.alikePicture', {
                    percent: resemblance.percent,
                  }),
                ]),
            kindOf(document.kind),
            ...(shared.length === 0 ? [] : [shared.map((s) => s.value).join(', ')]),
          ].join(' · ')}
        />
      ))}
    </FactSection>
  );
}

export function DocumentLink({
  id,
  title,
  kind,
  mediaType = '',
  aside,
  under,
}: {
  readonly id: number;
  readonly title: string;
  readonly kind: string;
  readonly mediaType?: string;
  readonly aside?: string;
  readonly under?: string;
}) {
  return (
    <Link
      to="/documents/$documentId"
      params={{ documentId: String(id) }}
      className="cb-doc-link"
      title={under === undefined ? title : `${title}\n${under}`}
    >
      <KindIcon kind={kind} mediaType={mediaType} size={15} />
      <span style={{ minWidth: 0, flex: 1 }}>
        <span className="cb-truncate" style={{ display: 'block' }}>
          {title}
        </span>
        {under === undefined ? null : (
          <span className="cb-quiet cb-truncate" style={{ display: 'block', fontSize: 11.5 }}>
            {under}
          </span>
        )}
      </span>
      {aside === undefined ? null : (
        <span className="cb-quiet" style={{ fontSize: 11.5, whiteSpace: 'nowrap' }}>
          {aside}
        </span>
      )}
    </Link>
  );
}
