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
  document_snippets: 'true',
  closed_facets: '',
  case_view: 'table',
  reminder_weekday: '5',
  reminder_hour: '17',
  packs_folder: '',
  backup_folder: '',
  ffmpeg_path: '',
  vault_limit_gb: '50',
  automatic_backups: 'true',
} as const;

export type SettingKey = keyof typeof SETTING_DEFAULTS;

/** Values that are paths: a page may only set them through a grant, a program path only the command line (security.md 27). */
export const FOLDER_SETTINGS = ['packs_folder', 'backup_folder'] as const satisfies readonly SettingKey[];
const PATH_SETTINGS: ReadonlySet<SettingKey> = new Set<SettingKey>([...FOLDER_SETTINGS, 'ffmpeg_path']);
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

/** @throws CasebinderError INPUT_INVALID for a key that does not exist or that holds a path */
export function writeSetting(context: EngineContext, key: string, value: string): Settings {
  if (!isSettingKey(key) || PATH_SETTINGS.has(key))
    throw new CasebinderError('INPUT_INVALID', { detail: `setting ${key}` });
  return storeSetting(context, key, value);
}

/** Sets a folder that a person picked. */
export function writeFolderSetting(
  context: EngineContext,
  key: (typeof FOLDER_SETTINGS)[number],
  path: string,
): Settings {
  return storeSetting(context, key, path);
}

/** Sets the program that a person named on the command line; empty: whatever is on PATH. */
export function writeProgramSetting(context: EngineContext, key: 'ffmpeg_path', path: string): Settings {
  return storeSetting(context, key, path);
}

function storeSetting(context: EngineContext, key: SettingKey, value: string): Settings {
  const changedAtMs = context.nowMs();
  context.archive.orm
    .insert(setting)
    .values({ key, value, changedAtMs })
    .onConflictDoUpdate({ target: setting.key, set: { value, changedAtMs } })
    .run();
  context.events.emit({ type: 'setting_changed', key });
  return readSettings(context);
}
