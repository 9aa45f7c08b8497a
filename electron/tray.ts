// What does the icon beside the clock say and offer while the app watches in the background?
import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import type { DesktopCommand } from '../src/api/http/desktop-bridge.ts';
import type { Language } from '../src/domain/errors.ts';
import { readHostText } from '../src/i18n/host-texts.ts';

export interface TrayState {
  readonly appName: string;
  readonly language: Language;
  readonly folders: number;
}

export interface TrayActions {
  readonly open: () => void;
  readonly runCommand: (command: DesktopCommand) => void;
  readonly quit: () => void;
}

/** The tray's menu; pure, so that both languages can be tested without a desktop. */
export function buildTrayTemplate(state: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  const { language, appName } = state;
  return [
    { id: 'open', label: readHostText(language, 'tray.open', { app: appName }), click: actions.open },
    { id: 'search', label: readHostText(language, 'tray.search'), click: () => actions.runCommand('search') },
    { type: 'separator' },
    { id: 'quit', label: readHostText(language, 'tray.quit'), click: actions.quit },
  ];
}

export function buildTrayTooltip(state: TrayState): string {
  return readHostText(state.language, 'tray.tooltip', { app: state.appName, folders: state.folders });
}

export interface TrayIcon {
  show(state: TrayState): void;
  remove(): void;
}

/** Creates the icon; on a desktop without a tray (some Linux) Electron throws and the app goes on without. */
export function createTrayIcon(iconPath: string, actions: TrayActions): TrayIcon | null {
  const image = nativeImage.createFromPath(iconPath);
  if (image.isEmpty()) return null;
  let tray: Tray;
  try {
    tray = new Tray(process.platform === 'darwin' ? image.resize({ width: 18, height: 18 }) : image);
  } catch {
    return null;
  }
  tray.on('click', actions.open);
  return {
    show: (state) => {
      tray.setToolTip(buildTrayTooltip(state));
      tray.setContextMenu(Menu.buildFromTemplate(buildTrayTemplate(state, actions)));
    },
    remove: () => tray.destroy(),
  };
}
