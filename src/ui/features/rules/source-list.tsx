// Which pages, posts and papers does a rule row rest on?
import { describeSource } from '../../../domain/problems/sources.ts';
import { useWords } from '../../app/words.ts';

export function SourceList({ sources }: { readonly sources: readonly string[] }) {
  const { t, pick } = useWords();
  return (
    <div className="cb-quiet" style={{ fontSize: 12, overflowWrap: 'anywhere', lineHeight: 1.5 }}>
      {t('uiDesk.sourcesTitle')}
      <ul style={{ margin: '2px 0 0', paddingLeft: 16 }}>
        {[...new Set(sources)].map((tag) => (
          <li key={tag}>{pick(describeSource(tag))}</li>
        ))}
      </ul>
    </div>
  );
}
