// What do the shell and the engine's process say to each other besides HTTP?
import type { ErrorCode, ErrorParams, Language } from '../src/domain/errors.ts';

export interface StartMessage {
  readonly kind: 'start';
  /** Undefined: the engine's own default for this user. */
  readonly archiveDir?: string;
  readonly uiDir: string;
  readonly socketPath: string;
  readonly secret: string;
  readonly systemLanguage: Language;
}

export type ShellMessage = StartMessage | { readonly kind: 'stop' };

export type NoticeKind = 'deadline' | 'overdue' | 'deadlines' | 'folder' | 'missing' | 'pack' | 'week';

export interface EngineNotice {
  readonly kind: NoticeKind;
  readonly params: ErrorParams;
}

export type EngineMessage =
  | { readonly kind: 'ready'; readonly language: Language }
  | { readonly kind: 'status'; readonly folders: number }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'notice'; readonly notice: EngineNotice }
  /** The archive can't be opened (locked, damaged, newer): starting again would fail the same way. */
  | {
      readonly kind: 'failed';
      readonly error: { readonly code: ErrorCode; readonly message: string; readonly hint: string };
    }
  | { readonly kind: 'stopped' };
