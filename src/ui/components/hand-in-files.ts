// How do files that a person dropped, pasted or chose become grants: on the desktop by their path, in a browser by upload?
import { desktop } from './desktop.ts';

export interface HandedIn {
  readonly grant: string;
  readonly fileName: string;
}

/** Grants for files of a drop, paste or file dialog; throws when the host refuses an upload. */
export async function handInFiles(files: readonly File[]): Promise<HandedIn[]> {
  if (files.length === 0) return [];
  const byPath = await desktop?.grantDropped(files);
  // A picture from the clipboard has no path: it is uploaded on the desktop too.
  if (byPath !== undefined && byPath.length === files.length)
    return byPath.filter((item) => item.kind === 'file');
  const handed: HandedIn[] = [];
  for (const file of files) {
    const answer = await fetch('/api/uploads', {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(file.name === '' ? 'pasted' : file.name),
      },
      body: file,
    });
    if (!answer.ok) throw new Error(await readRefusal(answer));
    const { grant, fileName } = (await answer.json()) as HandedIn;
    handed.push({ grant, fileName });
  }
  return handed;
}

async function readRefusal(answer: Response): Promise<string> {
  const told = (await answer.json().catch(() => null)) as { error?: { message?: string } } | null;
  return told?.error?.message ?? `HTTP ${answer.status}`;
}

/** Opens the file dialog of the host. */
export async function pickFiles(accept: string): Promise<HandedIn[]> {
  if (desktop !== undefined) return (await desktop.pickFiles()).filter((item) => item.kind === 'file');
  const files = await new Promise<File[]>((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = accept;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
  return handInFiles(files);
}
