// Should this case be opened at all, here, now? The engine's four answers, shown while the form is filled in.
import { IconAlertTriangle, IconBan, IconCircleCheck } from '@tabler/icons-react';
import type { PreCheck as Answer } from '../../../engine/cases/pre-check.ts';
import { useWords } from '../../app/words.ts';

const LOOKS = {
  good: { icon: IconCircleCheck, colour: 'var(--cb-have)' },
  warn: { icon: IconAlertTriangle, colour: 'var(--cb-weak)' },
  stop: { icon: IconBan, colour: 'var(--cb-missing)' },
} as const;

export function PreCheck({ answer }: { readonly answer: Answer | undefined }) {
  const { t, reason } = useWords();
  return (
    <section aria-label={t('uiCases.preCheck')} className="cb-precheck">
      <div style={{ fontWeight: 500 }}>{t('uiCases.preCheck')}</div>
      {(answer?.steps ?? WAITING).map(({ step, state, reasons }) => {
        const look = state === null ? null : LOOKS[state];
        const texts =
          step === 'existing' && answer !== undefined && answer.duplicates.length > 0
            ? [t('uiCases.preCheckExists', { cases: answer.duplicates.map((d) => d.label).join(', ') })]
            : reasons.map(reason);
        return (
          <div key={step} className="cb-precheck-row">
            {look === null ? (
              <span />
            ) : (
              <look.icon
                size={15}
                stroke={1.8}
                color={look.colour}
                aria-label={t(`uiCases.preCheck_${state}`)}
                role="img"
              />
            )}
            <span className="cb-quiet">{t(`uiCases.preCheckStep_${step}`)}</span>
            <span style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              {texts.length > 0 ? texts.join(' ') : state === null ? '' : t(`uiCases.preCheckGood_${step}`)}
            </span>
          </div>
        );
      })}
    </section>
  );
}

/** The rows keep their place until the answer is there. */
const WAITING = (['standing', 'existing', 'entrance', 'pace'] as const).map((step) => ({
  step,
  state: null,
  reasons: [],
}));
