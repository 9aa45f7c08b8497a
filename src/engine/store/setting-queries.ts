// What did the people choose: language, theme, account, reminder times?
import { CasebinderError } from '../../domain/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import { setting } from './schema/weekly.ts';

/** Every setting there is, with its default; a key not listed here is an error, not silently kept (pitfalls 2.2 #6). */
export const SETTING_DEFAULTS = {
  language: 'zh-CN',
  theme: 'system',
  first_run_done: 'false',
  ocr_enabled: 'true',
  default_account: '',
  document_columns: '',
  case_view: 'table',
  reminder_weekday: '5',
  reminder_hour: '17',
  packs_folder: '',
  backup_folder: '',
  ffmpeg_path: '',
  vault_limit_gb: '50',
} as const;

export type SettingKey = keyof typeof SETTING_DEFAULTS;
export type Settings = Record<SettingKey, string>;

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTING_DEFAULTS, key);
}

export function readSettings(context: EngineContext): Settings {
  const settings: Settings = { ...SETTING_DEFAULTS };
  for (const row of context.archive.orm.select().from(setting).all()) {
    if (isSettingKey(row.key)) settings[row.key] = row.value;
  }
  return settings;
}

/** @throws CasebinderError INPUT_INVALID for a key that does not exist */
export function writeSetting(context: EngineContext, key: string, value: string): Settings {
  if (!isSettingKey(key)) throw new CasebinderError('INPUT_INVALID', { detail: `setting ${key}` });
  const changedAtMs = context.nowMs();
  context.archive.orm
    .insert(setting)
    .values({ key, value, changedAtMs })
    .onConflictDoUpdate({ target: setting.key, set: { value, changedAtMs } })
    .run();
  context.events.emit({ type: 'setting_changed', key });
  return readSettings(context);
}
