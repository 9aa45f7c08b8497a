// Builds the user interface into a folder; run in a process of its own, so that a server stays small.
// Usage: node build-ui.ts ROOT_DIR OUT_DIR
import { promises as dns } from 'node:dns';
import { build } from 'vite';
import { createUiBuildConfig } from './ui-build-config.ts';

// Vite asks what "localhost" is even when it only builds; on many systems that question goes to a name server. Nothing
// may leave this computer, and the answer is known.
Object.assign(dns, { lookup: async () => ({ address: '127.0.0.1', family: 4 }) });

const [rootDir, outDir] = process.argv.slice(2);
if (rootDir === undefined || outDir === undefined) throw new Error('Usage: build-ui.ts ROOT_DIR OUT_DIR');
const config = createUiBuildConfig(rootDir);
try {
  await build({
    ...config,
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    build: { ...config.build, outDir },
  });
} catch (error) {
  // The bundler's message shows file and line; its stack would only hide them.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
