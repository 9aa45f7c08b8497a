// What would the channel object to in a pack, and what was done about it?
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { PackViolation } from '../../../engine/packs/pack-plan.ts';
import { useWords } from '../../app/words.ts';
import { formatSize } from '../../components/format-size.ts';

const BYTE_PARAMS: ReadonlySet<string> = new Set(['sizeBytes', 'limitBytes']);

export function Violations({ violations }: { readonly violations: readonly PackViolation[] }) {
  const { t, reason, pick } = useWords();
  return violations.map((violation) => (
    <div
      key={`${violation.exhibit}-${violation.code}`}
      style={{ display: 'flex', gap: 7, marginTop: 5, fontSize: 12.5, lineHeight: 1.45 }}
    >
      {violation.fixed ? (
        <IconCircleCheck
          size={15}
          color="var(--cb-have)"
          style={{ flex: 'none', marginTop: 1 }}
          aria-hidden
        />
      ) : (
        <IconAlertTriangle
          size={15}
          color="var(--cb-weak)"
          style={{ flex: 'none', marginTop: 1 }}
          aria-hidden
        />
      )}
      <span>
        {reason({
          code: `violation${violation.code}`,
          params: {
            exhibit: violation.exhibit,
            ...sizesInWords(violation.params),
            ...kindInWords(violation.params, pick),
          },
        })}
        {violation.fix === undefined ? null : (
          <span className="cb-quiet"> – {t(`packs.fix${violation.fix}`)}</span>
        )}
      </span>
    </div>
  ));
}

function sizesInWords(params: PackViolation['params']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) =>
      BYTE_PARAMS.has(name) && typeof value === 'number'
        ? [name.replace('Bytes', ''), formatSize(value)]
        : [name, value],
    ),
  );
}

/** A pack keeps its findings in the language of its book; the page says the kind in its own. */
function kindInWords(
  { kindZh, kindEn }: PackViolation['params'],
  pick: (name: { readonly zh: string; readonly en: string }) => string,
): Record<string, string> {
  if (kindZh === undefined || kindEn === undefined) return {};
  const kind = pick({ zh: String(kindZh), en: String(kindEn) });
  return { kind, type: kind };
}
