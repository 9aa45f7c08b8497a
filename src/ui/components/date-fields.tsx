// How is a day or a moment entered, always as 2026-11-22 and in Beijing time, whatever the computer's region is?
import { DateInput, DateTimePicker } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import { BEIJING_ZONE } from '../../domain/deadlines/moment-text.ts';
import { zonedAt } from '../../domain/deadlines/zoned-day.ts';
import { useWords } from '../app/words.ts';

interface FieldProps {
  readonly label: string;
  readonly description?: string;
  readonly required?: boolean;
}

/** A day as "2026-11-22", or null. */
export function DayField({
  value,
  onChange,
  ...rest
}: FieldProps & { readonly value: string | null; readonly onChange: (day: string | null) => void }) {
  const { language, t } = useWords();
  return (
    <DateInput
      size="xs"
      value={value}
      onChange={onChange}
      valueFormat="YYYY-MM-DD"
      placeholder="2026-11-22"
      locale={language === 'en' ? 'en' : 'zh-cn'}
      clearable
      clearButtonProps={{ 'aria-label': t('uiCases.clear') }}
      {...rest}
    />
  );
}

/** The same without a visible label, for a line among others; typed or picked. */
export function DayInput({
  value,
  onChange,
  label,
  clearable,
}: {
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly label: string;
  readonly clearable: boolean;
}) {
  const { language, t } = useWords();
  return (
    <DateInput
      size="xs"
      style={{ flex: 1, minWidth: 0 }}
      value={value}
      onChange={onChange}
      valueFormat="YYYY-MM-DD"
      placeholder="2026-11-22"
      locale={language === 'en' ? 'en' : 'zh-cn'}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('uiCases.clear') }}
      aria-label={label}
      // Whoever opened the line wants to enter the day; Escape must not reach the page.
      autoFocus
    />
  );
}

const two = (value: number): string => String(value).padStart(2, '0');

/** "2026-11-22 09:05:00" in Beijing. */
export function toBeijingText(atMs: number): string {
  const local = zonedAt(atMs, BEIJING_ZONE);
  return `${local.toPlainDate().toString()} ${two(local.hour)}:${two(local.minute)}:00`;
}

/** Instant of a Beijing wall-clock text; China has no daylight saving time. */
export function fromBeijingText(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}+08:00`);
}

export function MomentField({
  value,
  onChange,
  ...rest
}: FieldProps & { readonly value: number; readonly onChange: (atMs: number) => void }) {
  const { language } = useWords();
  return (
    <DateTimePicker
      size="xs"
      value={toBeijingText(value)}
      onChange={(text) => {
        if (text !== null) onChange(fromBeijingText(text));
      }}
      valueFormat="YYYY-MM-DD HH:mm"
      locale={language === 'en' ? 'en' : 'zh-cn'}
      {...rest}
    />
  );
}
