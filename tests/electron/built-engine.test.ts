// The built engine entry, run by plain Node: does it open an archive, answer on its socket, and find its workers?
import { type ChildProcess, fork } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EngineMessage, StartMessage } from '../../electron/engine-messages.ts';
import { type ForwardTarget, forwardToEngine } from '../../electron/forward.ts';
import { createPrivateSocket, type PrivateSocket } from '../../electron/private-socket.ts';
import { requestGrants } from '../../electron/shell-calls.ts';
import { type BuiltApp, buildApp } from './built-app.ts';

const ROOT = join(import.meta.dirname, '..', '..');
let built: BuiltApp;
let dir: string;
let socket: PrivateSocket;
let child: ChildProcess;
let target: ForwardTarget;
const messages: EngineMessage[] = [];

beforeAll(async () => {
  built = buildApp('test-engine', false);
  dir = mkdtempSync(join(tmpdir(), 'cb-built-'));
  mkdirSync(join(dir, 'ui'));
  writeFileSync(join(dir, 'ui', 'index.html'), '<!doctype html><html><head></head><body>page</body></html>');
  mkdirSync(join(dir, 'evidence'));
  writeFileSync(join(dir, 'evidence', 'note.txt'), '退货说明 Order 113-1234567-1234567 delivered\n');
  const pdf = await PDFDocument.create();
  pdf
    .addPage([400, 400])
    .drawText('Commercial Invoice  Order 113-1234567-1234567', { x: 20, y: 200, size: 12 });
  writeFileSync(join(dir, 'evidence', 'invoice.pdf'), await pdf.save());
  socket = createPrivateSocket(tmpdir());
  target = { socketPath: socket.path, secret: socket.secret };
  child = fork(join(built.dir, 'main', 'electron', 'engine-entry.js'), [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', (message) => messages.push(message as EngineMessage));
  const start: StartMessage = {
    kind: 'start',
    archiveDir: join(dir, 'archive'),
    uiDir: join(dir, 'ui'),
    socketPath: socket.path,
    secret: socket.secret,
    systemLanguage: 'en',
  };
  child.send(start);
  await vi.waitFor(() => expect(messages.map((message) => message.kind)).toContain('ready'), {
    timeout: 20_000,
  });
}, 60_000);

afterAll(() => {
  child?.kill('SIGKILL');
  socket?.remove();
  built?.remove();
  if (dir !== undefined) rmSync(dir, { recursive: true, force: true });
});

const query = async (procedure: string, input?: unknown) => {
  const search = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const answer = await forwardToEngine(new Request(`app://app/api/trpc/${procedure}${search}`), target);
  return ((await answer.json()) as { result?: { data: unknown } }).result?.data;
};
const command = async (procedure: string, input: unknown) => {
  const request = new Request(`app://app/api/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  return ((await (await forwardToEngine(request, target)).json()) as { result?: { data: unknown } }).result
    ?.data;
};

describe('the build', () => {
  it('holds every worker of the sources where the sources have it', () => {
    const sources = readdirSync(join(ROOT, 'src', 'engine'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /-(worker|child)\.ts$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replace(/\.ts$/, '.js'));
    expect(sources.length).toBeGreaterThan(0);
    for (const path of sources) expect(existsSync(join(built.dir, 'main', path)), path).toBe(true);
  });

  it('leaves native packages outside', () => {
    const names = readdirSync(join(built.dir, 'main'), { recursive: true }) as string[];
    expect(names.filter((name) => /\.node$|node_modules/.test(name))).toEqual([]);
  });
});

describe('the built engine', () => {
  it('serves the page and answers procedures', async () => {
    const page = await forwardToEngine(new Request('app://app/'), target);
    expect(await page.text()).toContain('csp-nonce');
    expect(await query('archive.info')).toMatchObject({ archiveDir: join(dir, 'archive') });
  });

  it('files a folder that was picked and finds what is in it: the workers run', {
    timeout: 40_000,
  }, async () => {
    const [granted] = await requestGrants(target, [join(dir, 'evidence')], 'picked');
    await command('folders.add', { grant: granted?.grant });
    await command('intake.run', { ocr: false });
    await expect
      .poll(() => query('documents.count', { query: 'order:113-1234567-1234567' }), { timeout: 30_000 })
      .toEqual({ total: 2 });
  });

  it('hands out the original and a picture of its page', { timeout: 30_000 }, async () => {
    const { documents } = (await query('documents.list', { query: 'invoice' })) as {
      documents: { id: number; fileName: string }[];
    };
    const id = documents.find((row) => row.fileName === 'invoice.pdf')?.id;
    const original = await forwardToEngine(new Request(`app://app/api/documents/${id}/content`), target);
    expect(original.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await original.arrayBuffer()).equals(readFileSync(join(dir, 'evidence', 'invoice.pdf'))),
    ).toBe(true);
    const page = await forwardToEngine(
      new Request(`app://app/api/documents/${id}/pages/1.png?dpi=72`),
      target,
    );
    expect(page.headers.get('content-type')).toBe('image/png');
    expect(
      Buffer.from(await page.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const thumbnail = await forwardToEngine(new Request(`app://app/api/documents/${id}/thumbnail`), target);
    expect(thumbnail.headers.get('content-type')).toBe('image/webp');
  });

  it('tells the shell how many folders are watched', () => {
    expect(messages.filter((message) => message.kind === 'status').at(-1)).toEqual({
      kind: 'status',
      folders: 1,
    });
  });

  it('explains an archive that is in use instead of dying', async () => {
    const second = fork(join(built.dir, 'main', 'electron', 'engine-entry.js'), [], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const heard: EngineMessage[] = [];
    second.on('message', (message) => heard.push(message as EngineMessage));
    second.send({
      kind: 'start',
      archiveDir: join(dir, 'archive'),
      uiDir: join(dir, 'ui'),
      socketPath: `${socket.path}2`,
      secret: 'x',
      systemLanguage: 'en',
    });
    await expect
      .poll(() => heard[0], { timeout: 20_000 })
      .toMatchObject({ kind: 'failed', error: { code: 'ARCHIVE_LOCKED' } });
    second.kill('SIGKILL');
  });

  it('closes the archive when told to stop', { timeout: 20_000 }, async () => {
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    child.send({ kind: 'stop' });
    expect(await ended).toBe(0);
    if (process.platform !== 'win32') expect(existsSync(socket.path)).toBe(false);
  });
});
