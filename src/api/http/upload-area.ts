// Where do uploaded bytes wait until the engine has filed them, and who cleans up?
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

const PREFIX = 'uploads-';

/** A private folder (0700) of this process below `parentDir`; folders of processes that died are removed. */
export interface UploadArea {
  readonly dir: string;
  /** A fresh, empty folder for one file. */
  createSlot(): Promise<string>;
  remove(): void;
}

export function openUploadArea(parentDir: string): UploadArea {
  mkdirSync(parentDir, { recursive: true, mode: 0o700 });
  removeLeftovers(parentDir);
  const dir = join(parentDir, `${PREFIX}${process.pid}-${randomBytes(6).toString('hex')}`);
  mkdirSync(dir, { mode: 0o700 });
  chmodSync(dir, 0o700); // whatever the umask says (security.md 44)
  return {
    dir,
    createSlot: async () => {
      const slot = join(dir, randomBytes(12).toString('hex'));
      await mkdir(slot, { mode: 0o700 });
      return slot;
    },
    remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }),
  };
}

function removeLeftovers(parentDir: string): void {
  for (const name of readdirSync(parentDir)) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-[0-9a-f]{12}$`).exec(name)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    rmSync(join(parentDir, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // somebody else's process: exists
  }
}
