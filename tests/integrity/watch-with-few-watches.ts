// A program of its own that watches 40 folders where the system allows 20 watches; tells how it went.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInProcess } from '../../src/api/in-process.ts';

const base = mkdtempSync(join(tmpdir(), 'casebinder-few-watches-'));
const papers = join(base, 'papers');
for (let i = 0; i < 40; i += 1) {
  mkdirSync(join(papers, `folder ${i}`), { recursive: true });
  writeFileSync(join(papers, `folder ${i}`, 'paper.txt'), `paper ${i}`);
}
const door = await openInProcess({
  archiveDir: join(base, 'archive'),
  language: 'en',
  // The regular pause of polling is 15 seconds.
  watch: { pollMs: 500 },
});
const notices: { systemCode?: unknown }[] = [];
door.listen(({ event }) => {
  if (event.type === 'notice' && event.code === 'intake.folderPolling') notices.push(event.params);
});
try {
  const added = await door.caller.folders.add({ grant: door.grant(papers) });
  door.engine.context.archive.sqlite.prepare('UPDATE watched_folder SET settle_ms = 50').run();
  door.engine.intake.startWatching();
  const endMs = performance.now() + 40_000;
  const documents = (): number => door.engine.intake.status().documents;
  const waitFor = async (count: number): Promise<void> => {
    while ((documents() < count || notices.length === 0) && performance.now() < endMs)
      await new Promise((resolve) => setTimeout(resolve, 50));
  };
  await waitFor(40);
  writeFileSync(join(papers, 'folder 39', 'late.txt'), 'came while polling');
  await waitFor(41);
  const folder = (await door.caller.folders.list()).find((row) => row.id === added.id);
  process.stdout.write(
    JSON.stringify({
      state: folder?.state,
      notices: notices.length,
      systemCode: notices[0]?.systemCode,
      documents: documents(),
    }),
  );
} finally {
  await door.close();
  rmSync(base, { recursive: true, force: true });
}
