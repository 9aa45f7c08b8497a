// For whom and through which channel is a pack built, what would be objected to, and how far is it?
import './packs.css';
import { Button, Checkbox, SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CHANNEL_BY_SLUG, CHANNELS } from '../../../domain/problems/channels.ts';
import type { CaseDetail, CaseExhibit } from '../../../engine/cases/case-view.ts';
import type { PackFix, PackVariant } from '../../../engine/packs/pack-plan.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import type { GrantedFolder } from '../../components/folder-browser.tsx';
import { formatSize } from '../../components/format-size.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { Notice } from '../../components/notice.tsx';
import { tellError } from '../../components/tell-error.ts';
import { CoverEditor } from '../redaction/cover-editor.tsx';
import { BookPreview } from './book-preview.tsx';
import { OutFolder } from './out-folder.tsx';
import { nameExhibitFor, PackExhibits } from './pack-exhibits.tsx';
import { PackRow } from './pack-row.tsx';
import { type Truth, TruthBox } from './truth-box.tsx';
import { Violations } from './violations.tsx';

/** What a stick (FAT32), a mail provider's drive or a DVD takes. */
const VOLUMES_MB = [0, 700, 2_000, 4_000, 10_000] as const;

const VARIANTS: readonly PackVariant[] = ['amazon', 'consultant', 'internal'];

