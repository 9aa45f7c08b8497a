// Where does the document lie, what are its hash and its earlier versions, and what does the file say about itself?
import { Link } from '@tanstack/react-router';
import type { DocumentDetail } from '../../../../engine/store/document-detail.ts';
import { useWords } from '../../../app/words.ts';
import { CopyText } from '../../../components/copy-text.tsx';
import { formatSize } from '../../../components/format-size.ts';
import { formatDuration, formatIsoText, formatMoment } from '../../../components/format-time.ts';
import { FactSection } from './fact-section.tsx';

export function FileFacts({ document }: { readonly document: DocumentDetail }) {
  const { t } = useWords();
  const { media, properties } = document;
  const details: readonly (readonly [string, string | undefined])[] = [
    ['mediaType', document.mediaType],
    ['size', formatSize(document.sizeBytes)],
    ['pages', document.pageCount > 0 ? String(document.pageCount) : undefined],
    ['dimensions', media.width === undefined ? undefined : `${media.width} × ${media.height ?? '?'}`],
    ['duration', media.durationSeconds === undefined ? undefined : formatDuration(media.durationSeconds)],
    ['takenAt', media.takenAt === undefined ? undefined : formatIsoText(media.takenAt)],
    ['camera', media.camera],
    ['codec', media.videoCodec],
    ['software', media.software],
    ['author', properties.author],
    ['producer', properties.producer ?? properties.creator],
    ['createdAt', properties.createdAt === undefined ? undefined : formatIsoText(properties.createdAt)],
    ['modifiedAt', properties.modifiedAt === undefined ? undefined : formatIsoText(properties.modifiedAt)],
    ['filedAt', formatMoment(document.filedAtMs)],
    ['safeCopy', t(document.hasSafeCopy ? 'uiDocuments.yes' : 'uiDocuments.no')],
  ];
  return (
    <>
      <FactSection title={t('uiDocuments.locations')}>
        {document.locations.map((location) => (
          <div key={location.id} className="cb-location">
            <span className="cb-mono" style={{ overflowWrap: 'anywhere', fontSize: 11.5 }}>
              {location.path}
            </span>
            {location.state === 'present' ? null : (
              <span className="cb-quiet" style={{ whiteSpace: 'nowrap' }}>
                {t(`uiDocuments.state_${location.state}`)}
              </span>
            )}
          </div>
        ))}
      </FactSection>
      <FactSection title={t('uiDocuments.hash')}>
        <CopyText value={document.sha256} label={t('uiDocuments.hash')} />
      </FactSection>
      {document.versions.length > 1 ? (
        <FactSection title={t('uiDocuments.versions')}>
          {document.versions.map((version) => (
            <div key={`${version.documentId}-${version.seenFromMs}`} className="cb-location">
              <span style={{ fontVariantNumeric: 'tabular-nums' }}>
                {formatMoment(version.seenFromMs)} –{' '}
                {version.seenUntilMs === null ? t('uiDocuments.now') : formatMoment(version.seenUntilMs)}
              </span>
              {version.documentId === document.id ? (
                <span className="cb-quiet">{t('uiDocuments.thisVersion')}</span>
              ) : (
                <Link
                  className="cb-link"
                  to="/documents/$documentId"
                  params={{ documentId: String(version.documentId) }}
                >
                  #{version.documentId}
                </Link>
              )}
            </div>
          ))}
        </FactSection>
      ) : null}
      <FactSection title={t('uiDocuments.details')}>
        <dl className="cb-pairs">
          {details.map(([key, value]) =>
            value === undefined || value === '' ? null : (
              <div key={key}>
                <dt>{t(`uiDocuments.${key}`)}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
      </FactSection>
    </>
  );
}
