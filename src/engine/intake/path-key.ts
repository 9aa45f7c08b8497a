// Under which key is a path known, so that the same name in another Unicode form is the same place?
import { join, sep } from 'node:path';

/** Marks the second of two names in one folder that differ only in Unicode form. Can't be part of a file name on Windows or macOS. */
const TWIN_MARK = '\u0001';

/** Key of a relative path: "/" between folders, Unicode NFC (macOS archives hold NFD). Case stays: it may carry meaning. */
export function toPathKey(relativePath: string): string {
  return relativePath.normalize('NFC');
}

/** Key of a path whose plain key another file in the same folder has already. */
export function toTwinKey(relativePath: string): string {
  return `${toPathKey(relativePath)}${TWIN_MARK}${relativePath}`;
}

/** Key of a watched folder's absolute, resolved path; without regard to case where file systems have none. */
export function toFolderKey(absolutePath: string): string {
  const plain = absolutePath.normalize('NFC');
  return process.platform === 'win32' || process.platform === 'darwin' ? plain.toLowerCase() : plain;
}

/** Absolute path of `relativePath` ("/" between folders) below `root`, for this system. */
export function toAbsolutePath(root: string, relativePath: string): string {
  return join(root, sep === '/' ? relativePath : relativePath.replaceAll('/', sep));
}

/** Last part of a relative path. */
export function fileNameOf(relativePath: string): string {
  return relativePath.slice(relativePath.lastIndexOf('/') + 1);
}

/** Folder part of a relative path; '' for the watched folder itself. */
export function folderOf(relativePath: string): string {
  const slash = relativePath.lastIndexOf('/');
  return slash < 0 ? '' : relativePath.slice(0, slash);
}
