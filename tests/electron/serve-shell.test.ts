// The engine's side of the line to the shell: does it start once, explain failures, and stop cleanly whenever asked?
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { EngineMessage, ShellMessage, StartMessage } from '../../electron/engine-messages.ts';
import { type OpenEngine, serveShell } from '../../electron/serve-shell.ts';
import { openShellLog } from '../../electron/shell-log.ts';
import { CasebinderError } from '../../src/domain/errors.ts';

const start: StartMessage = { kind: 'start', uiDir: '', socketPath: '', secret: '', systemLanguage: 'zh-CN' };

function connect(openEngine: OpenEngine) {
  const sent: EngineMessage[] = [];
  const exits: number[] = [];
  let say: (message: ShellMessage) => void = () => undefined;
  let hangUp: () => void = () => undefined;
  serveShell(
    {
      send: (message) => sent.push(message),
      onMessage: (listener) => {
        say = listener;
      },
      onClose: (listener) => {
        hangUp = listener;
      },
    },
    openEngine,
    (code) => exits.push(code),
  );
  return { sent, exits, say: (message: ShellMessage) => say(message), hangUp: () => hangUp() };
}

describe('starting', () => {
  it('happens once, also when the shell says it twice', async () => {
    const open = vi.fn<OpenEngine>(async () => ({ language: 'en', close: async () => undefined }));
    const { sent, say } = connect(open);
    say(start);
    say(start);
    await vi.waitFor(() => expect(sent).toEqual([{ kind: 'ready', language: 'en' }]));
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('that fails is told in the language of the person, and can be tried again', async () => {
    let isLocked = true;
    const { sent, say } = connect(async () => {
      if (isLocked) throw new CasebinderError('ARCHIVE_LOCKED', { path: '/archive' });
      return { language: 'en', close: async () => undefined };
    });
    say(start);
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ kind: 'failed', error: { code: 'ARCHIVE_LOCKED' } });
    expect(JSON.stringify(sent[0])).toContain('正在被另一个');
    isLocked = false;
    say(start);
    await vi.waitFor(() => expect(sent.at(-1)?.kind).toBe('ready'));
  });
});

describe('stopping', () => {
  it.each(['say stop', 'hang up'])('closes the archive before the process ends (%s)', async (how) => {
    const steps: string[] = [];
    const { exits, say, hangUp } = connect(async () => ({
      language: 'en',
      close: async () => {
        await new Promise((resolve) => setTimeout(resolve, 10));
        steps.push('closed');
      },
    }));
    say(start);
    if (how === 'hang up') hangUp();
    else say({ kind: 'stop' });
    await vi.waitFor(() => expect(exits).toEqual([0]));
    expect(steps).toEqual(['closed']);
  });

  it('without a start just ends', async () => {
    const { exits, say } = connect(async () => {
      throw new Error('never called');
    });
    say({ kind: 'stop' });
    await vi.waitFor(() => expect(exits).toEqual([0]));
  });
});

describe("the shell's log", () => {
  it('is for the owner only, has one line per message, and does not grow without end', () => {
    const dir = mkdtempSync(join(tmpdir(), 'cb-log-'));
    const log = openShellLog(join(dir, 'logs'), () => new Date(0));
    log('one\nforged line');
    log('x'.repeat(10_000));
    const path = join(dir, 'logs', 'shell.log');
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines[0]).toBe('1970-01-01T00:00:00.000Z one ⏎ forged line');
    expect(lines).toHaveLength(2);
    expect(lines[1]?.length).toBeLessThan(2100);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
    for (let count = 0; count < 1200; count++) log('y'.repeat(2000));
    expect(statSync(path).size + statSync(`${path}.1`).size).toBeLessThan(3 * 1024 ** 2);
    rmSync(dir, { recursive: true });
  });
});
