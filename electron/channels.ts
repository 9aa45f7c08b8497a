// Over which named channels do page and shell talk, and what may be said on each?
import type { DesktopBridge, DesktopCommand } from '../src/api/http/desktop-bridge.ts';

/** Page to shell. One channel per thing that can be asked. */
export const CHANNELS = {
  pickFolder: 'casebinder:pick-folder',
  pickFiles: 'casebinder:pick-files',
  grantPaths: 'casebinder:grant-paths',
  revealDocument: 'casebinder:reveal-document',
  openDocument: 'casebinder:open-document',
  revealPack: 'casebinder:reveal-pack',
  openLink: 'casebinder:open-link',
} as const;

export type Channel = (typeof CHANNELS)[keyof typeof CHANNELS];

/** Shell to page. */
export const COMMAND_CHANNEL = 'casebinder:command';

/** The name of our one property on `window`, and the documented list of its keys (security.md 5). */
export const BRIDGE_NAME = 'casebinder';
export const BRIDGE_KEYS: readonly (keyof DesktopBridge)[] = [
  'pickFolder',
  'pickFiles',
  'grantDropped',
  'revealDocument',
  'openDocument',
  'revealPack',
  'openLink',
  'onCommand',
];

export const COMMANDS: readonly DesktopCommand[] = [
  'add-folder',
  'import-files',
  'new-case',
  'week-close',
  'settings',
  'search',
  'guide',
  'archive-health',
];
