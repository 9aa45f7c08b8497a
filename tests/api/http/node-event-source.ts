// The part of EventSource that tRPC's client uses, over fetch with headers, because Node has none.

interface Init {
  readonly headers?: Record<string, string>;
}

type Listener = (event: { data: string; lastEventId: string }) => void;

export class NodeEventSource {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSED = 2;
  readyState: number = 0;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #abort = new AbortController();

  constructor(url: string | URL, init?: Init) {
    void this.#run(String(url), init?.headers ?? {});
  }

  addEventListener(type: string, listener: Listener): void {
    const known = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, known.add(listener));
  }

  removeEventListener(type: string, listener: Listener): void {
    this.#listeners.get(type)?.delete(listener);
  }

  close(): void {
    this.readyState = 2;
    this.#abort.abort();
  }

  async #run(url: string, headers: Record<string, string>): Promise<void> {
    try {
      const response = await fetch(url, {
        headers: { ...headers, accept: 'text/event-stream' },
        signal: this.#abort.signal,
      });
      this.readyState = 1;
      this.#emit('open', '', '');
      let buffer = '';
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? []) {
        buffer += decoder.decode(chunk, { stream: true });
        const blocks = buffer.split('\n\n');
        buffer = blocks.pop() ?? '';
        for (const block of blocks) this.#emitBlock(block);
      }
    } catch {
      if (this.readyState !== 2) this.#emit('error', '', '');
    }
  }

  #emitBlock(block: string): void {
    const fields = { event: 'message', data: '', id: '' };
    for (const line of block.split('\n')) {
      const match = /^(event|data|id): ?(.*)$/.exec(line);
      if (match) fields[match[1] as keyof typeof fields] = match[2] ?? '';
    }
    this.#emit(fields.event, fields.data, fields.id);
  }

  #emit(type: string, data: string, lastEventId: string): void {
    for (const listener of this.#listeners.get(type) ?? []) listener({ data, lastEventId });
  }
}
