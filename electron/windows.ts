// How does a window of the app come to be? The only place that constructs one (security.md 1).
import { BrowserWindow, Menu } from 'electron';
import type { DesktopCommand } from '../src/api/http/desktop-bridge.ts';
import type { Language } from '../src/domain/errors.ts';
import { COMMAND_CHANNEL } from './channels.ts';
import { buildContextMenu } from './context-menu.ts';
import { createRestartBudget } from './restart-budget.ts';
import { APP_URL, WINDOW_PREFERENCES } from './security.ts';

export interface WindowOptions {
  readonly preloadPath: string;
  readonly iconPath?: string;
  readonly devToolsAllowed: boolean;
  readonly isDark: boolean;
  readonly readLanguage: () => Language;
  readonly log: (message: string) => void;
}

/** Opens the window; it becomes visible with its first painted frame, so nobody sees a white flash. */
export function openMainWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1320,
    height: 860,
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: options.isDark ? '#1a1b1e' : '#ffffff',
    ...(options.iconPath === undefined ? {} : { icon: options.iconPath }),
    webPreferences: {
      ...WINDOW_PREFERENCES,
      preload: options.preloadPath,
      devTools: options.devToolsAllowed,
    },
  });
  window.webContents.on('context-menu', (_event, clicked) => {
    const template = buildContextMenu(clicked, options.readLanguage());
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
  // All state is in the archive, so a page whose process crashed is simply shown again.
  const reloads = createRestartBudget();
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    options.log(`page process gone: ${reason}`);
    if (reason === 'clean-exit' || reloads.spend(Date.now()) === null) return;
    window.webContents.reload();
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(APP_URL);
  return window;
}

export function findMainWindow(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows()[0];
}

export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Tells the page what the person chose in a menu, the tray or a notice. */
export function sendCommand(window: BrowserWindow, command: DesktopCommand): void {
  window.webContents.send(COMMAND_CHANNEL, command);
}
