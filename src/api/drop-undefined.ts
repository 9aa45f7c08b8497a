// How does optional input become keys that are either there or not?

/** zod leaves keys with undefined; the engine's optional keys are either there or not. */
export function dropUndefined<T extends object>(input: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
