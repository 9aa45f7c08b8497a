// What can a page do on the desktop that a page in a browser can't?
import type { GrantedItem } from './shell-routes.ts';

/** What the menu, the tray or a notice asks the page to do; a closed list, never free text. */
export type DesktopCommand =
  | 'add-folder'
  | 'import-files'
  | 'new-case'
  | 'week-close'
  | 'settings'
  | 'search'
  | 'guide'
  | 'archive-health';

/**
 * `window.casebinder`, present on the desktop only. Paths never appear here: the page gets grants for what a
 * person chose, and names documents by id.
 */
export interface DesktopBridge {
  pickFolder(): Promise<GrantedItem | null>;
  pickFiles(): Promise<readonly GrantedItem[]>;
  /** For the files of a drop or paste event; made-up File objects give nothing. */
  grantDropped(files: readonly File[]): Promise<readonly GrantedItem[]>;
  /** Shows the original in the system's file manager. False when it isn't on this machine now. */
  revealDocument(id: string): Promise<boolean>;
  /** Opens the original in its usual program; a file that could run as a program is only revealed. */
  openDocument(id: string): Promise<'opened' | 'revealed' | 'missing'>;
  revealPack(id: string): Promise<boolean>;
  /** Opens an allowed web address in the system's browser; needs a click by the person. */
  openLink(url: string): Promise<boolean>;
  /** Calls `listener` for each command of the menu or tray; the result stops that. */
  onCommand(listener: (command: DesktopCommand) => void): () => void;
}
