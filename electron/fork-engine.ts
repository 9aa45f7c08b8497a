// How is the engine's file run in a process of its own under Electron?
import { utilityProcess } from 'electron';
import type { EngineMessage } from './engine-messages.ts';
import type { EngineChild } from './engine-process.ts';

/** By these another program could make this process load code or open a debugger; none of them is ours. */
const FOREIGN_SETTING = /^(?:NODE|ELECTRON|UV|OPENSSL)_/i;

/** The environment without what steers Node and Electron: the fuses forbid it in a package, this holds everywhere. */
export function cleanEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !FOREIGN_SETTING.test(name)));
}

/** A utility process: a crash in it can't take the windows along, and no fuse has to allow plain Node. */
export function forkEngine(entryPath: string, log: (message: string) => void): EngineChild {
  const child = utilityProcess.fork(entryPath, [], {
    serviceName: 'casebinder-engine',
    stdio: 'pipe',
    env: cleanEnvironment(process.env),
    // Measured with plain Node: 147 instead of 275 MB after start; the default lets short-lived objects pile up.
    execArgv: ['--max-semi-space-size=8'],
  });
  child.stdout?.on('data', (chunk: Buffer) => log(chunk.toString('utf8').trimEnd()));
  child.stderr?.on('data', (chunk: Buffer) => log(chunk.toString('utf8').trimEnd()));
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: EngineMessage) => listener(message)),
    onExit: (listener) => void child.on('exit', (code) => listener(code)),
    kill: () => void child.kill(),
  };
}
