// Which files and folders are never evidence because a system, a sync tool or an unfinished download made them?

/** One line of the table: what is ignored, and who makes such files. */
export interface IgnoreRule {
  readonly pattern: string;
  readonly applies: 'file' | 'folder' | 'both';
  readonly madeBy: string;
}

/**
 * The shipped list. A pattern is a whole name, compared without regard to case; `*` may stand at its start or end.
 * Sources: paperless-ngx DEFAULT_IGNORE_PATTERNS and docspell #2993 (pitfalls.md 3.1), and the vendors' own documents.
 */
export const IGNORE_RULES: readonly IgnoreRule[] = [
  { pattern: '~$*', applies: 'file', madeBy: 'Microsoft Office and WPS lock files' },
  { pattern: '.~lock.*', applies: 'file', madeBy: 'LibreOffice lock files' },
  { pattern: '.~*', applies: 'file', madeBy: 'WPS Office and Resilio temporary files' },
  { pattern: '~wrd*', applies: 'file', madeBy: 'Word temporary files' },
  { pattern: '*.tmp', applies: 'file', madeBy: 'temporary files of Word, Windows and many programs' },
  { pattern: '*.temp', applies: 'file', madeBy: 'temporary files of many programs' },
  { pattern: '*.bak~', applies: 'file', madeBy: 'editor backups' },
  { pattern: '*.swp', applies: 'file', madeBy: 'Vim swap files' },
  { pattern: '*.swx', applies: 'file', madeBy: 'Vim swap files' },
  { pattern: '*.lock', applies: 'file', madeBy: 'lock files' },
  { pattern: '*.crdownload', applies: 'file', madeBy: 'Chrome and Edge downloads' },
  { pattern: '*.part', applies: 'file', madeBy: 'Firefox and rclone downloads' },
  { pattern: '*.partial', applies: 'file', madeBy: 'Internet Explorer and wget downloads' },
  { pattern: '*.download', applies: 'both', madeBy: 'Safari downloads' },
  { pattern: '*.opdownload', applies: 'file', madeBy: 'Opera downloads' },
  { pattern: '*.aria2', applies: 'file', madeBy: 'aria2 control files' },
  { pattern: '*.td', applies: 'file', madeBy: '迅雷 downloads' },
  { pattern: '*.xltd', applies: 'file', madeBy: '迅雷 downloads' },
  { pattern: '*.td.cfg', applies: 'file', madeBy: '迅雷 downloads' },
  { pattern: '*.xltd.cfg', applies: 'file', madeBy: '迅雷 downloads' },
  { pattern: '*.downloading', applies: 'file', madeBy: '百度网盘 and other Chinese cloud drives' },
  { pattern: '*.nutstore', applies: 'file', madeBy: '坚果云' },
  { pattern: '*.ns-temp', applies: 'file', madeBy: '坚果云 temporary files' },
  { pattern: '.nutstore*', applies: 'both', madeBy: '坚果云' },
  { pattern: '~nutstore*', applies: 'both', madeBy: '坚果云' },
  { pattern: '*.wpsupdate', applies: 'file', madeBy: 'WPS Office' },
  { pattern: '*.wps~', applies: 'file', madeBy: 'WPS Office' },
  { pattern: '.wps*', applies: 'both', madeBy: 'WPS 云盘' },
  { pattern: '*.~tmp', applies: 'file', madeBy: 'WeChat and QQ transfers' },
  { pattern: '*.wxtmp', applies: 'file', madeBy: 'WeChat transfers' },
  { pattern: '*.tmp.*.wx', applies: 'file', madeBy: 'WeChat transfers' },
  { pattern: '*.qqdownload', applies: 'file', madeBy: 'QQ downloads' },
  { pattern: '.ds_store', applies: 'file', madeBy: 'macOS Finder' },
  { pattern: '._*', applies: 'file', madeBy: 'macOS shadow files on foreign disks' },
  { pattern: '.appledouble', applies: 'folder', madeBy: 'macOS on file servers' },
  { pattern: '.spotlight-v100', applies: 'folder', madeBy: 'macOS' },
  { pattern: '.trashes', applies: 'folder', madeBy: 'macOS' },
  { pattern: '.trash', applies: 'folder', madeBy: 'Linux desktops and ownCloud' },
  { pattern: '.trash-*', applies: 'folder', madeBy: 'Linux desktops' },
  { pattern: '.fseventsd', applies: 'folder', madeBy: 'macOS' },
  { pattern: '.temporaryitems', applies: 'folder', madeBy: 'macOS' },
  { pattern: '.documentrevisions-v100', applies: 'folder', madeBy: 'macOS' },
  { pattern: '__macosx', applies: 'folder', madeBy: 'macOS archives' },
  { pattern: 'icon\r', applies: 'file', madeBy: 'macOS folder icons' },
  { pattern: 'thumbs.db', applies: 'file', madeBy: 'Windows thumbnails' },
  { pattern: 'ehthumbs.db', applies: 'file', madeBy: 'Windows thumbnails' },
  { pattern: 'desktop.ini', applies: 'file', madeBy: 'Windows folder settings' },
  { pattern: '$recycle.bin', applies: 'folder', madeBy: 'Windows' },
  { pattern: 'system volume information', applies: 'folder', madeBy: 'Windows' },
  { pattern: 'recycler', applies: 'folder', madeBy: 'Windows' },
  { pattern: '.@__thumb', applies: 'folder', madeBy: 'QNAP' },
  { pattern: '@recycle', applies: 'folder', madeBy: 'QNAP' },
  { pattern: '@recently-snapshot', applies: 'folder', madeBy: 'QNAP' },
  { pattern: '.streams', applies: 'folder', madeBy: 'QNAP' },
  { pattern: '@eadir', applies: 'folder', madeBy: 'Synology' },
  { pattern: '#recycle', applies: 'folder', madeBy: 'Synology' },
  { pattern: '#snapshot', applies: 'folder', madeBy: 'Synology' },
  { pattern: '@tmp', applies: 'folder', madeBy: 'Synology' },
  { pattern: '.synologyworkingdirectory', applies: 'folder', madeBy: 'Synology Drive' },
  { pattern: '.sync', applies: 'folder', madeBy: 'Resilio Sync' },
  { pattern: '*.!sync', applies: 'file', madeBy: 'Resilio Sync' },
  { pattern: '.stfolder', applies: 'folder', madeBy: 'Syncthing' },
  { pattern: '.stversions', applies: 'folder', madeBy: 'Syncthing' },
  { pattern: '.syncthing.*', applies: 'file', madeBy: 'Syncthing' },
  { pattern: '~syncthing~*', applies: 'file', madeBy: 'Syncthing' },
  { pattern: '.dropbox', applies: 'file', madeBy: 'Dropbox' },
  { pattern: '.dropbox.attr', applies: 'file', madeBy: 'Dropbox' },
  { pattern: '.dropbox.cache', applies: 'folder', madeBy: 'Dropbox' },
  { pattern: '.tmp.drivedownload', applies: 'folder', madeBy: 'Google Drive' },
  { pattern: '.tmp.driveupload', applies: 'folder', madeBy: 'Google Drive' },
  { pattern: '.owncloudsync.log', applies: 'file', madeBy: 'ownCloud and Nextcloud' },
  { pattern: '.sync_*.db*', applies: 'file', madeBy: 'ownCloud and Nextcloud' },
  { pattern: '.nfs*', applies: 'file', madeBy: 'NFS, for deleted files still in use' },
  { pattern: '.fuse_hidden*', applies: 'file', madeBy: 'FUSE, for deleted files still in use' },
  { pattern: '.goutputstream-*', applies: 'file', madeBy: 'GNOME, while saving' },
  { pattern: '.directory', applies: 'file', madeBy: 'KDE folder settings' },
  { pattern: '.git', applies: 'both', madeBy: 'Git' },
  { pattern: '.svn', applies: 'folder', madeBy: 'Subversion' },
  { pattern: '.hg', applies: 'folder', madeBy: 'Mercurial' },
  { pattern: 'node_modules', applies: 'folder', madeBy: 'npm' },
  { pattern: '__pycache__', applies: 'folder', madeBy: 'Python' },
];

