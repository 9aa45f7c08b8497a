// Menu, tray and notices: complete in both languages, and every entry does something?
import type { EditFlags, MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../../electron/channels.ts';
import { buildContextMenu } from '../../electron/context-menu.ts';
import { buildMenuTemplate } from '../../electron/menu.ts';
import { describeNotice } from '../../electron/notifications.ts';
import { buildTrayTemplate, buildTrayTooltip } from '../../electron/tray.ts';
import { hosts as en } from '../../src/i18n/en/hosts.ts';
import { hosts as zhCN } from '../../src/i18n/zh-CN/hosts.ts';

vi.mock('electron', () => ({ Menu: {}, nativeImage: {}, Tray: class {}, Notification: class {} }));

const LANGUAGES = ['zh-CN', 'en'] as const;
const PLATFORMS = ['win32', 'darwin', 'linux'] as const;
const CHINESE = /\p{Script=Han}/u;

function flatten(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
}

describe.each(LANGUAGES)('the menu in %s', (language) => {
  describe.each(PLATFORMS)('on %s', (platform) => {
    const ran: string[] = [];
    const template = buildMenuTemplate({
      appName: 'Casebinder',
      language,
      platform,
      devToolsAllowed: false,
      runCommand: (command) => ran.push(command),
    });
    const items = flatten(template).filter((item) => item.type !== 'separator');

    it('has a filled-in label on every entry, in that language', () => {
      for (const item of items) {
        expect(item.label, JSON.stringify(item)).toBeTruthy();
        expect(item.label).not.toMatch(/[{}]/);
        if (item.label !== 'Casebinder') expect(CHINESE.test(item.label ?? '')).toBe(language === 'zh-CN');
      }
    });

    it('has no entry that does nothing, and no key twice', () => {
      for (const item of items) expect(item.role ?? item.click ?? item.submenu, item.label).toBeDefined();
      const keys = items.map((item) => item.accelerator).filter((key) => key !== undefined);
      expect(new Set(keys).size).toBe(keys.length);
    });

    it('runs only commands that the page knows', () => {
      ran.length = 0;
      for (const item of items) {
        const click = item.click as (() => void) | undefined;
        click?.();
      }
      expect(ran.length).toBeGreaterThanOrEqual(8);
      for (const command of ran) expect(COMMANDS).toContain(command);
    });

    it('security 22: offers developer tools only where allowed', () => {
      expect(items.some((item) => item.role === 'toggleDevTools')).toBe(false);
    });

    it('lets the person quit', () => expect(items.filter((item) => item.role === 'quit')).toHaveLength(1));
  });
});

describe.each(LANGUAGES)('tray and notices in %s', (language) => {
  const state = { appName: 'Casebinder', language, folders: 3 };

  it('the tray opens, searches and quits, and says how many folders are watched', () => {
    const done: string[] = [];
    const template = buildTrayTemplate(state, {
      open: () => done.push('open'),
      runCommand: (command) => done.push(command),
      quit: () => done.push('quit'),
    });
    for (const item of template) (item.click as (() => void) | undefined)?.();
    expect(done).toEqual(['open', 'search', 'quit']);
    expect(buildTrayTooltip(state)).toContain('3');
  });

  it.each([
    ['deadline', { case: 'C-0012', when: '2026-11-24', count: 1 }],
    ['overdue', { case: 'C-0012', when: '2026-11-24', count: 1 }],
    ['deadlines', { case: 'C-0012', when: '2026-11-24', count: 4 }],
    ['folder', { path: 'D:/evidence', folderId: 1 }],
    ['missing', { path: 'D:/evidence', files: 120, folderId: 1 }],
    ['pack', { case: 'C-0012' }],
  ] as const)('the %s notice has no open placeholder', (kind, params) => {
    const { title, body } = describeNotice({ kind, params }, language);
    expect(title + body).not.toMatch(/[{}]/);
    expect(CHINESE.test(title)).toBe(language === 'zh-CN');
  });
});

describe.each(LANGUAGES)('a right click in %s', (language) => {
  const editFlags: EditFlags = {
    canUndo: false,
    canRedo: false,
    canCut: true,
    canCopy: true,
    canPaste: true,
    canDelete: true,
    canSelectAll: true,
    canEditRichly: false,
  };

  it('in a field offers what the field can do', () => {
    const items = buildContextMenu({ isEditable: true, selectionText: '', editFlags }, language);
    expect(items.find((item) => item.role === 'undo')?.enabled).toBe(false);
    expect(items.find((item) => item.role === 'paste')?.enabled).toBe(true);
    expect(CHINESE.test(items[0]?.label ?? '')).toBe(language === 'zh-CN');
  });

  it('on selected text copies, elsewhere opens nothing', () => {
    const onText = buildContextMenu({ isEditable: false, selectionText: '113-1', editFlags }, language);
    expect(onText.map((item) => item.role)).toEqual(['copy']);
    expect(buildContextMenu({ isEditable: false, selectionText: ' ', editFlags }, language)).toEqual([]);
  });
});

describe('the catalogues', () => {
  it('have the same keys and placeholders in both languages', () => {
    expect(Object.keys(zhCN)).toEqual(Object.keys(en));
    const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      expect(placeholders(zhCN[key]), key).toEqual(placeholders(en[key]));
    }
  });
});
