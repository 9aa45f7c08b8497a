// With which code is a piece of work refused, as the door tells it?
import { CasebinderError } from '../../src/domain/errors.ts';

/** "fine" when it is not refused; a foreign error is named in full. */
export async function refusalCode(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'fine';
  } catch (error) {
    for (let e: unknown = error; e instanceof Error; e = e.cause)
      if (e instanceof CasebinderError) return e.code;
    return `FOREIGN ${(error as Error).stack}`;
  }
}
