// How does the engine's process obey the shell: start when told, say what happens, stop cleanly?
import type { Language } from '../src/domain/errors.ts';
import { describeError } from '../src/domain/errors.ts';
import type { EngineMessage, ShellMessage, StartMessage } from './engine-messages.ts';

/** The two-way line to the shell, whoever provides it. */
export interface ShellPort {
  send(message: EngineMessage): void;
  onMessage(listener: (message: ShellMessage) => void): void;
  /** The shell is gone; nobody will ever say `stop`. */
  onClose(listener: () => void): void;
}

export interface RunningEngine {
  readonly language: Language;
  close(): Promise<void>;
}

export type OpenEngine = (
  start: StartMessage,
  send: (message: EngineMessage) => void,
) => Promise<RunningEngine>;

/** Runs until the shell says stop or disappears; then closes the archive and calls `exit`. */
export function serveShell(port: ShellPort, openEngine: OpenEngine, exit: (code: number) => void): void {
  let opening: Promise<RunningEngine> | null = null;

  const stop = async (): Promise<void> => {
    try {
      await (await opening)?.close();
      port.send({ kind: 'stopped' });
      exit(0);
    } catch {
      exit(1);
    }
  };

  const start = async (message: StartMessage): Promise<void> => {
    try {
      opening = openEngine(message, (each) => port.send(each));
      const { language } = await opening;
      port.send({ kind: 'ready', language });
    } catch (error) {
      opening = null;
      port.send({ kind: 'failed', error: describeError(error, message.systemLanguage) });
    }
  };

  port.onMessage((message) => {
    if (message.kind === 'start' && opening === null) void start(message);
    if (message.kind === 'stop') void stop();
  });
  port.onClose(() => void stop());
}

/**
 * The line of this process: Electron's parent port inside a utility process, or the IPC channel of plain Node,
 * by which the built file is tested without Electron. `null` when it was started by hand.
 */
export function findShellPort(): ShellPort | null {
  const parent = process.parentPort as Electron.ParentPort | undefined;
  if (parent !== undefined) {
    return {
      send: (message) => parent.postMessage(message),
      onMessage: (listener) => parent.on('message', (event) => listener(event.data as ShellMessage)),
      onClose: () => undefined, // a utility process ends together with its app
    };
  }
  if (process.send === undefined) return null;
  return {
    send: (message) => {
      if (process.connected) process.send?.(message);
    },
    onMessage: (listener) => void process.on('message', (message) => listener(message as ShellMessage)),
    onClose: (listener) => void process.on('disconnect', listener),
  };
}
