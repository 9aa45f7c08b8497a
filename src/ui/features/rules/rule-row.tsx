// What does every rule row end with: its source and date, and the buttons to correct it or take the correction back?
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BEIJING_ZONE } from '../../../domain/deadlines/moment-text.ts';
import { localDate } from '../../../domain/deadlines/zoned-day.ts';
import type { Grounds } from '../../../domain/problems/correction-grounds.ts';
import type { Sourced } from '../../../domain/problems/problem-type.ts';
import { describeSource } from '../../../domain/problems/sources.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { tellError } from '../../components/tell-error.ts';
import { ToneBadge } from '../../components/tone-badge.tsx';

/** A correction that is in force. */
export interface OwnCorrection extends Grounds {
  readonly id: number;
  readonly madeAtMs: number;
}

/** The two last cells of a row. */
export function RuleRowEnd({
  name,
  shipped,
  own,
  onCorrect,
}: {
  /** What the row is called where only one button can be seen or heard. */
  readonly name: string;
  readonly shipped: Sourced;
  readonly own: OwnCorrection | undefined;
  readonly onCorrect: () => void;
}) {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const undo = useMutation(
    trpc.cases.undoRuleOverride.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => void queries.invalidateQueries({ queryKey: trpc.cases.pathKey() }),
    }),
  );
  return (
    <>
      <td className="cb-rule-source">
        {own === undefined ? (
          <>
            {shipped.sources.map((tag) => (
              <span key={tag} className="cb-rule-tag" title={pick(describeSource(tag))}>
                {tag}
              </span>
            ))}
            <div className="cb-quiet">
              {t(`uiDesk.confidence_${shipped.confidence}`)} · {shipped.verifiedOn ?? t('uiDesk.unverified')}
            </div>
          </>
        ) : (
          <>
            <ToneBadge color="orange">{t('uiDesk.corrected')}</ToneBadge> {own.source}
            <div className="cb-quiet">{own.reason}</div>
            <div className="cb-quiet">
              {t('uiDesk.checkedAndMade', {
                on: own.verifiedOn,
                made: localDate(own.madeAtMs, BEIJING_ZONE),
              })}
            </div>
          </>
        )}
      </td>
      <td className="cb-rule-actions">
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${t('uiDesk.correctRule')} ${name}`}
          onClick={onCorrect}
        >
          {t('uiDesk.correctRule')}
        </Button>
        {own === undefined ? null : (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`${t('uiDesk.takeBack')} ${name}`}
            loading={undo.isPending}
            onClick={() => undo.mutate({ id: own.id })}
          >
            {t('uiDesk.takeBack')}
          </Button>
        )}
      </td>
    </>
  );
}
