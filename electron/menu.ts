// What stands in the application menu, in the person's language, on each system?
import type { MenuItemConstructorOptions } from 'electron';
import type { DesktopCommand } from '../src/api/http/desktop-bridge.ts';
import type { Language } from '../src/domain/errors.ts';
import { type HostTextKey, readHostText } from '../src/i18n/host-texts.ts';

export interface MenuOptions {
  readonly appName: string;
  readonly language: Language;
  readonly platform: NodeJS.Platform;
  readonly devToolsAllowed: boolean;
  /** What a chosen entry does. */
  readonly runCommand: (command: DesktopCommand) => void;
}

type Item = MenuItemConstructorOptions;

/** Every label is ours: Electron's own role labels would follow the system's language instead of the setting. */
export function buildMenuTemplate(options: MenuOptions): Item[] {
  const say = (key: HostTextKey): string => readHostText(options.language, key, { app: options.appName });
  const role = (name: NonNullable<Item['role']>, key: HostTextKey): Item => ({ role: name, label: say(key) });
  const command = (name: DesktopCommand, key: HostTextKey, accelerator?: string): Item => ({
    id: name,
    label: say(key),
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => options.runCommand(name),
  });
  const line: Item = { type: 'separator' };
  const isMac = options.platform === 'darwin';
  const settings = command('settings', 'menu.settings', 'CmdOrCtrl+,');

  const appMenu: Item = {
    label: options.appName,
    submenu: [
      role('about', 'menu.about'),
      line,
      settings,
      line,
      role('services', 'menu.services'),
      line,
      role('hide', 'menu.hide'),
      role('hideOthers', 'menu.hideOthers'),
      role('unhide', 'menu.showAll'),
      line,
      role('quit', 'menu.quit'),
    ],
  };
  const file: Item = {
    label: say('menu.file'),
    submenu: [
      command('add-folder', 'menu.addFolder', 'CmdOrCtrl+Shift+O'),
      command('import-files', 'menu.importFiles', 'CmdOrCtrl+O'),
      line,
      command('new-case', 'menu.newCase', 'CmdOrCtrl+N'),
      command('week-close', 'menu.weekClose'),
      line,
      ...(isMac ? [] : [settings, line]),
      role('close', 'menu.closeWindow'),
      ...(isMac ? [] : [role('quit', 'menu.quit')]),
    ],
  };
  const edit: Item = {
    label: say('menu.edit'),
    submenu: [
      role('undo', 'menu.undo'),
      role('redo', 'menu.redo'),
      line,
      role('cut', 'menu.cut'),
      role('copy', 'menu.copy'),
      role('paste', 'menu.paste'),
      role('selectAll', 'menu.selectAll'),
      line,
      command('search', 'menu.find', 'CmdOrCtrl+F'),
    ],
  };
  const view: Item = {
    label: say('menu.view'),
    submenu: [
      role('reload', 'menu.reload'),
      ...(options.devToolsAllowed ? [role('toggleDevTools', 'menu.developerTools')] : []),
      line,
      role('zoomIn', 'menu.zoomIn'),
      role('zoomOut', 'menu.zoomOut'),
      role('resetZoom', 'menu.zoomReset'),
      line,
      role('togglefullscreen', 'menu.fullScreen'),
    ],
  };
  const windowMenu: Item = {
    label: say('menu.window'),
    submenu: [
      role('minimize', 'menu.minimise'),
      ...(isMac ? [role('zoom', 'menu.zoom'), line, role('front', 'menu.bringAllToFront')] : []),
    ],
  };
  const help: Item = {
    label: say('menu.help'),
    submenu: [
      command('guide', 'menu.guide', 'F1'),
      command('archive-health', 'menu.archiveHealth'),
      ...(isMac ? [] : [line, role('about', 'menu.about')]),
    ],
  };
  return [...(isMac ? [appMenu] : []), file, edit, view, windowMenu, help];
}
