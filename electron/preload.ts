// Which few abilities of the shell does a page receive?
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DesktopBridge, DesktopCommand } from '../src/api/http/desktop-bridge.ts';
import { BRIDGE_NAME, CHANNELS, COMMAND_CHANNEL, COMMANDS } from './channels.ts';

const bridge: DesktopBridge = {
  pickFolder: () => ipcRenderer.invoke(CHANNELS.pickFolder),
  pickFiles: () => ipcRenderer.invoke(CHANNELS.pickFiles),
  grantDropped: (files) => {
    // Only a file that really came from disk has a path; one made by script gives ''.
    const paths = Array.from(files, (file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
    return paths.length === 0 ? Promise.resolve([]) : ipcRenderer.invoke(CHANNELS.grantPaths, paths);
  },
  revealDocument: (id) => ipcRenderer.invoke(CHANNELS.revealDocument, id),
  openDocument: (id) => ipcRenderer.invoke(CHANNELS.openDocument, id),
  revealPack: (id) => ipcRenderer.invoke(CHANNELS.revealPack, id),
  openLink: (url) =>
    navigator.userActivation.isActive ? ipcRenderer.invoke(CHANNELS.openLink, url) : Promise.resolve(false),
  onCommand: (listener) => {
    // The page never sees the event object, which would lead back to the shell.
    const forward = (_event: unknown, command: DesktopCommand): void => {
      if (COMMANDS.includes(command)) listener(command);
    };
    ipcRenderer.on(COMMAND_CHANNEL, forward);
    return () => {
      ipcRenderer.removeListener(COMMAND_CHANNEL, forward);
    };
  },
};

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);
