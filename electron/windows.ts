// How does a window of the app come to be? The only place that constructs one (security.md 1).
import { BrowserWindow } from 'electron';
import type { DesktopCommand } from '../src/api/http/desktop-bridge.ts';
import { COMMAND_CHANNEL } from './channels.ts';
import { APP_URL, WINDOW_PREFERENCES } from './security.ts';

export interface WindowOptions {
  readonly preloadPath: string;
  readonly iconPath?: string;
  readonly devToolsAllowed: boolean;
  readonly isDark: boolean;
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
