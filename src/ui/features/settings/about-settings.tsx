// Which version is this, where does the archive lie and how big is it?
import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { formatSize } from '../../components/format-size.ts';

export function AboutSettings() {
  const { t } = useWords();
  const trpc = useTRPC();
  const info = useQuery(trpc.archive.info.queryOptions());
  if (info.data === undefined) return null;
  const { version, archiveDir, databaseBytes, vaultBytes, node, platform } = info.data;
  return (
    <div className="cb-wide">
      <Table variant="vertical" withRowBorders={false} layout="fixed" maw={720} className="cb-plain-table">
        <Table.Tbody>
          <Table.Tr>
            <Table.Th w={180}>Casebinder</Table.Th>
            <Table.Td>{version}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>{t('uiArchive.archivePlace')}</Table.Th>
            <Table.Td>
              <CopyText value={archiveDir} label={t('uiArchive.archivePlace')} />
            </Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>{t('uiArchive.databaseSize')}</Table.Th>
            <Table.Td>{formatSize(databaseBytes)}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>{t('uiArchive.copiesSize')}</Table.Th>
            <Table.Td>{formatSize(vaultBytes)}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>{t('uiArchive.environment')}</Table.Th>
            <Table.Td>
              Node {node} · {platform}
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <p className="cb-quiet" style={{ lineHeight: 1.7, maxWidth: 720 }}>
        {t('uiArchive.aboutText')}
      </p>
    </div>
  );
}
