// What happens when the page asks the shell for something only the shell can do?
import { BrowserWindow, dialog, type IpcMainInvokeEvent, shell } from 'electron';
import { z } from 'zod';
import type { Language } from '../src/domain/errors.ts';
import { readHostText } from '../src/i18n/host-texts.ts';
import { CHANNELS } from './channels.ts';
import type { EngineProcess } from './engine-process.ts';
import type { ForwardTarget } from './forward.ts';
import { isLinkAllowed, isOpenable } from './security.ts';
import { handleFromPage } from './security-install.ts';
import { locate, requestGrants } from './shell-calls.ts';

export interface PageRequestOptions {
  readonly engine: EngineProcess;
  readonly readLanguage: () => Language;
  readonly log: (message: string) => void;
}

const ID = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/);
const PATHS = z.array(z.string().min(1).max(32_767)).min(1).max(10_000);

/** Answers every channel of channels.ts. Arguments are validated here; the sender was judged before. */
export function installPageRequests(options: PageRequestOptions): void {
  const { log } = options;
  const readTarget = async (): Promise<ForwardTarget> => {
    const state = await options.engine.readState();
    if (state.kind === 'failed') throw new Error('The engine is not running');
    return state;
  };
  const pick = async (event: IpcMainInvokeEvent, kind: 'folder' | 'files'): Promise<string[]> => {
    const language = options.readLanguage();
    const dialogOptions: Electron.OpenDialogOptions = {
      title: readHostText(language, kind === 'folder' ? 'dialog.pickFolder' : 'dialog.pickFiles'),
      buttonLabel: readHostText(language, 'dialog.choose'),
      properties: kind === 'folder' ? ['openDirectory', 'createDirectory'] : ['openFile', 'multiSelections'],
    };
    const owner = BrowserWindow.fromWebContents(event.sender);
    const result = owner
      ? await dialog.showOpenDialog(owner, dialogOptions)
      : await dialog.showOpenDialog(dialogOptions);
    return result.canceled ? [] : result.filePaths;
  };
  const reveal = async (noun: 'documents' | 'packs', id: unknown): Promise<boolean> => {
    const path = await locate(await readTarget(), noun, ID.parse(id));
    if (path === null) return false;
    shell.showItemInFolder(path);
    return true;
  };

  handleFromPage(
    CHANNELS.pickFolder,
    async (_argument, event) => {
      const paths = await pick(event, 'folder');
      return paths.length === 0
        ? null
        : ((await requestGrants(await readTarget(), paths, 'picked'))[0] ?? null);
    },
    log,
  );
  handleFromPage(
    CHANNELS.pickFiles,
    async (_argument, event) => {
      const paths = await pick(event, 'files');
      return paths.length === 0 ? [] : requestGrants(await readTarget(), paths, 'picked');
    },
    log,
  );
  handleFromPage(
    CHANNELS.grantPaths,
    async (paths) => requestGrants(await readTarget(), PATHS.parse(paths), 'dropped'),
    log,
  );
  handleFromPage(CHANNELS.revealDocument, (id) => reveal('documents', id), log);
  handleFromPage(CHANNELS.revealPack, (id) => reveal('packs', id), log);
  handleFromPage(
    CHANNELS.openDocument,
    async (id) => {
      const path = await locate(await readTarget(), 'documents', ID.parse(id));
      if (path === null) return 'missing';
      if (isOpenable(path) && (await shell.openPath(path)) === '') return 'opened';
      shell.showItemInFolder(path);
      return 'revealed';
    },
    log,
  );
  handleFromPage(
    CHANNELS.openLink,
    async (url) => {
      if (typeof url !== 'string' || !isLinkAllowed(url)) return false;
      await shell.openExternal(url);
      return true;
    },
    log,
  );
}
