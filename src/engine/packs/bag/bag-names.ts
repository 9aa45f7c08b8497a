// Which file does a path in a manifest mean, given encodings, Unicode forms and upper and lower case?
import { type BagProblem, bagWarning } from './bag-problem.ts';
import { decodeBagPath } from './bag-tags.ts';

/** Litter of operating systems: may come and go without anyone touching the evidence. */
export function isSystemFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.+|\.Spotlight-V100|\.Trashes|\.fseventsd)$/i.test(name);
}

/**
 * Finds the file that a manifest line means. First as written; then with %0A, %0D, %25 decoded; then in another
 * Unicode form (macOS rewrites names); then, only when the twin is listed too, in another case.
 */
export function createFileFinder(
  files: ReadonlyMap<string, number>,
  problems: BagProblem[],
): { find(path: string, listed: ReadonlyMap<string, string>): string } {
  const byForm = new Map<string, string>();
  const byCase = new Map<string, string>();
  const reported = new Set<string>();
  const warn = (problem: BagProblem): void => {
    const key = `${problem.code} ${problem.path}`;
    if (!reported.has(key)) problems.push(problem);
    reported.add(key);
  };
  for (const path of files.keys()) {
    const form = path.normalize('NFC');
    const twin = byForm.get(form);
    if (twin !== undefined) warn(bagWarning('SAME_NAME_NORMALIZATION', path, { other: twin }));
    else byForm.set(form, path);
    const folded = form.toLowerCase();
    const other = byCase.get(folded);
    if (other !== undefined && twin === undefined) warn(bagWarning('SAME_NAME_CASE', path, { other }));
    else if (other === undefined) byCase.set(folded, path);
  }
  return {
    find(path, listed) {
      if (files.has(path)) return path;
      const decoded = decodeBagPath(path);
      if (files.has(decoded)) return decoded;
      const form = byForm.get(decoded.normalize('NFC'));
      if (form !== undefined) {
        warn(bagWarning('SAME_NAME_NORMALIZATION', path, { other: form }));
        return form;
      }
      const folded = byCase.get(decoded.normalize('NFC').toLowerCase());
      if (folded !== undefined && listed.has(folded)) {
        warn(bagWarning('SAME_NAME_CASE', path, { other: folded }));
        return folded;
      }
      return decoded;
    },
  };
}
