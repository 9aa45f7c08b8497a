// Which settings of the surroundings reach the engine's process on the desktop?
import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forkEngine } from '../../electron/fork-engine.ts';

const forks = vi.hoisted(() => [] as { entry: string; options: Record<string, unknown> }[]);
vi.mock('electron', () => ({
  utilityProcess: {
    fork: (entry: string, _arguments: string[], options: Record<string, unknown>) => {
      forks.push({ entry, options });
      return new EventEmitter();
    },
  },
}));
afterEach(() => vi.unstubAllEnvs());

describe('security 33: the engine of the desktop', () => {
  it('gets no setting by which another program makes Node or Electron load code, trace or listen', () => {
    for (const name of [
      'NODE_OPTIONS',
      'Node_Options',
      'NODE_PATH',
      'NODE_EXTRA_CA_CERTS',
      'NODE_V8_COVERAGE',
      'NODE_REPL_EXTERNAL_MODULE',
      'ELECTRON_RUN_AS_NODE',
      'ELECTRON_ENABLE_LOGGING',
      'UV_THREADPOOL_SIZE',
      'OPENSSL_CONF',
    ])
      vi.stubEnv(name, '--require=/tmp/foreign.js');
    vi.stubEnv('CASEBINDER_ARCHIVE', '/archive');
    forkEngine('/app/engine-entry.js', () => undefined);
    const { entry, options } = forks.at(-1)!;
    expect(entry).toBe('/app/engine-entry.js');
    const env = options['env'] as Record<string, string>;
    expect(Object.values(env)).not.toContain('--require=/tmp/foreign.js');
    expect(env['CASEBINDER_ARCHIVE']).toBe('/archive');
    expect(env['PATH']).toBe(process.env['PATH']);
  });

  it('is started without any switch that opens a debugger', () => {
    forkEngine('/app/engine-entry.js', () => undefined);
    expect(forks.at(-1)!.options['execArgv']).toEqual(['--max-semi-space-size=8']);
  });
});
