// What does the shell itself ask the engine: grants for chosen paths, and where a document lies?
import { request as startRequest } from 'node:http';
import { z } from 'zod';
import { APP_HOST, deriveShellSecret, SECRET_HEADER, SHELL_HEADER } from '../src/api/http/request-guard.ts';
import { type GrantedItem, SHELL_PREFIX } from '../src/api/http/shell-routes.ts';
import type { ForwardTarget } from './forward.ts';

const GRANTED = z.object({
  granted: z.array(z.object({ grant: z.string(), fileName: z.string(), kind: z.enum(['file', 'folder']) })),
});
const LOCATED = z.object({ path: z.string() });

/** Turns paths that a person picked or dropped into grants for the page. */
export async function requestGrants(
  target: ForwardTarget,
  paths: readonly string[],
  origin: 'picked' | 'dropped',
): Promise<readonly GrantedItem[]> {
  const answer = await callEngine(target, 'POST', 'grants', { paths, origin });
  return answer === null ? [] : GRANTED.parse(answer).granted;
}

/** Where the original of a document, or the folder of a pack, lies now; `null` when it can't be found. */
export async function locate(
  target: ForwardTarget,
  noun: 'documents' | 'packs',
  id: string,
): Promise<string | null> {
  const answer = await callEngine(target, 'GET', `${noun}/${encodeURIComponent(id)}`);
  return answer === null ? null : LOCATED.parse(answer).path;
}

function callEngine(
  target: ForwardTarget,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const upstream = startRequest({
      socketPath: target.socketPath,
      method,
      path: SHELL_PREFIX + path,
      headers: {
        host: APP_HOST,
        [SECRET_HEADER]: target.secret,
        [SHELL_HEADER]: deriveShellSecret(target.secret),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
    });
    upstream.on('error', reject);
    upstream.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        if (incoming.statusCode === 404) resolve(null);
        else if (incoming.statusCode !== 200) reject(new Error(`The engine answered ${incoming.statusCode}`));
        else resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      });
    });
    upstream.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
