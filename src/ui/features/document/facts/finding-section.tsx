// How are the dates, amounts or parties of a document listed, each with its reason, and how is one put right?
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconInfoCircle, IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Reason } from '../../../../domain/inspection.ts';
import { useWords } from '../../../app/words.ts';
import { FactSection } from './fact-section.tsx';
import { type FindingDraft, FindingForm, type FindingSort } from './finding-form.tsx';

const SHOWN_AT_FIRST = 8;
/** The reason is there for the keyboard, too. */
const TIP_EVENTS = { hover: true, focus: true, touch: true };

export interface FindingLine {
  readonly role: string;
  /** As it is read; the draft is what the form starts with. */
  readonly shown: string;
  readonly draft: FindingDraft;
  readonly page?: number | undefined;
  readonly reason?: Reason | undefined;
  /** The role belongs to it: the date that a document is filed under. */
  readonly isFixed?: boolean;
}

export interface FindingEdits {
  add(now: FindingDraft): void;
  change(line: FindingLine, now: FindingDraft): void;
  remove(line: FindingLine): void;
}

export function FindingSection({
  title,
  sort,
  roles,
  lines,
  edits,
  isAdding,
  onAdding,
  onShowPage,
}: {
  readonly title: string;
  readonly sort: FindingSort;
  readonly roles: readonly string[];
  readonly lines: readonly FindingLine[];
  readonly edits: FindingEdits;
  readonly isAdding: boolean;
  readonly onAdding: (isAdding: boolean) => void;
  readonly onShowPage: (page: number) => void;
}) {
  const { t } = useWords();
  const [edited, setEdited] = useState<string>();
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  /** Back to the line's own button, so that the keyboard goes on from there. */
  const leave = (index: number): void => {
    setEdited(undefined);
    requestAnimationFrame(() =>
      list.current?.children[index]?.querySelector<HTMLElement>('.cb-on-hover button')?.focus(),
    );
  };
  const byKey = new Map(lines.map((line) => [`${line.role} ${line.shown}`, line]));
  const shown = [...byKey].slice(0, all ? undefined : SHOWN_AT_FIRST);
  return (
    <FactSection
      title={title}
      aside={
        <ActionIcon
          size="sm"
          aria-label={t(`uiDocuments.addFinding_${sort}`)}
          aria-expanded={isAdding}
          onClick={() => onAdding(!isAdding)}
        >
          <IconPlus size={14} />
        </ActionIcon>
      }
    >
      <ul className="cb-findings" ref={list}>
        {shown.map(([key, line], index) =>
          edited === key ? (
            <li key={key} className="cb-finding-edited">
              <FindingForm
                sort={sort}
                {...(line.isFixed === true ? { canBeEmpty: true } : { roles })}
                start={line.draft}
                label={t('uiDocuments.editFinding', { value: line.shown })}
                onCancel={() => leave(index)}
                onSave={(draft) => {
                  leave(index);
                  edits.change(line, draft);
                }}
              />
            </li>
          ) : (
            <Line
              key={key}
              line={line}
              isNumeric={sort !== 'party'}
              onShowPage={onShowPage}
              onEdit={() => setEdited(key)}
              onRemove={line.isFixed === true ? undefined : () => edits.remove(line)}
            />
          ),
        )}
      </ul>
      {byKey.size > SHOWN_AT_FIRST ? (
        <Button variant="subtle" size="compact-xs" ml={-8} onClick={() => setAll(!all)}>
          {all ? t('uiDocuments.showLess') : t('uiDocuments.showAll', { count: byKey.size })}
        </Button>
      ) : null}
      {isAdding ? (
        <div style={{ marginTop: lines.length === 0 ? 0 : 4 }}>
          <FindingForm
            sort={sort}
            roles={roles}
            start={{ role: roles[0] ?? 'other', text: '', currency: '' }}
            label={t(`uiDocuments.addFinding_${sort}`)}
            onCancel={() => onAdding(false)}
            onSave={(draft) => {
              onAdding(false);
              edits.add(draft);
            }}
          />
        </div>
      ) : null}
    </FactSection>
  );
}

function Line({
  line,
  isNumeric,
  onShowPage,
  onEdit,
  onRemove,
}: {
  readonly line: FindingLine;
  readonly isNumeric: boolean;
  readonly onShowPage: (page: number) => void;
  readonly onEdit: () => void;
  readonly onRemove: (() => void) | undefined;
}) {
  const { t, reason } = useWords();
  const { page } = line;
  const name = t(`uiDocuments.role_${line.role}`);
  return (
    <li>
      <span className="cb-quiet cb-truncate" title={name}>
        {name}
      </span>
      <span
        style={{ overflowWrap: 'anywhere', ...(isNumeric ? { fontVariantNumeric: 'tabular-nums' } : {}) }}
      >
        {line.shown}
      </span>
      {line.reason === undefined ? (
        <span />
      ) : (
        <Tooltip label={reason(line.reason)} multiline maw={300} events={TIP_EVENTS}>
          <button
            type="button"
            className="cb-place"
            aria-label={`${t('uiDocuments.why')}: ${reason(line.reason)}`}
            onClick={() => {
              if (page !== undefined) onShowPage(page);
            }}
          >
            {page === undefined ? (
              <IconInfoCircle size={13} stroke={1.6} aria-hidden />
            ) : (
              t('uiDocuments.onPage', { page })
            )}
          </button>
        </Tooltip>
      )}
      <span className="cb-on-hover" style={{ display: 'flex', width: 36 }}>
        <ActionIcon
          size="xs"
          aria-label={t('uiDocuments.editFinding', { value: line.shown })}
          onClick={onEdit}
        >
          <IconPencil size={12} />
        </ActionIcon>
        {onRemove === undefined ? null : (
          <ActionIcon
            size="xs"
            aria-label={t('uiDocuments.removeFinding', { value: line.shown })}
            onClick={onRemove}
          >
            <IconX size={12} />
          </ActionIcon>
        )}
      </span>
    </li>
  );
}