export function BuildPack({
  detail,
  onClose,
}: {
  readonly detail: CaseDetail;
  readonly onClose: () => void;
}) {
  const { t, pick, kind } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [channel, setChannel] = useState(detail.channel);
  const [variant, setVariant] = useState<PackVariant>('amazon');
  const [recipient, setRecipient] = useState('');
  const [zip, setZip] = useState(true);
  const [volumeMb, setVolumeMb] = useState(0);
  const [mayShrink, setMayShrink] = useState(false);
  /** By exhibit, not by label: the order may change meanwhile. */
  const [included, setIncluded] = useState<ReadonlySet<number>>(new Set());
  const [coverWords, setCoverWords] = useState('');
  const [truth, setTruth] = useState<Truth>({ by: '', isConfirmed: false });
  const [covering, setCovering] = useState<CaseExhibit | null>(null);
  const [previewId, setPreviewId] = useState<number | null>(null);
  const [jobId, setJobId] = useState<number | null>(null);
  const [isDone, setDone] = useState(false);
  const [outFolder, setOutFolder] = useState<GrantedFolder | null>(null);
  const fixes: PackFix[] = [
    'convert_images',
    'convert_jpeg',
    'split',
    ...(mayShrink ? (['downscale'] as const) : []),
  ];
  const words = coverWords
    .split(/[,，;；]/)
    .map((word) => word.trim())
    .filter((word) => word.length >= 2);
  const asked = {
    case: detail.number,
    channel,
    variant,
    zip,
    fixes,
    includeSensitive: detail.exhibits.filter((one) => included.has(one.id)).map((one) => one.label),
    ...(volumeMb === 0 ? {} : { volumeBytes: volumeMb * 1_000_000 }),
    ...(variant === 'consultant' && recipient.trim() !== '' ? { recipient: recipient.trim() } : {}),
    ...(variant === 'consultant' && words.length > 0 ? { coverWords: words } : {}),
  };
  const isTrue = truth.isConfirmed && truth.by.trim() !== '';
  const input =
    variant === 'amazon' && isTrue
      ? { ...asked, truth: { by: truth.by.trim(), words: t('uiPacks.truthWords') } }
      : asked;
  const check = useQuery({ ...trpc.packs.check.queryOptions(asked), staleTime: 0 });
  const preview = useMutation(
    trpc.packs.preview.mutationOptions({
      onSuccess: (started) => setPreviewId(started.jobId),
      onError: (error) => tellError(error, t),
    }),
  );
  const build = useMutation(
    trpc.packs.build.mutationOptions({
      onSuccess: (started) => {
        setDone(false);
        setJobId(started.jobId);
      },
      onError: (error) => tellError(error, t),
      // What was picked is good for one build.
      onSettled: () => setOutFolder(null),
    }),
  );
  const job = useQuery({ ...trpc.jobs.get.queryOptions({ id: jobId ?? 1 }), enabled: jobId !== null });
  const packId =
    isDone && typeof job.data?.result?.['packId'] === 'number' ? job.data.result['packId'] : null;
  const isBuilding = jobId !== null && !isDone;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('uiPacks.buildTitle', { case: detail.number })}
      size={780}
      // Escape closes what lies on top, not what lies below it.
      closeOnEscape={covering === null && previewId === null}
    >
      {packId === null ? (
        <div style={{ display: 'flex', flexDirection: 'column', gap: 12 }}>
          <div>
            <SegmentedControl
              aria-label={t('uiPacks.variant')}
              value={variant}
              onChange={(value) => setVariant(value as PackVariant)}
              data={VARIANTS.map((value) => ({ value, label: t(`uiPacks.variant_${value}`) }))}
              disabled={isBuilding}
            />
            <div className="cb-quiet" style={{ fontSize: 12, marginTop: 5 }}>
              {t(`uiPacks.variantHint_${variant}`)}
            </div>
          </div>
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12, alignItems: 'end' }}>
            <Select
              label={t('uiCases.channel')}
              value={channel}
              onChange={(value) => value !== null && setChannel(value)}
              allowDeselect={false}
              searchable
              disabled={isBuilding}
              data={[
                ...new Set([...detail.problemType.channels, detail.channel, ...CHANNELS.map((c) => c.slug)]),
              ].map((slug) => {
                const known = CHANNEL_BY_SLUG.get(slug);
                return { value: slug, label: known === undefined ? slug : pick(known.name) };
              })}
            />
            {variant === 'consultant' ? (
              <TextInput
                label={t('uiPacks.recipient')}
                value={recipient}
                onChange={(event) => setRecipient(event.currentTarget.value)}
                disabled={isBuilding}
              />
            ) : null}
          </div>
          {variant === 'consultant' ? (
            <TextInput
              label={t('uiPacks.coverWords')}
              placeholder={t('uiPacks.coverWordsHint')}
              value={coverWords}
              onChange={(event) => setCoverWords(event.currentTarget.value)}
              disabled={isBuilding}
            />
          ) : null}
          <PackExhibits
            detail={detail}
            variant={variant}
            included={included}
            onInclude={(id, isIncluded) =>
              setIncluded((before) => {
                const next = new Set(before);
                if (isIncluded) next.add(id);
                else next.delete(id);
                return next;
              })
            }
            onCover={setCovering}
            disabled={isBuilding}
          />
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12, alignItems: 'center' }}>
            <Select
              label={t('uiPacks.volumes')}
              value={String(volumeMb)}
              onChange={(value) => setVolumeMb(Number(value ?? 0))}
              allowDeselect={false}
              disabled={isBuilding}
              data={VOLUMES_MB.map((size) => ({
                value: String(size),
                label:
                  size === 0
                    ? t('uiPacks.volumeOne')
                    : t('uiPacks.volumeOf', { size: formatSize(size * 1_000_000) }),
              }))}
            />
            <div style={{ display: 'grid', gap: 8, paddingTop: 18 }}>
              <Switch
                label={t('uiPacks.zip')}
                checked={zip}
                onChange={(event) => setZip(event.currentTarget.checked)}
                disabled={isBuilding}
              />
              {check.data?.violations.some((one) => one.fix === 'downscale') === true ? (
                <Checkbox
                  label={t('uiPacks.mayShrink')}
                  checked={mayShrink}
                  onChange={(event) => setMayShrink(event.currentTarget.checked)}
                  disabled={isBuilding}
                />
              ) : null}
            </div>
          </div>
          <OutFolder folder={outFolder} onChange={setOutFolder} disabled={isBuilding} />
          {check.isError ? (
            <ErrorNote error={check.error} />
          ) : check.data === undefined ? (
            <div className="cb-quiet" style={{ minHeight: 60 }} />
          ) : (
            <div style={{ minHeight: 60 }}>
              <div>{t('uiPacks.checkExhibits', { count: check.data.exhibits })}</div>
              {check.data.missing.length === 0 ? null : (
                <Notice color="orange" mt={8} title={t('uiPacks.checkMissing')}>
                  {check.data.missing.map((slug) => kind(slug)).join(t('uiCases.comma'))}
                  <div className="cb-quiet" style={{ marginTop: 3 }}>
                    {t('uiPacks.checkMissingHint')}
                  </div>
                </Notice>
              )}
              <Violations violations={check.data.violations} />
            </div>
          )}
          {variant === 'amazon' ? <TruthBox truth={truth} onChange={setTruth} disabled={isBuilding} /> : null}
          {jobId === null ? null : (
            <JobProgress
              key={jobId}
              jobId={jobId}
              onEnd={(state) => {
                if (state !== 'done') return;
                void queries.invalidateQueries({ queryKey: trpc.packs.pathKey() });
                setDone(true);
              }}
            />
          )}
          <div className="cb-pack-foot">
            <Button
              variant="default"
              leftSection={<IconEye size={15} stroke={1.6} />}
              loading={preview.isPending}
              disabled={isBuilding}
              onClick={() => preview.mutate(asked)}
              style={{ marginRight: 'auto' }}
            >
              {t('uiPacks.preview')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t(isBuilding ? 'uiPacks.goOnInBackground' : 'uiCases.cancel')}
            </Button>
            <Button
              loading={build.isPending || (isBuilding && job.data?.state === 'running')}
              disabled={variant === 'amazon' && !isTrue}
              onClick={() =>
                build.mutate(outFolder === null ? input : { ...input, outGrant: outFolder.grant })
              }
            >
              {t('uiPacks.build')}
            </Button>
          </div>
        </div>
      ) : (
        <div>
          <PackRow packId={packId} showCase={false} />
          <div style={{ display: 'flex', justifyContent: 'flex-end' }}>
            <Button variant="default" onClick={onClose}>
              {t('uiPacks.close')}
            </Button>
          </div>
        </div>
      )}
      {covering === null ? null : (
        <CoverEditor
          documentId={covering.document.id}
          title={`${covering.label} ${nameExhibitFor(covering)}`}
          onClose={() => {
            setCovering(null);
            void check.refetch();
          }}
        />
      )}
      {previewId === null ? null : (
        <BookPreview key={previewId} jobId={previewId} onClose={() => setPreviewId(null)} />
      )}
    </Dialog>
  );
}
