// What can be wrong with a bag, and does it break it or only deserve a word?
export type BagProblemCode =
  | 'BAGIT_TXT_MISSING'
  | 'BAGIT_TXT_INVALID'
  | 'VERSION_UNKNOWN'
  | 'ENCODING_UNKNOWN'
  | 'PAYLOAD_FOLDER_MISSING'
  | 'MANIFEST_MISSING'
  | 'MANIFEST_INVALID'
  | 'ALGORITHM_UNKNOWN'
  | 'FILE_MISSING'
  | 'FILE_CHANGED'
  | 'FILE_EXTRA'
  | 'FILE_NOT_IN_ALL_MANIFESTS'
  | 'FILE_UNREADABLE'
  | 'FILE_TOO_LARGE'
  | 'LISTED_TWICE'
  | 'LISTED_TWICE_DIFFERENTLY'
  | 'PATH_UNSAFE'
  | 'LINK_NOT_FOLLOWED'
  | 'OXUM_WRONG'
  | 'OXUM_INVALID'
  | 'BAG_INFO_INVALID'
  | 'FETCH_INVALID'
  | 'FETCH_NOT_LISTED'
  | 'FETCH_PENDING'
  | 'SAME_NAME_CASE'
  | 'SAME_NAME_NORMALIZATION'
  | 'PATH_RELATIVE'
  | 'PATH_MD5SUM_STYLE'
  | 'SYSTEM_FILE'
  | 'ZIP_DAMAGED'
  | 'ZIP_ENTRY_TWICE'
  | 'ZIP_ENCRYPTED'
  | 'CONFLICTING_ORIGINAL';

export interface BagProblem {
  /** With the prefix "verify", a key of the i18n catalogue `packs`. */
  readonly code: BagProblemCode;
  /** Path inside the bag, with forward slashes; "" for the bag itself. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Only errors make the bag invalid. */
  readonly severity: 'error' | 'warning';
}

export function bagError(code: BagProblemCode, path: string, params: BagProblem['params'] = {}): BagProblem {
  return { code, path, params, severity: 'error' };
}

export function bagWarning(
  code: BagProblemCode,
  path: string,
  params: BagProblem['params'] = {},
): BagProblem {
  return { code, path, params, severity: 'warning' };
}
