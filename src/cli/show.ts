// show ID: everything known about a document, order, ASIN, tracking number or case.
import { CasebinderError } from '../domain/errors.ts';
import type { CommandRun } from './command-line.ts';

export async function runShow(run: CommandRun, id: string) {
  const { caller } = await run.open();
  const result = await find(caller, id.trim());
  if (!run.json) {
    run.say(JSON.stringify(result, null, 2));
    for (const line of tellConnections(run, result)) run.say(line);
  }
  return { result };
}

type Caller = Awaited<ReturnType<CommandRun['open']>>['caller'];

async function find(caller: Caller, id: string): Promise<Record<string, unknown>> {
  if (/^c-?\d+$/i.test(id)) return { type: 'case', case: await caller.cases.get({ case: id }) };
  if (/^\d{1,7}$/.test(id)) {
    const documentId = Number(id);
    return {
      type: 'document',
      document: await caller.documents.get({ id: documentId }),
      related: await caller.documents.related({ id: documentId, limit: 30 }),
    };
  }
  const page = await caller.identifiers.page({ value: id });
  if (page !== null) return { ...page };
  if (/^\d{8,14}$/.test(id)) return { type: 'case', case: await caller.cases.get({ case: id }) };
  throw new CasebinderError('NOT_FOUND', { what: id });
}

/** "113-… — tracking_number 1Z… (label.pdf) — …": how the numbers hang together, one line per connection. */
function tellConnections(run: CommandRun, result: Record<string, unknown>): string[] {
  const { value, connections } = result as {
    value?: string;
    connections?: Awaited<ReturnType<Caller['identifiers']['page']>> extends infer Page
      ? NonNullable<Page> extends { connections: infer List }
        ? List
        : never
      : never;
  };
  if (value === undefined || connections === undefined || connections.length === 0) return [];
  return [
    run.text('connections'),
    ...connections.map(
      ({ path }) =>
        `  ${[
          value,
          ...path.map(
            ({ type, value: found, via }) =>
              `${type} ${found} (${via.kind === 'document' ? `#${via.documentId} ${via.title}` : via.report})`,
          ),
        ].join(' → ')}`,
    ),
  ];
}
