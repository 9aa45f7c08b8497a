// What is this document, how sure is that, why, and how is it put right?
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { DocumentDetail } from '../../../../engine/store/document-detail.ts';
import { useWords } from '../../../app/words.ts';
import { KindIcon } from '../../../components/kind-icon.tsx';
import { KindPicker } from '../../../components/kind-picker.tsx';
import type { Corrections } from '../../../components/use-corrections.tsx';
import { PartEditor } from './part-editor.tsx';

export function KindFact({
  document,
  corrections,
}: {
  readonly document: DocumentDetail;
  readonly corrections: Corrections;
}) {
  const { t, kind, reason } = useWords();
  const [isCorrecting, setCorrecting] = useState(false);
  const [isParting, setParting] = useState(false);
  const { kindResult } = document;
  const reasons = kindResult?.reasons ?? [];
  const parts = kindResult?.parts ?? [];
  const hasParts = parts.length > 1;
  // Frames of a film are no pages.
  const canPart = document.pageCount > 1 && !document.mediaType.startsWith('video/');
  const setKind = async (slug: string): Promise<void> => {
    setCorrecting(false);
    await corrections.correct({ documentId: document.id, kind: slug }, t('uiDocuments.corrected'));
  };
  const alternatives = (kindResult?.alternatives ?? []).filter((a) => a.slug !== document.kind).slice(0, 3);
  return (
    <section className="cb-facts-section">
      <div style={{ display: 'flex', alignItems: 'center', gap: 9 }}>
        <KindIcon kind={document.kind} mediaType={document.mediaType} size={20} />
        <div style={{ minWidth: 0, flex: 1 }}>
          <div style={{ fontWeight: 600, fontSize: 14 }}>{kind(document.kind)}</div>
          <div className="cb-quiet" style={{ fontSize: 12 }}>
            {document.kindByPerson
              ? t('uiDocuments.byPerson')
              : document.kind === 'unknown'
                ? t('uiDocuments.inboxUnsure')
                : t('uiDocuments.confidence', { percent: Math.round(document.kindConfidence * 100) })}
          </div>
        </div>
        {document.kindByPerson || document.kind === 'unknown' ? null : (
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<IconCheck size={13} />}
            loading={corrections.isBusy}
            onClick={() =>
              void corrections.correct(
                { documentId: document.id, confirm: true },
                t('uiDocuments.confirmed', { kind: kind(document.kind) }),
              )
            }
          >
            {t('uiDocuments.confirm')}
          </Button>
        )}
        <Button variant="subtle" size="compact-xs" onClick={() => setCorrecting(!isCorrecting)}>
          {t('uiDocuments.correct')}
        </Button>
      </div>
      {isParting ? (
        <PartEditor
          start={
            hasParts
              ? parts.map(({ slug, fromPage }) => ({ kind: slug === 'unknown' ? '' : slug, fromPage }))
              : [
                  { kind: document.kind === 'unknown' ? '' : document.kind, fromPage: 1 },
                  { kind: '', fromPage: 2 },
                ]
          }
          pageCount={document.pageCount}
          hasParts={hasParts}
          onCancel={() => setParting(false)}
          onSave={(wanted) => {
            setParting(false);
            void corrections.correct(
              { documentId: document.id, parts: wanted.length < 2 ? [] : [...wanted] },
              t('uiDocuments.corrected'),
            );
          }}
        />
      ) : canPart ? (
        <div className="cb-part-list">
          <div style={{ minWidth: 0, flex: 1, display: 'grid', gap: 2 }}>
            {hasParts
              ? parts.map((part) => (
                  <div key={part.fromPage}>
                    {t('uiDocuments.partPages', {
                      kind: kind(part.slug),
                      pages:
                        part.fromPage === part.toPage
                          ? `${part.fromPage}`
                          : `${part.fromPage}–${part.toPage}`,
                    })}
                  </div>
                ))
              : t('uiDocuments.allPages', { count: document.pageCount })}
          </div>
          <Button variant="subtle" size="compact-xs" color="gray" mr={-8} onClick={() => setParting(true)}>
            {t(hasParts ? 'uiDocuments.editParts' : 'uiDocuments.splitPages')}
          </Button>
        </div>
      ) : null}
      {isCorrecting ? (
        <div style={{ marginTop: 10, display: 'grid', gap: 6 }}>
          {alternatives.length === 0 ? null : (
            <div style={{ display: 'flex', gap: 6, flexWrap: 'wrap' }}>
              {alternatives.map((a) => (
                <Button key={a.slug} variant="default" size="compact-xs" onClick={() => void setKind(a.slug)}>
                  {kind(a.slug)}
                </Button>
              ))}
            </div>
          )}
          <KindPicker
            autoFocus
            placeholder={t('uiDocuments.otherKind')}
            onPick={(slug) => void setKind(slug)}
          />
        </div>
      ) : null}
      {reasons.length > 0 && !document.kindByPerson ? (
        <ul className="cb-reasons" aria-label={t('uiDocuments.why')}>
          {reasons.slice(0, 5).map((r) => (
            <li key={`${r.code}-${JSON.stringify(r.params ?? {})}`}>{reason(r)}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
