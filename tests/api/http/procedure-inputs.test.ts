// Every procedure of the real door: can a page name a path, or send something without a schema?
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appRouter } from '../../../src/api/router.ts';

interface ProcedureDefinition {
  readonly _def: { readonly type: string; readonly inputs: readonly unknown[] };
}

const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<string, ProcedureDefinition>,
);

/** Every property name and its JSON schema, however deep. */
function listProperties(schema: unknown, path = ''): { path: string; schema: Record<string, unknown> }[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema as Record<string, unknown>).flatMap(([key, value]) => {
    if (key !== 'properties') return listProperties(value, path);
    return Object.entries(value as Record<string, Record<string, unknown>>).flatMap(([name, inner]) => [
      { path: `${path}.${name}`, schema: inner },
      ...listProperties(inner, `${path}.${name}`),
    ]);
  });
}

const inputs = procedures.flatMap(([name, procedure]) =>
  procedure._def.inputs.map((input) => ({
    name,
    schema: z.toJSONSchema(input as z.ZodType, { io: 'input', unrepresentable: 'any' }),
  })),
);

/** The place in Seller Central: words that people read, never opened by anything here. */
const WORDS_ONLY: Readonly<Record<string, readonly string[]>> = { 'cases.overrideProblem': ['.path'] };

describe('security 27: no procedure accepts a path', () => {
  it('the check reads the real router', () => {
    expect(procedures.length).toBeGreaterThan(30);
    expect(inputs.length).toBeGreaterThan(20);
  });

  it.each(inputs)('$name', ({ name, schema }) => {
    const suspicious = listProperties(schema).filter(({ path, schema: property }) => {
      const isText = JSON.stringify(property).includes('"string"');
      return isText && /(path|dir|directory|folder|file)s?$/i.test(path) && !/grant/i.test(path);
    });
    expect(suspicious.map(({ path }) => path)).toEqual(WORDS_ONLY[name] ?? []);
  });
});

describe('security 26: no text without an end', () => {
  it.each(inputs)('$name', ({ schema }) => {
    const endless = listProperties(schema).filter(({ schema: property }) => {
      if (property['type'] !== 'string') return false;
      return (
        property['maxLength'] === undefined &&
        property['enum'] === undefined &&
        property['pattern'] === undefined &&
        property['format'] === undefined &&
        property['const'] === undefined
      );
    });
    expect(endless.map(({ path }) => path)).toEqual([]);
  });
});
