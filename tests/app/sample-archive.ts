// How is an archive filled with the sample seller, with a case, its pack and a message of Amazon?
import { join } from 'node:path';
import { openInProcess } from '../../src/api/in-process.ts';

export interface SampleArchive {
  readonly archiveDir: string;
  readonly sellerDir: string;
  readonly caseNumber: string;
  /** Facts of the second problem of the sample's story, which has no case yet. */
  readonly story: SampleStory;
}

export interface SampleStory {
  readonly problem: string;
  readonly marketplace: string;
  readonly notified: string;
  readonly caseId?: string;
  readonly orderIds: readonly string[];
  readonly asins: readonly string[];
  readonly shipmentIds: readonly string[];
}

/** Builds the seller's folder and an archive of it below `dir`; text recognition is left out, because it takes minutes. */
export async function fillSampleArchive(dir: string): Promise<SampleArchive> {
  const archiveDir = join(dir, 'archive');
  const sellerDir = join(dir, 'seller');
  const door = await openInProcess({ archiveDir, language: 'zh-CN' });
  try {
    const { jobId } = await door.caller.folders.buildSample({ grant: door.grant(sellerDir) });
    const built = await door.waitForJob(jobId);
    const { cases } = (built.result as unknown as { story: { cases: readonly SampleStory[] } }).story;
    await door.caller.folders.add({ grant: door.grant(sellerDir) });
    await door.engine.intake.runUntilIdle({ ocr: false });
    const [first, second] = cases;
    if (first === undefined || second === undefined) throw new Error('the sample tells no story');
    let opened = await openFromStory(door, first);
    opened = await door.caller.cases.attachSuggested({ case: opened.number });
    const draft = await door.caller.cases.composeStatement({ case: opened.number });
    await door.caller.cases.change({
      case: opened.number,
      statement: { subject: draft.subject, text: draft.text, textZh: draft.textZh },
    });
    const pack = await door.caller.packs.build({ case: opened.number, zip: true });
    await door.waitForJob(pack.jobId);
    return { archiveDir, sellerDir, caseNumber: opened.number, story: second };
  } finally {
    await door.close();
  }
}

async function openFromStory(door: Awaited<ReturnType<typeof openInProcess>>, story: SampleStory) {
  return door.caller.cases.open({
    problem: story.problem,
    marketplace: story.marketplace,
    notifiedOn: story.notified,
    ...(story.caseId === undefined ? {} : { caseId: story.caseId }),
    orders: [...story.orderIds],
    asins: [...story.asins],
    shipments: [...story.shipmentIds],
  });
}
