// How much of what a case needs is there?
import { Progress } from '@mantine/core';
import { useWords } from '../app/words.ts';

export function ReadinessBar({ percent, width = 64 }: { readonly percent: number; readonly width?: number }) {
  const { t } = useWords();
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 7 }}>
      <Progress
        value={percent}
        size={5}
        w={width}
        color={percent >= 100 ? 'teal' : 'accent'}
        aria-label={t('uiCases.readinessOf', { percent })}
      />
      <span className="cb-quiet" style={{ fontSize: 11.5, fontVariantNumeric: 'tabular-nums' }}>
        {percent} %
      </span>
    </span>
  );
}
