// How is the engine's process started, kept alive within a budget, and stopped?
import type { EngineMessage, ShellMessage, StartMessage } from './engine-messages.ts';
import type { PrivateSocket } from './private-socket.ts';
import type { EngineFailure } from './recovery-page.ts';
import type { RestartBudget } from './restart-budget.ts';

/** The part of Electron's UtilityProcess that is used; a test gives its own. */
export interface EngineChild {
  postMessage(message: ShellMessage): void;
  onMessage(listener: (message: EngineMessage) => void): void;
  onExit(listener: (code: number) => void): void;
  kill(): void;
}

export interface EngineProcessOptions {
  readonly fork: () => EngineChild;
  readonly openSocket: () => PrivateSocket;
  readonly buildStart: (socket: PrivateSocket) => StartMessage;
  readonly budget: RestartBudget;
  readonly onMessage: (message: EngineMessage) => void;
  readonly log: (message: string) => void;
  readonly readNowMs: () => number;
}

/** Where requests go now: to a running engine, or to a page that explains. */
export type EngineState =
  | { readonly kind: 'running'; readonly socketPath: string; readonly secret: string }
  | { readonly kind: 'failed'; readonly failure: EngineFailure };

const STOP_WAIT_MS = 10_000;

export class EngineProcess {
  readonly #options: EngineProcessOptions;
  #child: EngineChild | null = null;
  #socket: PrivateSocket | null = null;
  #state: EngineState | null = null;
  #waiting: ((state: EngineState) => void)[] = [];
  #isStopping = false;
  #lastWord = '';

  constructor(options: EngineProcessOptions) {
    this.#options = options;
  }

  /** Starts the process; call once. */
  start(): void {
    this.#launch();
  }

  /** The state, as soon as it is decided: requests that come during a start wait here. */
  readState(): Promise<EngineState> {
    if (this.#state !== null) return Promise.resolve(this.#state);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** A person asked for another try from the recovery page. */
  retry(): void {
    if (this.#state?.kind !== 'failed') return;
    this.#options.budget.refill();
    this.#launch();
  }

  /** Asks the engine to finish its transaction and close; kills it when it does not answer. */
  async stop(waitMs: number = STOP_WAIT_MS): Promise<void> {
    this.#isStopping = true;
    const child = this.#child;
    if (child === null) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        this.#options.log('engine did not stop in time');
        child.kill();
        resolve();
      }, waitMs);
      child.onExit(() => {
        clearTimeout(timer);
        resolve();
      });
      child.postMessage({ kind: 'stop' });
    });
  }

  #launch(): void {
    this.#state = null;
    this.#lastWord = '';
    const socket = this.#options.openSocket();
    const child = this.#options.fork();
    this.#socket = socket;
    this.#child = child;
    child.onMessage((message) => this.#receive(child, socket, message));
    child.onExit((code) => this.#handleExit(child, code));
    child.postMessage(this.#options.buildStart(socket));
  }

  #receive(child: EngineChild, socket: PrivateSocket, message: EngineMessage): void {
    if (child !== this.#child) return; // the last words of a process that was replaced
    if (message.kind === 'ready') {
      this.#decide({ kind: 'running', socketPath: socket.path, secret: socket.secret });
    }
    if (message.kind === 'failed') {
      const { code, message: title, hint } = message.error;
      this.#options.log(`engine refused to start: ${code}`);
      this.#decide({ kind: 'failed', failure: { title, hint, detail: code } });
    }
    this.#options.onMessage(message);
  }

  #handleExit(child: EngineChild, code: number): void {
    if (child !== this.#child) return;
    this.#socket?.remove();
    this.#child = null;
    if (this.#isStopping || this.#state?.kind === 'failed') return;
    this.#lastWord = `exit ${code}`;
    this.#options.log(`engine ended unexpectedly with code ${code}`);
    this.#state = null; // new requests wait for the next engine
    const delayMs = this.#options.budget.spend(this.#options.readNowMs());
    if (delayMs === null) {
      this.#decide({ kind: 'failed', failure: { detail: this.#lastWord } });
      return;
    }
    setTimeout(() => {
      if (!this.#isStopping) this.#launch();
    }, delayMs);
  }

  #decide(state: EngineState): void {
    this.#state = state;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(state);
  }
}
