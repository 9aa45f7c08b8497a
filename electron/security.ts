// Which navigation, permission, link, file and sender is allowed? Pure policy, tested as tables.
import type { WebPreferences } from 'electron';
import { LINK_DOMAINS } from './link-hosts.ts';

export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://app';
export const APP_URL = `${APP_ORIGIN}/`;

/** How the scheme is registered before the app is ready (security.md 7). */
export const SCHEME_PRIVILEGES = {
  standard: true,
  secure: true,
  supportFetchAPI: true,
  stream: true,
  bypassCSP: false,
  allowServiceWorkers: false,
  corsEnabled: false,
} as const;

/** The preferences of every window (security.md 2). `preload` and `devTools` are added where it is created. */
export const WINDOW_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  // Spell checking would fetch dictionaries from the network.
  spellcheck: false,
  // In memory: cookies, caches and storage leave nothing behind (security.md 42).
  partition: 'casebinder',
} as const satisfies WebPreferences;

/** True only for addresses of the app itself; compared part by part after parsing (security.md 14). */
export function isAppUrl(url: string): boolean {
  const parsed = parseUrl(url);
  return (
    parsed !== null &&
    parsed.protocol === `${APP_SCHEME}:` &&
    parsed.host === 'app' &&
    parsed.username === '' &&
    parsed.password === ''
  );
}

/** What the network layer lets through: nothing that could leave the machine (security.md 12). */
export function isRequestAllowed(url: string, devToolsAllowed: boolean): boolean {
  const protocol = parseUrl(url)?.protocol;
  if (protocol === `${APP_SCHEME}:`) return isAppUrl(url);
  // blob: and data: are bytes that the page already holds; the page's policy decides what they may become.
  if (protocol === 'blob:' || protocol === 'data:') return true;
  return devToolsAllowed && (protocol === 'devtools:' || protocol === 'chrome-extension:');
}

const GRANTED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

/** security.md 19: two permissions, for our own page only. */
export function isPermissionGranted(permission: string, requestingUrl: string): boolean {
  return GRANTED_PERMISSIONS.has(permission) && isAppUrl(requestingUrl);
}

/** May `url` be handed to the system's browser or mail program (security.md 16)? */
export function isLinkAllowed(url: string): boolean {
  const parsed = parseUrl(url);
  if (parsed === null || url.length > 2048 || parsed.username !== '' || parsed.password !== '') return false;
  if (parsed.protocol === 'mailto:') return isMailAllowed(parsed);
  if (parsed.protocol !== 'https:' || parsed.port !== '') return false;
  return LINK_DOMAINS.some((domain) => parsed.hostname === domain || parsed.hostname.endsWith(`.${domain}`));
}

/** One address, and no parameter by which a mail program would attach a file. */
function isMailAllowed(url: URL): boolean {
  const isOneAddress = /^[^\s@?&%<>",]{1,64}@[^\s@?&%<>"/,]{1,254}$/.test(url.pathname);
  return isOneAddress && [...url.searchParams.keys()].every((key) => key === 'subject' || key === 'body');
}

/** Types that open in a viewer or an editor. Anything else could be a program, so it is only revealed. */
const OPENABLE_EXTENSIONS: ReadonlySet<string> = new Set(
  (
    'pdf png jpg jpeg jfif gif webp bmp tif tiff heic heif avif txt csv tsv log md json xml ' +
    'mp4 m4v mov avi mkv webm wmv 3gp mp3 m4a wav ogg flac aac ' +
    'docx xlsx pptx doc xls ppt odt ods odp rtf wps et eml msg zip 7z rar'
  ).split(' '),
);

/** security.md 17. An allow-list: a list of dangerous extensions is never complete. */
export function isOpenable(path: string): boolean {
  const name = path.split(/[\\/]/).at(-1) ?? '';
  // Windows drops trailing dots and spaces, so "a.exe. " runs; a colon names another stream of the file.
  if (/[. ]$/.test(name) || name.includes(':') || hasHiddenCharacters(name)) return false;
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  return extension !== undefined && OPENABLE_EXTENSIONS.has(extension);
}

function hasHiddenCharacters(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/.test(name);
}

/** The part of Electron's WebFrameMain that tells where a message comes from. */
export interface SenderFrame {
  readonly origin: string;
  readonly parent: object | null;
  readonly detached: boolean;
}

/** security.md 24: only the main frame of our own page is listened to. */
export function isTrustedSender(frame: SenderFrame | null | undefined): boolean {
  return frame != null && frame.parent === null && !frame.detached && frame.origin === APP_ORIGIN;
}

/** security.md 22: in a packaged app only when the person asked for it on the command line. */
export function areDevToolsAllowed(isPackaged: boolean, argv: readonly string[]): boolean {
  return !isPackaged || argv.includes('--allow-devtools');
}

function parseUrl(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
