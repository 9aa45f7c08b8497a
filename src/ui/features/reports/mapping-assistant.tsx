// Which column of an unknown report is which? Asked once per header; the same header is known next time.
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { ColumnMapping } from '../../../domain/reports/detect-report.ts';
import { REPORT_ROLES } from '../../../domain/reports/report-layouts.ts';
import type { ReportPreview } from '../../../engine/reports/preview-report.ts';
import { useWords } from '../../app/words.ts';
import { Dialog } from '../../components/dialog.tsx';

const SHOWN_COLUMNS = 24;

export function MappingAssistant({
  preview,
  onClose,
  onMap,
}: {
  readonly preview: ReportPreview;
  readonly onClose: () => void;
  readonly onMap: (mapping: ColumnMapping) => void;
}) {
  const { t } = useWords();
  const [mapping, setMapping] = useState<ColumnMapping>(preview.suggestions);
  const columns = [...new Set(preview.header.filter((cell) => cell.trim() !== ''))];
  const chosen = Object.fromEntries(
    Object.entries(mapping).filter(([, column]) => column !== undefined && column !== ''),
  ) as ColumnMapping;
  return (
    <Dialog
      opened
      onClose={onClose}
      size={900}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('uiDesk.mapTitle', { file: preview.file })}
    >
      <p style={{ margin: '0 0 12px', lineHeight: 1.6 }}>{t('uiDesk.mapText')}</p>
      <div
        style={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: '10px 12px', marginBottom: 14 }}
      >
        {REPORT_ROLES.map((role) => (
          <Select
            key={role}
            label={t(`uiDesk.role_${role}`)}
            value={mapping[role] ?? null}
            onChange={(column) =>
              setMapping((now) => {
                const { [role]: _gone, ...rest } = now;
                return column === null ? rest : { ...rest, [role]: column };
              })
            }
            data={columns}
            searchable
            clearable
            // Choosing what is chosen already must not take it away; the cross does that.
            allowDeselect={false}
            clearButtonProps={{ 'aria-label': t('uiCases.clear') }}
            placeholder={t('uiDesk.notInFile')}
          />
        ))}
      </div>
      <section
        className="cb-mapping-scroll"
        aria-label={t('uiDesk.firstRows')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              {preview.header.slice(0, SHOWN_COLUMNS).map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns may share a title
                <th key={index}>{cell}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.sample.slice(0, 5).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a preview never move
              <tr key={index}>
                {row.slice(0, SHOWN_COLUMNS).map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns may share a title
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 14 }}>
        <Button variant="default" onClick={onClose}>
          {t('uiDesk.dontImport')}
        </Button>
        <Button disabled={Object.keys(chosen).length === 0} onClick={() => onMap(chosen)}>
          {t('uiDesk.importMapped')}
        </Button>
      </div>
    </Dialog>
  );
}
