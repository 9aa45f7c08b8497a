// What the engine asks every two seconds while it rests must not read every location of a large archive.
import { expect, it } from 'vitest';
import type { EngineContext } from '../../../src/engine/engine-context.ts';
import { createQueueRows } from '../../../src/engine/intake/queue-rows.ts';
import { readOverview } from '../../../src/engine/store/overview-queries.ts';
import { openTestArchive } from './test-archive.ts';

it('the questions about unfinished locations are answered from their index', async () => {
  const test = await openTestArchive();
  try {
    const { archive } = test.context;
    const asked: string[] = [];
    const sqlite = new Proxy(archive.sqlite, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          if (name === 'prepare') asked.push(String(given[0]));
          return (value as (...list: unknown[]) => unknown).apply(target, given);
        };
      },
    });
    const context: EngineContext = { ...test.context, archive: { ...archive, sqlite } };
    createQueueRows(context);
    readOverview(context.archive, 0);
    const about = asked.filter(
      (sql) => /(?:FROM|UPDATE) location\b/.test(sql) && /WHERE.*state/s.test(sql) && !/\bid = \?/.test(sql),
    );
    expect(about.length).toBeGreaterThan(6);
    for (const sql of about) {
      const plan = archive.sqlite
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...Array.from({ length: (sql.match(/\?/g) ?? []).length }, () => 0)) as { detail: string }[];
      const lines = plan.map(({ detail }) => detail);
      expect(
        lines.filter((line) => /^SCAN (?:l|location)\b/.test(line)),
        sql,
      ).toEqual([]);
    }
  } finally {
    await test.close();
  }
});
