// Which of the packages that are shipped hold native code, and so must lie outside the package? Nothing else may.
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../support/temporary-archive.ts';

interface LockedPackage {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

const { packages } = JSON.parse(readFileSync(join(PROJECT_DIR, 'package-lock.json'), 'utf8')) as {
  readonly packages: Record<string, LockedPackage>;
};

/** ELF, Mach-O (either order, 32 and 64 bit, fat) and the "MZ" of Windows. */
const MAGIC = ['7f454c46', 'cffaedfe', 'cefaedfe', 'feedface', 'feedfacf', 'cafebabe'];

/** Thousands of files that Node would only ever read as text. */
const TEXT = /\.(?:[cm]?[jt]s|map|json|md|css|html?|txt|ya?ml)$/i;

function isNative(path: string): boolean {
  const start = Buffer.alloc(4);
  const handle = openSync(path, 'r');
  try {
    if (readSync(handle, start, 0, 4, 0) < 4) return false;
  } finally {
    closeSync(handle);
  }
  return MAGIC.includes(start.toString('hex')) || start.toString('latin1', 0, 2) === 'MZ';
}

/** Native files of one package, without those of packages inside it. */
function findNative(dir: string, isTop = true): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return isTop && entry.name === 'node_modules' ? [] : findNative(path, false);
    return entry.isFile() && !TEXT.test(entry.name) && isNative(path) ? [path] : [];
  });
}

describe('security 34: native code in what is shipped', () => {
  it('lies in the packages that are known for it, and in no other', () => {
    const shipped = Object.entries(packages).filter(
      ([path, one]) => path !== '' && one.dev !== true && one.devOptional !== true,
    );
    expect(shipped.length).toBeGreaterThan(80);
    const native = shipped
      .map(([path]) => path)
      .filter((path) => existsSync(join(PROJECT_DIR, path)))
      .filter((path) => findNative(join(PROJECT_DIR, path)).length > 0)
      .map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    const known =
      /^(?:better-sqlite3|onnxruntime-node|@img\/sharp-[\w-]+|node-(?:linux|darwin|win)-\w+|@napi-rs\/canvas-[\w-]+)$/;
    expect(native.filter((name) => !known.test(name))).toEqual([]);
    expect(native).toEqual(expect.arrayContaining(['better-sqlite3', 'onnxruntime-node']));
  });
});
