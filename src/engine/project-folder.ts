// Where do the program's shipped folders (migrations, resources) lie, from sources and from a build alike?
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Walks up from `start` to the folder that holds migrations/ and resources/. @throws Error when there is none */
export function findProjectFolder(start: string): string {
  for (let folder = dirname(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'migrations', '0001_initial.sql')) && existsSync(join(folder, 'resources')))
      return folder;
    if (dirname(folder) === folder)
      throw new Error('the folders migrations/ and resources/ were not found beside the program');
  }
}
