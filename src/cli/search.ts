// search QUERY: which documents are found?
import type { CommandRun } from './command-line.ts';

export async function runSearch(run: CommandRun, query: string, limit: number, offset: number) {
  const { caller } = await run.open();
  const list = await caller.documents.list({
    query,
    limit: Math.max(1, Math.min(500, limit)),
    offset,
    withSnippets: true,
  });
  const total = list.totalIsExact ? list.total : (await caller.documents.count({ query })).total;
  const documents = list.documents.map((d) => ({
    id: d.id,
    sha256: d.sha256,
    kind: d.kind,
    title: d.title,
    path: d.path,
    snippet: d.snippet?.text ?? '',
    date: d.date,
    identifiers: d.identifiers.map((i) => ({
      type: i.type,
      value: i.value,
      ...(i.carrier === null ? {} : { carrier: i.carrier }),
      check: i.check,
    })),
  }));
  if (!run.json) {
    run.say(run.text('found', { total, tookMs: list.tookMs }));
    for (const d of documents) {
      run.say(`${String(d.id).padStart(5)}  ${(d.date ?? '').padEnd(10)}  ${d.kind.padEnd(22)} ${d.path}`);
      if (d.snippet !== '') run.say(`       ${d.snippet.slice(0, 100)}`);
    }
  }
  return { result: { total, tookMs: list.tookMs, documents } };
}
