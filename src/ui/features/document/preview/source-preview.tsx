// What does a structured file say that no reader turns into prose: an electronic invoice as it was sent?
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../app/words.ts';
import { NoPreview } from './no-preview.tsx';
import { MarkedText } from './text-preview.tsx';

/** Longer ones are cut: nobody reads more than this on a screen. */
const SHOWN_CHARACTERS = 200_000;

export function SourcePreview({
  documentId,
  marks,
}: {
  readonly documentId: number;
  readonly marks: ReadonlyMap<string, string>;
}) {
  const { t } = useWords();
  const source = useQuery({
    queryKey: ['source', documentId],
    queryFn: async ({ signal }) => {
      const answer = await fetch(`/api/documents/${documentId}/content`, { signal });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return decode(bytes).slice(0, SHOWN_CHARACTERS);
    },
    placeholderData: undefined,
  });
  if (source.isError) return <NoPreview documentId={documentId} />;
  return (
    <div className="cb-preview">
      <section className="cb-preview-body cb-reading" tabIndex={0} aria-label={t('uiDocuments.text')}>
        {source.data === undefined ? (
          <Loader size="sm" className="cb-late" m="auto" />
        ) : (
          <div className="cb-mono">
            <MarkedText text={source.data} marks={marks} />
          </div>
        )}
      </section>
    </div>
  );
}

/** As its own declaration says: old Chinese systems write GBK. */
function decode(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /encoding=["']([\w-]+)["']/i.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
