// How did the metrics of a store move over the weeks: a small line each, with the target as a thin rule?
import { useQuery } from '@tanstack/react-query';
import { HEALTH_FIELD_BY_ID } from '../../../domain/health/health-fields.ts';
import { HEALTH_THRESHOLDS } from '../../../domain/health/health-thresholds.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';

const SHOWN_FIELDS = [
  'ahr_score',
  'odr_mfn_rate',
  'lsr_30d',
  'cr_7d',
  'vtr_30d',
  'otdr_14d',
  'idr_7d',
] as const;
const WEEKS = 26;
const WIDTH = 132;
const HEIGHT = 34;
const PAD = 3;
/** Green begins here (domain.md 5.1). */
const AHR_HEALTHY = 200;

interface Point {
  readonly week: string;
  readonly value: number;
}

export function HealthTrend({
  accountId,
  marketplace,
}: {
  readonly accountId: number;
  readonly marketplace: string;
}) {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const log = useQuery(trpc.health.list.queryOptions({ accountId, marketplace, limit: WEEKS }));
  const weeks = [...(log.data ?? [])].reverse().filter((row) => row.skippedReason === null);
  const lines = SHOWN_FIELDS.flatMap((field) => {
    const points = weeks.flatMap((row): Point[] => {
      const value = row.entry.values[field];
      return value === undefined ? [] : [{ week: row.week, value }];
    });
    return points.length < 2 ? [] : [{ field, points }];
  });
  if (lines.length === 0) return null;
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '8px 20px', width: '100%', padding: '6px 0 2px' }}>
      {lines.map(({ field, points }) => {
        const known = HEALTH_FIELD_BY_ID.get(field);
        const name = known === undefined ? field : pick(known.name);
        const last = points.at(-1)?.value ?? 0;
        const unit = known?.unit === 'percent' ? ' %' : '';
        return (
          <figure key={field} style={{ margin: 0 }}>
            <figcaption style={{ fontSize: 11.5, display: 'flex', gap: 6, width: WIDTH }}>
              <span className="cb-quiet cb-truncate" style={{ flex: 1 }} title={name}>
                {name}
              </span>
              <strong style={{ fontVariantNumeric: 'tabular-nums' }}>
                {last}
                {unit}
              </strong>
            </figcaption>
            <Line
              points={points}
              target={targetOf(field)}
              label={t('uiDesk.trendLabel', {
                field: name,
                from: `${points[0]?.value ?? ''}${unit}`,
                to: `${last}${unit}`,
                weeks: points.length,
              })}
            />
          </figure>
        );
      })}
    </div>
  );
}

function targetOf(field: string): number | undefined {
  if (field === 'ahr_score') return AHR_HEALTHY;
  return HEALTH_THRESHOLDS.find((threshold) => threshold.field === field)?.target;
}

function Line({
  points,
  target,
  label,
}: {
  readonly points: readonly Point[];
  readonly target: number | undefined;
  readonly label: string;
}) {
  const values = [...points.map((point) => point.value), ...(target === undefined ? [] : [target])];
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const x = (index: number): number => PAD + (index * (WIDTH - 2 * PAD)) / Math.max(1, points.length - 1);
  const y = (value: number): number => HEIGHT - PAD - ((value - low) / span) * (HEIGHT - 2 * PAD);
  const last = points.length - 1;
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <title>{label}</title>
      {target === undefined ? null : (
        <line
          x1={0}
          x2={WIDTH}
          y1={y(target)}
          y2={y(target)}
          stroke="var(--cb-quiet)"
          strokeDasharray="2 3"
          opacity={0.6}
        />
      )}
      <polyline
        points={points.map((point, index) => `${x(index).toFixed(1)},${y(point.value).toFixed(1)}`).join(' ')}
        fill="none"
        stroke="var(--mantine-primary-color-filled)"
        strokeWidth={1.6}
        strokeLinejoin="round"
      />
      <circle
        cx={x(last)}
        cy={y(points[last]?.value ?? 0)}
        r={2.4}
        fill="var(--mantine-primary-color-filled)"
      />
    </svg>
  );
}
