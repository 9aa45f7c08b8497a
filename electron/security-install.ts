// How is the policy of security.ts put in force on the app, on sessions, on pages and on messages?
import { app, type IpcMainInvokeEvent, ipcMain, type Session, type WebContents } from 'electron';
import type { Channel } from './channels.ts';
import {
  areDevToolsAllowed,
  isAppUrl,
  isPermissionGranted,
  isRequestAllowed,
  isTrustedSender,
} from './security.ts';

type Log = (message: string) => void;

/** Before the app is ready: sandbox for every process, and rules for every page that will ever exist. */
export function installSecurity(log: Log): void {
  app.enableSandbox();
  const devToolsAllowed = areDevToolsAllowed(app.isPackaged, process.argv);
  if (!devToolsAllowed) {
    // A debugging port would let any local program drive the page (security.md 22, 33).
    for (const name of ['remote-debugging-port', 'remote-debugging-pipe', 'js-flags']) {
      app.commandLine.removeSwitch(name);
    }
  }
  app.on('session-created', (session) => hardenSession(session, devToolsAllowed));
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, devToolsAllowed, log));
  // Client certificates and passwords of proxies: there is no network, so nobody may ask.
  app.on('login', (event, _contents, _details, _authInfo, callback) => {
    event.preventDefault();
    callback();
  });
}

function hardenSession(session: Session, devToolsAllowed: boolean): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(isPermissionGranted(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isPermissionGranted(permission, requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, callback) =>
    callback({ cancel: !isRequestAllowed(url, devToolsAllowed) }),
  );
}

function hardenContents(contents: WebContents, devToolsAllowed: boolean, log: Log): void {
  const refuseForeign = (event: { readonly url: string; preventDefault(): void }): void => {
    if (isAppUrl(event.url)) return;
    event.preventDefault();
    log(`navigation refused: ${event.url.slice(0, 200)}`);
  };
  contents.on('will-navigate', refuseForeign);
  contents.on('will-frame-navigate', refuseForeign);
  contents.on('will-redirect', refuseForeign);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  if (!devToolsAllowed) contents.on('devtools-opened', () => contents.closeDevTools());
}

/**
 * The only place that listens to pages (security.md 23). `handle` runs when the sender is the main frame of our
 * page; everything else is logged and dropped.
 */
export function handleFromPage<Result>(
  channel: Channel,
  handle: (argument: unknown, event: IpcMainInvokeEvent) => Promise<Result>,
  log: Log,
): void {
  ipcMain.handle(channel, async (event, argument: unknown) => {
    if (!isTrustedSender(event.senderFrame)) {
      log(`message refused on ${channel}`);
      throw new Error('Refused');
    }
    return handle(argument, event);
  });
}
