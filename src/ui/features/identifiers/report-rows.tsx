// What do imported Amazon reports say about this identifier?
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
import type { IdentifierPage } from '../../../engine/store/identifier-queries.ts';
import { useWords } from '../../app/words.ts';

const SHOWN = 50;

/** Rows as they stood in the reports, grouped by report; empty columns are left out. */
export function ReportRows({ rows }: { readonly rows: IdentifierPage['reportRows'] }) {
  const { t } = useWords();
  if (rows.length === 0) return null;
  const reports = [...new Set(rows.map((row) => row.report))];
  return (
    <section>
      <h2 className="cb-group-head" style={{ marginTop: 22 }}>
        {t('uiIdentifiers.reportRows')}
      </h2>
      {reports.map((report) => {
        const own = rows.filter((row) => row.report === report).slice(0, SHOWN);
        const columns = [...new Set(own.flatMap((row) => Object.keys(row.data)))].filter((column) =>
          own.some((row) => (row.data[column] ?? '') !== ''),
        );
        return (
          <div key={report}>
            <div className="cb-quiet" style={{ fontSize: 12, margin: '6px 0 4px' }}>
              {report}
            </div>
            <section className="cb-report cb-sheet-table" tabIndex={0} aria-label={report}>
              <table>
                <tbody>
                  <tr>
                    {columns.map((column) => (
                      <td key={column}>{column}</td>
                    ))}
                  </tr>
                  {own.map((row) => (
                    <tr key={JSON.stringify(row.data)}>
                      {columns.map((column) => (
                        <td key={column} title={row.data[column]}>
                          {row.data[column]}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </div>
        );
      })}
    </section>
  );
}
