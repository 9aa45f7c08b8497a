// Which sentence of a host belongs to a key, in the person's language?
import { type ErrorParams, fillTemplate, type Language } from '../domain/errors.ts';
import { hosts as en } from './en/hosts.ts';
import { hosts as zhCN } from './zh-CN/hosts.ts';

export type HostTextKey = keyof typeof en;

/** The text of `key` with its `{placeholders}` filled from `params`. */
export function readHostText(language: Language, key: HostTextKey, params: ErrorParams = {}): string {
  return fillTemplate(language === 'en' ? en[key] : zhCN[key], params);
}
