// The shell's policy: what a page may navigate to, open, be permitted and say. Numbers are those of security.md.
import { describe, expect, it } from 'vitest';
import {
  areDevToolsAllowed,
  isAppUrl,
  isLinkAllowed,
  isOpenable,
  isPermissionGranted,
  isRequestAllowed,
  isTrustedSender,
  SCHEME_PRIVILEGES,
  WINDOW_PREFERENCES,
} from '../../electron/security.ts';
import { readPermissionNames } from './permission-names.ts';

describe('security 2: web preferences of every window', () => {
  it('isolate the page and switch nothing dangerous on', () => {
    expect(WINDOW_PREFERENCES).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false, // security 21
    });
    expect(Object.keys(WINDOW_PREFERENCES)).not.toContain('enableBlinkFeatures');
  });

  it('security 42: the session lives in memory only', () => {
    expect(WINDOW_PREFERENCES.partition).not.toMatch(/^persist:/);
  });
});

describe('security 7: the scheme', () => {
  it('is standard and secure, and bypasses nothing', () => {
    expect(SCHEME_PRIVILEGES).toEqual({
      standard: true,
      secure: true,
      supportFetchAPI: true,
      stream: true,
      bypassCSP: false,
      allowServiceWorkers: false,
      corsEnabled: false,
    });
  });
});

describe('security 14: navigation', () => {
  it.each(['app://app/', 'app://app/cases/12?tab=1#x', 'app://app'])('goes to %s', (url) => {
    expect(isAppUrl(url)).toBe(true);
  });

  it.each([
    'app://app.evil/',
    'app://app@evil/',
    'app://user@app/',
    'app://user:pass@app/',
    'app://app:8080/',
    'app://evil/app',
    'app:app',
    'App2://app/',
    'javascript:alert(1)',
    'data:text/html,app://app/',
    'file:///app',
    'file://app/',
    'http://app/',
    'https://app/',
    'https://app.example/app://app/',
    'about:blank',
    'blob:app://app/1',
    'chrome://settings',
    'devtools://devtools/bundled/inspector.html',
    'view-source:app://app/',
    ' app://evil/',
    '//app/',
    '',
  ])('does not go to %s', (url) => {
    expect(isAppUrl(url)).toBe(false);
  });
});

describe('security 12: requests on the network layer', () => {
  it.each(['app://app/api/trpc/x', 'blob:app://app/1', 'data:image/png;base64,AA'])('passes %s', (url) => {
    expect(isRequestAllowed(url, false)).toBe(true);
  });

  it.each([
    'http://127.0.0.1/',
    'https://amazon.com/',
    'ws://localhost/',
    'wss://x.example/',
    'file:///etc/passwd',
    'ftp://x.example/',
    'app://evil/',
    'devtools://devtools/',
    'chrome-extension://abc/',
    'not a url',
  ])('stops %s', (url) => {
    expect(isRequestAllowed(url, false)).toBe(false);
  });
});

describe('security 19: permissions', () => {
  const names = readPermissionNames();

  it('the typings were really read', () => {
    expect(names.length).toBeGreaterThan(40);
    expect(names).toEqual(
      expect.arrayContaining([
        'local-network-access',
        'loopback-network',
        'local-fonts',
        'fileSystem',
        'web-app-installation',
        'clipboard-sanitized-write',
        'fullscreen',
      ]),
    );
  });

  it.each(names)('%s', (name) => {
    const isWanted = name === 'clipboard-sanitized-write' || name === 'fullscreen';
    expect(isPermissionGranted(name, 'app://app/cases')).toBe(isWanted);
    for (const stranger of ['https://evil.example/', 'app://evil/', 'null', '']) {
      expect(isPermissionGranted(name, stranger)).toBe(false);
    }
  });
});

describe('security 16: links handed to the system', () => {
  it.each([
    'https://sellercentral.amazon.com/cu/case-dashboard/view-case?caseID=1',
    'https://sellercentral.amazon.co.jp/',
    'https://www.amazon.de/dp/B000000000',
    'https://www.ups.com/track?tracknum=1Z',
    'mailto:appeals@example.com',
    'mailto:someone@amazon.com?subject=Case%20123',
  ])('opens %s', (url) => expect(isLinkAllowed(url)).toBe(true));

  it.each([
    'http://sellercentral.amazon.com/',
    'https://amazon.com.evil.example/',
    'https://evilamazon.com/',
    'https://amazon.com@evil.example/',
    'https://user:pass@amazon.com/',
    'https://amazon.com:8443/',
    'https://evil.example/?amazon.com',
    'ms-msdt:/id PCWDiagnostic',
    'smb://server/share',
    'file:///etc/passwd',
    'file://server/share/a.exe',
    'search-ms:query=x&crumb=location:\\\\server',
    'javascript:alert(1)',
    'data:text/html,x',
    'vscode://file/x',
    'mailto:',
    'mailto:a@b@c',
    'mailto:a@b.example?attach=/etc/passwd',
    'mailto:a@b.example,c@d.example',
    `https://amazon.com/${'a'.repeat(3000)}`,
    '\\\\server\\share',
    '',
  ])('refuses %s', (url) => expect(isLinkAllowed(url)).toBe(false));
});

describe('security 17: files opened in their usual program', () => {
  it.each(['/a/发票.pdf', 'C:\\证据\\IMG_0001.JPG', '/a/report.final.xlsx', '/a/v.mp4'])('opens %s', (path) =>
    expect(isOpenable(path)).toBe(true),
  );

  it.each([
    ...(
      'exe com bat cmd ps1 vbs vbe js jse wsf wsh msi msp scr pif cpl hta lnk url reg jar app command sh bash ' +
      'desktop appimage deb rpm dmg pkg scpt workflow iso img chm gadget xll docm xlsm pptm html htm svg xhtml'
    )
      .split(' ')
      .map((extension) => `/a/invoice.pdf.${extension}`),
    '/a/invoice.pdf.EXE',
    '/a/invoice.exe.',
    '/a/invoice.exe ',
    '/a/invoice.pdf ',
    '/a/invoice\u202efdp.exe',
    '/a/invoice\u202eexe.pdf',
    'C:\\a\\invoice.pdf:stream.pdf',
    '/a/Makefile',
    '/a/.pdf/',
    '',
  ])('only reveals %s', (path) => expect(isOpenable(path)).toBe(false));
});

describe('security 24: who is listened to', () => {
  const page = { origin: 'app://app', parent: null, detached: false };

  it('the main frame of our page', () => expect(isTrustedSender(page)).toBe(true));

  it.each([
    ['nobody', null],
    ['nothing', undefined],
    ['a sub-frame', { ...page, parent: {} }],
    ['a detached frame', { ...page, detached: true }],
    ['another origin', { ...page, origin: 'https://evil.example' }],
    ['a look-alike origin', { ...page, origin: 'app://app.evil' }],
    ['an opaque origin', { ...page, origin: 'null' }],
    ['a file', { ...page, origin: 'file://' }],
  ])('not %s', (_name, frame) => expect(isTrustedSender(frame)).toBe(false));
});

describe('security 22: developer tools', () => {
  it('need an explicit flag in a packaged app', () => {
    expect(areDevToolsAllowed(true, ['casebinder'])).toBe(false);
    expect(areDevToolsAllowed(true, ['casebinder', '--remote-debugging-port=9222'])).toBe(false);
    expect(areDevToolsAllowed(true, ['casebinder', '--allow-devtools'])).toBe(true);
    expect(areDevToolsAllowed(false, [])).toBe(true);
  });
});
