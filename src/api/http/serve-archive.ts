// How are an archive and its door opened together, the same way for the desktop and for browser mode?
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Language } from '../../domain/errors.ts';
import { createEngine, type Engine } from '../../engine/engine.ts';
import { appRouter } from '../router.ts';
import type { ApiContext } from '../trpc.ts';
import { createHttpHost, type HttpHost, type Listen } from './create-http-host.ts';
import { GrantBook } from './grants.ts';
import type { SessionBook } from './session-book.ts';
import type { RequestContext } from './trpc-routes.ts';

export interface ServeOptions {
  readonly archiveDir: string;
  readonly listen: Listen;
  readonly uiDir?: string;
  /** Watch and reconcile the folders while serving; true unless a test says otherwise. */
  readonly live?: boolean;
  readonly log?: Logger;
  /** See HttpHostOptions. */
  readonly sessions?: SessionBook;
}

export interface ServedArchive {
  readonly engine: Engine;
  readonly host: HttpHost;
  /** First the door, then the archive: no request may meet a closed database. */
  close(): Promise<void>;
}

/** @throws CasebinderError as createEngine; the error of the system when the port or socket is taken */
export async function serveArchive(options: ServeOptions): Promise<ServedArchive> {
  const engine = await createEngine({
    archiveDir: options.archiveDir,
    live: options.live ?? true,
    ...(options.log === undefined ? {} : { log: options.log }),
  });
  const grants = new GrantBook();
  try {
    const host = await createHttpHost({
      appRouter,
      createContext: (request: RequestContext): ApiContext => ({ engine, grants, ...request }),
      content: engine.content,
      videos: engine.videos,
      listen: options.listen,
      readLanguage: () => readEngineLanguage(engine),
      grants,
      uploadDir: join(engine.context.scratchDir, 'uploads'),
      log: (message, error) => engine.context.log.error({ error }, message),
      ...(options.sessions === undefined ? {} : { sessions: options.sessions }),
      ...(options.uiDir === undefined ? {} : { uiDir: options.uiDir }),
    });
    return {
      engine,
      host,
      close: async () => {
        await host.close();
        await engine.close();
      },
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

export function readEngineLanguage(engine: Engine): Language {
  return engine.settings.all().language === 'en' ? 'en' : 'zh-CN';
}

export { openEngineLog } from '../../engine/engine-log.ts';
