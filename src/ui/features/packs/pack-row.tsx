// What is in one built pack, where is it, and does every hash still hold?
import './packs.css';
import { Button } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleX,
  IconDownload,
  IconFileText,
  IconFolderOpen,
} from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CHANNEL_BY_SLUG } from '../../../domain/problems/channels.ts';
import { PROBLEM_BY_SLUG } from '../../../domain/problems/problem-types.ts';
import type { PackRow as Pack } from '../../../engine/packs/pack-records.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { desktop } from '../../components/desktop.ts';
import { formatSize } from '../../components/format-size.ts';
import { formatMoment } from '../../components/format-time.ts';
import { tellError } from '../../components/tell-error.ts';
import { ToneBadge } from '../../components/tone-badge.tsx';
import { PackDifference, PackFiles } from './pack-files.tsx';
import { Violations } from './violations.tsx';

export function PackRow({ packId, showCase }: { readonly packId: number; readonly showCase: boolean }) {
  const trpc = useTRPC();
  const packs = useQuery(trpc.packs.list.queryOptions());
  const pack = packs.data?.find((row) => row.id === packId);
  return pack === undefined ? null : <PackFacts pack={pack} showCase={showCase} />;
}

function PackFacts({ pack, showCase }: { readonly pack: Pack; readonly showCase: boolean }) {
  const { t, pick, kind } = useWords();
  const channel = CHANNEL_BY_SLUG.get(pack.channel);
  const problem = PROBLEM_BY_SLUG.get(pack.problem);
  const title = showCase
    ? `${pack.caseNumber} · ${problem === undefined ? pack.caseTitle : pick(problem.name)}`
    : t('uiPacks.edition', { edition: pack.edition });
  return (
    <section className="cb-card" aria-label={title}>
      <div style={{ display: 'flex', gap: 10, alignItems: 'center', flexWrap: 'wrap' }}>
        {showCase ? (
          <Link
            to="/cases/$caseNumber"
            params={{ caseNumber: pack.caseNumber }}
            search={{ tab: 'packs' }}
            className="cb-link"
            style={{ fontWeight: 600 }}
          >
            {title}
          </Link>
        ) : (
          <strong>{title}</strong>
        )}
        {showCase ? (
          <span className="cb-quiet">{t('uiPacks.edition', { edition: pack.edition })}</span>
        ) : null}
        <ToneBadge>{t(`uiPacks.variant_${pack.variant}`)}</ToneBadge>
        {channel === undefined ? null : <ToneBadge color="gray">{pick(channel.name)}</ToneBadge>}
        {pack.sentAtMs === null ? null : (
          <ToneBadge color="teal">{t('uiPacks.sent', { at: formatMoment(pack.sentAtMs) })}</ToneBadge>
        )}
        {pack.present ? null : <ToneBadge color="red">{t('uiPacks.gone')}</ToneBadge>}
        <div style={{ flex: 1 }} />
        <span className="cb-quiet" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {formatMoment(pack.builtAtMs)}
        </span>
      </div>
      <div className="cb-quiet" style={{ marginTop: 5 }}>
        {t('uiPacks.extent', {
          exhibits: pack.result.exhibits.length,
          pages: pack.result.indexPages,
          size: formatSize(pack.payloadBytes),
        })}
        {pack.result.missing.length === 0
          ? ''
          : ` · ${t('uiPacks.missing', { kinds: pack.result.missing.map((slug) => kind(slug)).join(t('uiCases.comma')) })}`}
      </div>
      <Violations violations={pack.result.violations} />
      <div
        style={{
          display: 'grid',
          gridTemplateColumns: '100px minmax(0, 1fr)',
          gap: '2px 10px',
          marginTop: 8,
          fontSize: 12.5,
          alignItems: 'center',
        }}
      >
        <span className="cb-quiet">{t('uiPacks.folder')}</span>
        <CopyText value={pack.folder} label={t('uiPacks.folder')} />
        <span className="cb-quiet">{t('uiPacks.manifest')}</span>
        <CopyText value={pack.manifestSha256} label={t('uiPacks.manifest')} />
      </div>
      {pack.variant !== 'amazon' ? null : pack.result.truth === undefined ? (
        <div className="cb-quiet" style={{ marginTop: 6 }}>
          {t('uiPacks.truthOpen')}
        </div>
      ) : (
        <div className="cb-quiet" style={{ marginTop: 6 }}>
          {t('uiPacks.truthConfirmed', {
            by: pack.result.truth.by,
            at: formatMoment(pack.result.truth.atMs),
          })}
        </div>
      )}
      <PackDifference packId={pack.id} />
      <PackFiles pack={pack} />
      {(pack.result.volumes ?? []).map((volume) => (
        <div key={volume.folder} style={{ marginTop: 4, fontSize: 12.5 }}>
          <CopyText value={volume.folder} label={t('uiPacks.volume')} />
        </div>
      ))}
      {pack.present ? <PackActions pack={pack} /> : <p className="cb-quiet">{t('uiPacks.goneHint')}</p>}
    </section>
  );
}

