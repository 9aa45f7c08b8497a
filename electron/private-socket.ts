// Where do shell and engine meet, so that nobody else on the machine can join?
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A Unix socket's path must fit `sun_path`: 104 bytes on macOS, 108 on Linux, with the closing zero. */
const MAX_SOCKET_PATH_BYTES = 103;

export interface PrivateSocket {
  readonly path: string;
  /** 256 bits, new for every run of the engine. */
  readonly secret: string;
  remove(): void;
}

/**
 * A fresh address per run: on Windows a named pipe with an unguessable name, elsewhere a socket inside a folder
 * of mode 0700. Both need the secret as well.
 */
export function createPrivateSocket(
  tempDir: string,
  platform: NodeJS.Platform = process.platform,
): PrivateSocket {
  const secret = randomBytes(32).toString('base64url');
  if (platform === 'win32') {
    return {
      path: `\\\\.\\pipe\\casebinder-${randomBytes(16).toString('hex')}`,
      secret,
      remove: () => undefined,
    };
  }
  const fits = Buffer.byteLength(join(tempDir, 'cb-XXXXXX', 's')) <= MAX_SOCKET_PATH_BYTES;
  const dir = mkdtempSync(join(fits ? tempDir : '/tmp', 'cb-'));
  chmodSync(dir, 0o700);
  return { path: join(dir, 's'), secret, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
