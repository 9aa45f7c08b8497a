// Where in Seller Central is a problem filed, and is it about to go through the wrong door?
import { Button, Select } from '@mantine/core';
import { CHANNEL_BY_SLUG, CHANNELS } from '../../../domain/problems/channels.ts';
import { checkFiling } from '../../../domain/problems/misfile-guard.ts';
import { findCorrection } from '../../../domain/problems/problem-overrides.ts';
import type { ChannelSlug, ProblemType } from '../../../domain/problems/problem-type.ts';
import { describePath } from '../../../domain/problems/problem-types.ts';
import { useWords } from '../../app/words.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { CorrectionNote } from '../../components/correction-note.tsx';
import { Notice } from '../../components/notice.tsx';

export function FilingGuide({
  problem,
  channel,
  onChannel,
}: {
  readonly problem: ProblemType;
  readonly channel: ChannelSlug;
  readonly onChannel: (channel: ChannelSlug) => void;
}) {
  const { t, pick, reason } = useWords();
  const warning = checkFiling(problem, { channel });
  const path = pick(
    channel === problem.channels[0] ? problem.path : describePath({ ...problem, channels: [channel] }),
  );
  const corrected = findCorrection(problem, 'path') ?? findCorrection(problem, 'channel');
  return (
    <div>
      <Select
        label={t('uiCases.channel')}
        value={channel}
        onChange={(value) => {
          if (value !== null) onChannel(value as ChannelSlug);
        }}
        allowDeselect={false}
        searchable
        data={[
          {
            group: t('uiCases.channelFits'),
            items: problem.channels.map((slug) => ({ value: slug, label: nameOf(slug, pick) })),
          },
          {
            group: t('uiCases.channelOthers'),
            items: CHANNELS.filter((c) => !problem.channels.includes(c.slug)).map((c) => ({
              value: c.slug,
              label: pick(c.name),
            })),
          },
        ]}
      />
      <div className="cb-quiet" style={{ fontSize: 12, marginTop: 4 }}>
        <CopyText value={path} label={t('uiCases.channelPath')} mono={false} />
        {corrected === undefined || channel !== problem.channels[0] ? null : (
          <CorrectionNote correction={corrected} />
        )}
      </div>
      {warning === undefined ? null : (
        <Notice color="orange" mt={8} title={t('uiCases.misfileTitle')}>
          {reason(warning.reason)}
          <div style={{ marginTop: 6 }}>
            <Button size="compact-xs" variant="default" onClick={() => onChannel(warning.channel)}>
              {t('uiCases.misfileFix', { channel: nameOf(warning.channel, pick) })}
            </Button>
          </div>
        </Notice>
      )}
    </div>
  );
}

function nameOf(slug: string, pick: (name: { zh: string; en: string }) => string): string {
  const channel = CHANNEL_BY_SLUG.get(slug);
  return channel === undefined ? slug : pick(channel.name);
}
