// What happened to the evidence, as an unbroken chain: the newest events first?
import { Button, Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { formatSize } from '../../components/format-size.ts';
import { formatMoment } from '../../components/format-time.ts';

const PAGE = 50;

export function CustodyList() {
  const { t } = useWords();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const events = useInfiniteQuery({
    // Below the archive's own key, so that it is refreshed with it.
    queryKey: [...trpc.archive.pathKey(), 'custody-list'],
    queryFn: ({ pageParam, signal }) =>
      client.archive.custody.query(
        { limit: PAGE, ...(pageParam === undefined ? {} : { before: pageParam }) },
        { signal },
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.sequence),
    placeholderData: undefined,
  });
  const rows = events.data?.pages.flat() ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('uiArchive.custody')}>
      <h2 style={{ fontSize: 13, fontWeight: 600, margin: '22px 0 2px' }}>{t('uiArchive.custody')}</h2>
      <p className="cb-quiet" style={{ margin: '0 0 8px' }}>
        {t('uiArchive.custodyHint')}
      </p>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={64}>#</Table.Th>
            <Table.Th w={140}>{t('uiArchive.when')}</Table.Th>
            <Table.Th w={150}>{t('uiArchive.what')}</Table.Th>
            <Table.Th>{t('uiArchive.details')}</Table.Th>
            <Table.Th w={190}>{t('uiArchive.chainHash')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.sequence}>
              <Table.Td className="cb-mono">{row.sequence}</Table.Td>
              <Table.Td style={{ fontVariantNumeric: 'tabular-nums' }}>{formatMoment(row.atMs)}</Table.Td>
              <Table.Td>{nameEvent(row.event, t)}</Table.Td>
              <Table.Td style={{ maxWidth: 0 }}>
                <div className="cb-truncate cb-quiet" title={row.data}>
                  {tellData(row.data)}
                </div>
              </Table.Td>
              <Table.Td>
                <CopyText
                  value={row.hash}
                  shown={`${row.hash.slice(0, 16)}…`}
                  label={t('uiArchive.chainHash')}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {events.hasNextPage ? (
        <Button
          variant="default"
          mt={10}
          loading={events.isFetchingNextPage}
          onClick={() => void events.fetchNextPage()}
        >
          {t('uiArchive.showMore')}
        </Button>
      ) : null}
    </section>
  );
}

function nameEvent(event: string, t: (key: string) => string): string {
  const known = t(`uiArchive.custody_${event}`);
  return known === `uiArchive.custody_${event}` ? event : known;
}

/** "case C-0001 · edition 2": the values that a person recognises; hashes stay in the tooltip. */
function tellData(text: string): string {
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data !== 'object' || data === null) return text;
    return Object.entries(data)
      .filter(
        ([, value]) =>
          (typeof value === 'string' && value.length < 200 && !/^[0-9a-f]{64}$/.test(value)) ||
          typeof value === 'number',
      )
      .map(([key, value]) => (key.endsWith('Bytes') ? formatSize(Number(value)) : String(value)))
      .join(' · ');
  } catch {
    return text;
  }
}
