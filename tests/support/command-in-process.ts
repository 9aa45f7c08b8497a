// The command line without a process of its own: the same program, its options and its JSON, at a tenth of the time.
import { runProgram } from '../../src/cli/program.ts';

export interface CommandResult {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `casebinder ARGS` in this process, one at a time; what main.ts adds is proved in tests/cli/cli.test.ts. */
export async function runInThisProcess(...args: string[]): Promise<CommandResult> {
  const { exitCode } = process;
  const streams = [process.stdout, process.stderr] as const;
  const writes = streams.map((stream) => stream.write);
  const texts = ['', ''];
  for (const [index, stream] of streams.entries())
    stream.write = ((text: string | Uint8Array) => {
      texts[index] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
      return true;
    }) as typeof stream.write;
  try {
    process.exitCode = 0;
    await runProgram(['node', 'casebinder', ...args]);
    return { status: Number(process.exitCode), out: texts[0]!, err: texts[1]! };
  } finally {
    for (const [index, stream] of streams.entries()) stream.write = writes[index]!;
    process.exitCode = exitCode;
  }
}
