// In which steps does the desktop app start? It knows windows, not evidence.
import { Agent } from 'node:http';
import { join } from 'node:path';
import { app, Menu, nativeTheme, protocol, session } from 'electron';
import type { DesktopCommand } from '../src/api/http/desktop-bridge.ts';
import type { Language } from '../src/domain/errors.ts';
import { answerAppRequest } from './app-requests.ts';
import type { EngineMessage } from './engine-messages.ts';
import { EngineProcess } from './engine-process.ts';
import { forkEngine } from './fork-engine.ts';
import { forwardToEngine } from './forward.ts';
import { buildMenuTemplate } from './menu.ts';
import { showNotice } from './notifications.ts';
import { installPageRequests } from './page-requests.ts';
import { createPrivateSocket } from './private-socket.ts';
import { createRestartBudget } from './restart-budget.ts';
import { APP_SCHEME, areDevToolsAllowed, SCHEME_PRIVILEGES, WINDOW_PREFERENCES } from './security.ts';
import { installSecurity } from './security-install.ts';
import { openShellLog } from './shell-log.ts';
import { createTrayIcon, type TrayIcon } from './tray.ts';
import { findMainWindow, focusWindow, openMainWindow, sendCommand } from './windows.ts';

const OUT_DIR = join(import.meta.dirname, '..', '..'); // this file is out/main/electron/main.js
const ICON_DIR = join(OUT_DIR, 'main', 'resources', 'icons');
const APP_NAME = 'Casebinder';

// 1. One instance: a second start only brings the first one to the front. Its arguments are not read.
if (!app.requestSingleInstanceLock()) app.exit(0);

// 2. Rules before anything can be loaded.
const logDir = app.getPath('logs');
const log = openShellLog(logDir);
installSecurity(log);
protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: SCHEME_PRIVILEGES }]);
app.commandLine.appendSwitch('disable-background-networking');
app.commandLine.appendSwitch('no-pings');

// 3. State that menus, tray and notices are drawn from.
const devToolsAllowed = areDevToolsAllowed(app.isPackaged, process.argv);
let language: Language = 'en';
let watchedFolders = 0;
let tray: TrayIcon | null = null;
let isQuitting = false;

// 4. The engine in its own process; every run has its own socket and secret.
const engine = new EngineProcess({
  fork: () => forkEngine(join(OUT_DIR, 'main', 'electron', 'engine-entry.js'), log),
  openSocket: () => createPrivateSocket(app.getPath('temp')),
  buildStart: (socket) => ({
    kind: 'start',
    archiveDir: process.env['CASEBINDER_ARCHIVE'],
    uiDir: join(OUT_DIR, 'renderer'),
    socketPath: socket.path,
    secret: socket.secret,
    systemLanguage: language,
  }),
  budget: createRestartBudget(),
  onMessage: receive,
  log,
  readNowMs: Date.now,
});

function receive(message: EngineMessage): void {
  if (message.kind === 'ready' || message.kind === 'language') setLanguage(message.language);
  if (message.kind === 'status') {
    watchedFolders = message.folders;
    refreshTray();
  }
  if (message.kind === 'notice') showNotice(message.notice, language, showWindow);
}

function setLanguage(next: Language): void {
  language = next;
  const template = buildMenuTemplate({
    appName: APP_NAME,
    language,
    platform: process.platform,
    devToolsAllowed,
    runCommand,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  refreshTray();
}

function refreshTray(): void {
  tray?.show({ appName: APP_NAME, language, folders: watchedFolders });
}

function showWindow(): void {
  const existing = findMainWindow();
  if (existing !== undefined) focusWindow(existing);
  else {
    openMainWindow({
      preloadPath: join(OUT_DIR, 'preload', 'preload.cjs'),
      iconPath: join(ICON_DIR, 'icon.png'),
      devToolsAllowed,
      isDark: nativeTheme.shouldUseDarkColors,
      readLanguage: () => language,
      log,
    });
  }
}

function runCommand(command: DesktopCommand): void {
  showWindow();
  const window = findMainWindow();
  if (window === undefined) return;
  // A window that was just opened listens only after its page has loaded.
  if (window.webContents.isLoading())
    window.webContents.once('did-finish-load', () => sendCommand(window, command));
  else sendCommand(window, command);
}

async function start(): Promise<void> {
  await app.whenReady();

  // 5. The language of the system until the archive tells the person's choice.
  setLanguage(app.getPreferredSystemLanguages()[0]?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en');
  engine.start();

  // 6. The page's only address; each request goes to the engine.
  const agent = new Agent({ keepAlive: true });
  session.fromPartition(WINDOW_PREFERENCES.partition).protocol.handle(APP_SCHEME, (request) =>
    answerAppRequest(request, {
      engine,
      readLanguage: () => language,
      logDir,
      log,
      forward: (each, target) => forwardToEngine(each, { ...target, agent }),
    }),
  );
  installPageRequests({ engine, readLanguage: () => language, log });

  // 7. What the person sees.
  tray = createTrayIcon(join(ICON_DIR, 'tray.png'), {
    open: showWindow,
    runCommand,
    quit: () => app.quit(),
  });
  refreshTray();
  showWindow();
}

// 8. Life after start-up: watching goes on in the tray; quitting waits for the archive to close.
app.on('second-instance', showWindow);
app.on('activate', showWindow);
app.on('window-all-closed', () => {
  // Many Linux desktops show no tray icon: there an app without a window would be lost.
  if (process.platform === 'linux' || (tray === null && process.platform !== 'darwin')) app.quit();
});
app.on('before-quit', (event) => {
  if (isQuitting) return;
  isQuitting = true;
  event.preventDefault();
  void engine.stop().finally(() => app.quit());
});

start().catch((error: unknown) => {
  log(`start failed: ${error instanceof Error ? error.message : String(error)}`);
  app.exit(1);
});