function PackActions({ pack }: { readonly pack: Pack }) {
  const { t, reason } = useWords();
  const trpc = useTRPC();
  const verify = useMutation(trpc.packs.verify.mutationOptions({ onError: (error) => tellError(error, t) }));
  const result = verify.data;
  return (
    <>
      <div style={{ display: 'flex', gap: 8, alignItems: 'center', marginTop: 10, flexWrap: 'wrap' }}>
        <Button
          component="a"
          href={`/api/packs/${pack.id}/index.pdf`}
          target="_blank"
          rel="noopener"
          leftSection={<IconFileText size={15} stroke={1.6} />}
        >
          {t('uiPacks.openIndex')}
        </Button>
        {pack.zip === null ? null : (
          <Button
            component="a"
            variant="default"
            href={`/api/packs/${pack.id}/zip`}
            download
            leftSection={<IconDownload size={15} stroke={1.6} />}
          >
            {t('uiPacks.downloadZip')}
          </Button>
        )}
        {desktop === undefined ? null : (
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={15} stroke={1.6} />}
            onClick={() => void desktop?.revealPack(String(pack.id))}
          >
            {t('uiPacks.openFolder')}
          </Button>
        )}
        <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate({ id: pack.id })}>
          {t('uiPacks.verify')}
        </Button>
        <span aria-live="polite" style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}>
          {result === undefined ? (
            pack.verifiedAtMs === null ? null : (
              <span className="cb-quiet">
                {t('uiPacks.verifiedAt', { at: formatMoment(pack.verifiedAtMs) })}
              </span>
            )
          ) : result.ok ? (
            <>
              <IconCircleCheck size={16} color="var(--cb-have)" />
              <span style={{ color: 'var(--cb-have)' }}>
                {t('uiPacks.verifyOk', { count: result.checked })}
              </span>
            </>
          ) : (
            <>
              <IconCircleX size={16} color="var(--cb-missing)" />
              <span style={{ color: 'var(--cb-missing)' }}>
                {t('uiPacks.verifyBad', { count: result.problems.length })}
              </span>
            </>
          )}
        </span>
      </div>
      {result === undefined || result.ok
        ? null
        : result.problems.slice(0, 20).map((problem) => (
            <div key={`${problem.code}-${problem.path}`} style={{ marginTop: 4 }}>
              <span className="cb-mono">{problem.path}</span>{' '}
              {reason({ code: `verify${problem.code}`, params: problem.params })}
            </div>
          ))}
      {pack.result.exhibits.some((e) => e.slip !== undefined) ? (
        <div className="cb-quiet" style={{ marginTop: 6 }}>
          {t('uiPacks.slips', {
            labels: pack.result.exhibits
              .filter((e) => e.slip !== undefined)
              .map((e) => e.label)
              .join(t('uiCases.comma')),
          })}
        </div>
      ) : null}
    </>
  );
}