interface NameMatcher {
  readonly whole: ReadonlySet<string>;
  /** Starts of names, for patterns with an open end: all begin with "." or "~". */
  readonly starts: readonly string[];
  readonly extensions: ReadonlySet<string>;
  /** Patterns of another shape, by the extension they end with; '' for those that begin with "." or "~". */
  readonly others: ReadonlyMap<string, readonly RegExp[]>;
}

const FILE_MATCHER = compileMatcher('file');
const FOLDER_MATCHER = compileMatcher('folder');

/** True when a file of this name is never evidence. `name` is a bare name without folders. */
export function isIgnoredFile(name: string): boolean {
  return matches(FILE_MATCHER, name);
}

/** True when a folder of this name is never entered. */
export function isIgnoredFolder(name: string): boolean {
  return matches(FOLDER_MATCHER, name);
}

function compileMatcher(applies: 'file' | 'folder'): NameMatcher {
  const whole = new Set<string>();
  const starts: string[] = [];
  const extensions = new Set<string>();
  const others = new Map<string, RegExp[]>();
  for (const { pattern, applies: to } of IGNORE_RULES) {
    if (to !== 'both' && to !== applies) continue;
    if (!pattern.includes('*')) whole.add(pattern);
    else if (pattern.indexOf('*') === pattern.length - 1) starts.push(pattern.slice(0, -1));
    else if (/^\*\.[^.*]+$/.test(pattern)) extensions.add(pattern.slice(2));
    else {
      const key = /^[.~]/.test(pattern) ? '' : pattern.slice(pattern.lastIndexOf('.') + 1);
      others.set(key, [...(others.get(key) ?? []), toRegExp(pattern)]);
    }
  }
  return { whole, starts, extensions, others };
}

function toRegExp(pattern: string): RegExp {
  const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 's');
}

/** Called for every file of every walk: most names are done after two look-ups. */
function matches(matcher: NameMatcher, name: string): boolean {
  const lower = name.toLowerCase();
  if (matcher.whole.has(lower)) return true;
  const dot = lower.lastIndexOf('.');
  if (dot >= 0) {
    const extension = lower.slice(dot + 1);
    if (matcher.extensions.has(extension)) return true;
    if (matcher.others.get(extension)?.some((pattern) => pattern.test(lower)) === true) return true;
  }
  const first = lower.charCodeAt(0);
  if (first !== 0x2e && first !== 0x7e) return false;
  if (matcher.starts.some((start) => lower.startsWith(start))) return true;
  return matcher.others.get('')?.some((pattern) => pattern.test(lower)) === true;
}
