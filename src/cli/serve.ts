// serve: browser mode on this computer only.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHttpHost } from '../api/http/create-http-host.ts';
import { GrantBook } from '../api/http/grants.ts';
import { ensureUiBuilt } from '../api/http/ui-assets.ts';
import { appRouter } from '../api/router.ts';
import type { Language } from '../domain/errors.ts';
import type { CommandRun } from './command-line.ts';

export async function runServe(run: CommandRun, own: { port?: number; open?: boolean }) {
  const door = await run.open();
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const uiDir = await ensureUiBuilt(root, (line) => process.stderr.write(`${line}\n`));
  const readLanguage = (): Language => (door.engine.settings.all().language === 'en' ? 'en' : 'zh-CN');
  const grants = new GrantBook();
  const host = await createHttpHost({
    grants,
    appRouter,
    createContext: (request) => ({
      engine: door.engine,
      language: request.language,
      sessionId: request.sessionId,
      grants,
      signal: request.signal,
    }),
    content: door.engine.content,
    videos: door.engine.videos,
    uiDir,
    listen: { kind: 'loopback', ...(own.port === undefined ? {} : { port: own.port }) },
    readLanguage,
    uploadDir: join(door.engine.context.archive.dir, 'uploads'),
    log: (message, error) => door.engine.context.log.error({ error }, message),
  });
  door.engine.intake.startWatching();
  run.say(run.text('serving', { url: host.url }));
  run.emit({ url: host.url, port: host.port });
  if (own.open === true && process.env['CI'] === undefined) openBrowser(host.url);
  if (process.stdin.isTTY) {
    // The link works once; Enter gives another one.
    process.stdin.on('data', () => run.say(run.text('serving', { url: host.issueUrl() })));
  }
  await new Promise<void>((resolve) => {
    if (run.signal.aborted) resolve();
    run.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  process.stdin.pause();
  await host.close();
  return { result: { stopped: true } };
}

/** Best effort: the address is printed anyway. */
function openBrowser(url: string): void {
  const [program, args] =
    process.platform === 'win32'
      ? ['rundll32', ['url.dll,FileProtocolHandler', url]]
      : process.platform === 'darwin'
        ? ['open', [url]]
        : ['xdg-open', [url]];
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return;
  const child = spawn(program as string, args as string[], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
