// folders add | list | remove: which folders are watched?
import { resolve } from 'node:path';
import type { CommandRun } from './command-line.ts';

export async function runFoldersAdd(run: CommandRun, dir: string, keepCopies: boolean) {
  const door = await run.open();
  await door.caller.folders.add({ grant: door.grant(dir), keepCopies });
  run.say(run.text('folderAdded', { path: resolve(dir) }));
  run.say(run.text('folderAddedNext'));
  return { result: { folders: await door.caller.folders.list() } };
}

export async function runFoldersList(run: CommandRun) {
  const folders = await (await run.open()).caller.folders.list();
  if (!run.json) {
    if (folders.length === 0) run.say(run.text('noFolders'));
    for (const folder of folders)
      run.say(`${String(folder.id).padStart(3)}  ${folder.state.padEnd(9)} ${folder.path}`);
  }
  return { result: { folders } };
}

export async function runFoldersRemove(run: CommandRun, id: number) {
  const door = await run.open();
  await door.caller.folders.remove({ id });
  run.say(run.text('folderRemoved', { id }));
  return { result: { folders: await door.caller.folders.list() } };
}
