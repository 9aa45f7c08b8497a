// Which files are in the pack's upload folder, with which hashes, and what changed since the edition before?
import { Button } from '@mantine/core';
import { IconCheck, IconChevronDown, IconChevronRight, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PROFILE_BY_SLUG } from '../../../domain/problems/attachment-profiles.ts';
import type { PackRow } from '../../../engine/packs/pack-records.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords, type Words } from '../../app/words.ts';

/** Lines to paste into a form or a mail: name, tab, hash. */
function listFiles(pack: PackRow): string {
  return pack.result.exhibits.map((one) => `${one.file.replace(/^upload\//, '')}\t${one.sha256}`).join('\n');
}

export function PackFiles({ pack }: { readonly pack: PackRow }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const Arrow = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div style={{ marginTop: 8 }}>
      <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<Arrow size={15} />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t('uiPacks.files', { count: pack.result.exhibits.length })}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={isCopied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          onClick={() => {
            void navigator.clipboard.writeText(listFiles(pack)).then(() => {
              setCopied(true);
              setTimeout(() => setCopied(false), 1_500);
            });
          }}
        >
          {t(isCopied ? 'uiPacks.filesCopied' : 'uiPacks.copyFiles')}
        </Button>
      </div>
      {isOpen ? (
        <div className="cb-pack-files">
          {pack.result.exhibits.map((one) => (
            <div key={one.file}>
              <span className="cb-mono cb-truncate" title={one.file}>
                {one.file.replace(/^upload\//, '')}
              </span>
              <span className="cb-mono cb-quiet" title={one.sha256}>
                {one.sha256.slice(0, 16)}…
              </span>
              <span className="cb-quiet cb-truncate" title={one.made}>
                {one.made ?? t('uiPacks.unchanged')}
              </span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

export function PackDifference({ packId }: { readonly packId: number }) {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const found = useQuery(trpc.packs.difference.queryOptions({ id: packId }));
  if (found.data == null) return null;
  const { against, changes } = found.data;
  return (
    <div style={{ marginTop: 8, fontSize: 12.5 }}>
      <span className="cb-quiet">{t('uiPacks.changesSince', { edition: against })}</span>{' '}
      {changes.length === 0
        ? t('uiPacks.changesNone')
        : changes.map((change) => describeChange(change, t, pick)).join(t('uiPacks.semicolon'))}
    </div>
  );
}

type Change = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/** In the words of the page: no slugs, and no "14 → 14" where entries changed and their number did not. */
function describeChange({ code, params }: Change, t: Words['t'], pick: Words['pick']): string {
  const { before, after } = params;
  if (code === 'profileChanged')
    return t('uiPacks.change_profileChanged', {
      before: nameTarget(String(before), t, pick),
      after: nameTarget(String(after), t, pick),
    });
  const isSameCount = (code === 'timelineGrew' || code === 'checklistChanged') && before === after;
  return t(`uiPacks.change_${code}${isSameCount ? '_same' : ''}`, params);
}

/** "consultant att_appeal" as a person says it. */
function nameTarget(target: string, t: Words['t'], pick: Words['pick']): string {
  const [variant = '', slug = ''] = target.split(' ');
  const profile = PROFILE_BY_SLUG.get(slug);
  const name = t(`uiPacks.variant_${variant}`);
  return profile === undefined
    ? name
    : t('uiPacks.change_target', { variant: name, profile: pick(profile.name) });
}
