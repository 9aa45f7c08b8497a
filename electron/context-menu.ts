// What does a right click on text offer? Electron shows nothing by itself.
import type { EditFlags, MenuItemConstructorOptions } from 'electron';
import type { Language } from '../src/domain/errors.ts';
import { type HostTextKey, readHostText } from '../src/i18n/host-texts.ts';

export interface ClickedText {
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly editFlags: EditFlags;
}

/** Empty when there is nothing to do, so that no empty menu opens. */
export function buildContextMenu(clicked: ClickedText, language: Language): MenuItemConstructorOptions[] {
  const { editFlags } = clicked;
  const item = (
    role: NonNullable<MenuItemConstructorOptions['role']>,
    key: HostTextKey,
    enabled: boolean,
  ): MenuItemConstructorOptions => ({ role, label: readHostText(language, key), enabled });
  if (clicked.isEditable) {
    return [
      item('undo', 'menu.undo', editFlags.canUndo),
      item('redo', 'menu.redo', editFlags.canRedo),
      { type: 'separator' },
      item('cut', 'menu.cut', editFlags.canCut),
      item('copy', 'menu.copy', editFlags.canCopy),
      item('paste', 'menu.paste', editFlags.canPaste),
      item('selectAll', 'menu.selectAll', editFlags.canSelectAll),
    ];
  }
  return clicked.selectionText.trim() === '' ? [] : [item('copy', 'menu.copy', editFlags.canCopy)];
}
