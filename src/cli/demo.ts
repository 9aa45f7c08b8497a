// demo: the whole job on a sample seller, from folder to verified pack, and where everything is.
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type InProcess, openInProcess } from '../api/in-process.ts';
import { CasebinderError } from '../domain/errors.ts';
import type { CommandRun } from './command-line.ts';
import { indexAll } from './index-folders.ts';

interface Story {
  readonly cases: readonly {
    readonly problem: string;
    readonly marketplace: string;
    readonly titleZh: string;
    readonly notified: string;
    readonly caseId?: string;
    readonly orderIds: readonly string[];
    readonly asins: readonly string[];
    readonly shipmentIds: readonly string[];
  }[];
}

export async function runDemo(run: CommandRun, dir: string | undefined) {
  const base = chooseFolder(dir);
  const sellerDir = join(base, 'seller');
  const door = await openInProcess({ archiveDir: join(base, 'archive'), language: run.language });
  try {
    run.say(run.text('demoBuilding', { path: sellerDir }));
    const sample = await buildSample(run, door, sellerDir);
    run.say(run.text('demoBuilt', { files: sample.files }));
    await door.caller.folders.add({ grant: door.grant(sellerDir) });
    const index = await indexAll(run, door, false);
    run.say(
      run.text('demoIndexed', { documents: Number(index['documents']), seconds: Number(index['seconds']) }),
    );
    const story = sample.story.cases[0];
    if (story === undefined) throw new CasebinderError('INTERNAL', { detail: 'the sample has no case' });
    const search = await door.caller.documents.list({ query: story.orderIds[0] ?? '', limit: 10 });
    run.say(
      run.text('demoSearched', {
        query: story.orderIds[0] ?? '',
        total: search.total,
        tookMs: search.tookMs,
      }),
    );
    let detail = await door.caller.cases.open({
      problem: story.problem,
      marketplace: story.marketplace,
      title: story.titleZh,
      notifiedOn: story.notified,
      ...(story.caseId === undefined ? {} : { caseId: story.caseId }),
      orders: [...story.orderIds],
      asins: [...story.asins],
      shipments: [...story.shipmentIds],
    });
    detail = await door.caller.cases.attachSuggested({ case: detail.number });
    const draft = await door.caller.cases.composeStatement({ case: detail.number });
    detail = await door.caller.cases.change({
      case: detail.number,
      statement: { subject: draft.subject, text: draft.text, textZh: draft.textZh },
    });
    run.say(
      run.text('demoCase', {
        number: detail.number,
        exhibits: detail.exhibits.length,
        percent: detail.readinessPercent,
      }),
    );
    const { jobId } = await door.caller.packs.build({
      case: detail.number,
      zip: true,
      outGrant: door.grant(join(base, 'packs')),
    });
    const pack = await door.waitForJob(jobId, {
      signal: run.signal,
      onProgress: (p) => run.progress(p.phase, p.done, p.total),
    });
    const packResult = pack.result as unknown as {
      folder: string;
      zip?: string;
      index: string;
      verified: boolean;
    };
    const verification = await door.caller.packs.verifyPicked({
      grant: door.grant(packResult.zip ?? packResult.folder, 'file'),
    });
    run.say(
      run.text(verification.ok ? 'verifyOk' : 'verifyFailed', {
        checked: verification.checked,
        problems: verification.problems.length,
      }),
    );
    run.say('');
    run.say(run.text('demoWhere'));
    run.say(`  ${sellerDir}`);
    run.say(`  ${join(base, 'archive')}`);
    run.say(`  ${packResult.index}`);
    run.say(`  ${packResult.zip ?? packResult.folder}`);
    run.say('');
    run.say(run.text('demoNext', { archive: join(base, 'archive') }));
    return {
      result: {
        dir: base,
        seller: sellerDir,
        sample: { files: sample.files },
        index,
        search: { total: search.total, tookMs: search.tookMs },
        case: detail,
        pack: packResult,
        verify: verification,
      },
      exitCode: verification.ok ? 0 : 1,
    };
  } finally {
    await door.close();
  }
}

async function buildSample(
  run: CommandRun,
  door: InProcess,
  sellerDir: string,
): Promise<{ files: number; story: Story }> {
  mkdirSync(sellerDir, { recursive: true });
  const { jobId } = await door.caller.folders.buildSample({ grant: door.grant(sellerDir) });
  const job = await door.waitForJob(jobId, {
    signal: run.signal,
    onProgress: (p) => run.progress(run.text('progressSample'), p.done, p.total),
  });
  return job.result as unknown as { files: number; story: Story };
}

/** An empty folder: the demo never mixes with what is there. */
function chooseFolder(dir: string | undefined): string {
  if (dir === undefined) return mkdtempSync(join(tmpdir(), 'casebinder-demo-'));
  const path = resolve(dir);
  if (existsSync(path) && readdirSync(path).length > 0)
    throw new CasebinderError('PACK_TARGET_EXISTS', { path });
  mkdirSync(path, { recursive: true });
  return path;
}
