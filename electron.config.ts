// How are shell, engine, preload and page built for the desktop?
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { createUiBuildConfig } from './src/api/http/ui-build-config.ts';

const ROOT = import.meta.dirname;
/** Tests build beside the real result, inside `out/`, so that packages are still found. */
const OUT = join(ROOT, 'out', process.env['CASEBINDER_BUILD_NAME'] ?? '');
const MAIN_OUT = join(OUT, 'main');
/** Folders that modules find relative to themselves; beside the modules they are found in a build, too. */
const DATA_FOLDERS = ['resources', 'migrations'];

/** Every file that the engine starts as a worker or a child: none of them is imported by anybody. */
function findWorkerEntries(): string[] {
  return readdirSync(join(ROOT, 'src', 'engine'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /-(worker|child)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** `electron/main.ts` → `electron/main`: built modules keep the layout of the sources. */
function nameEntry(path: string): string {
  return relative(ROOT, path).split(sep).join('/').replace(/\.ts$/, '');
}

const SIBLING_REFERENCE = /(['"`])(\.{1,2}\/[\w./-]*-(?:worker|child))\.ts\1/g;

/** In a build the file beside a module is called .js; references by address are not seen by the bundler. */
function renameSiblingReferences(): Plugin {
  return {
    name: 'casebinder:sibling-references',
    transform: (code, id) => {
      if (!id.endsWith('.ts') || !code.includes('.ts')) return null;
      const renamed = code.replaceAll(SIBLING_REFERENCE, '$1$2.js$1');
      // Same length, so the maps of earlier steps stay right.
      return renamed === code ? null : { code: renamed, map: null };
    },
  };
}

/**
 * electron-vite writes `const require = …` into every module that mentions `require(`, which breaks those that
 * make their own. Our modules are real ES modules and need no shim.
 */
function leaveModulesAlone(): Plugin {
  return {
    name: 'casebinder:no-shim',
    configResolved: ({ plugins }) => {
      const shim = plugins.find(({ name }) => name === 'vite:esm-shim');
      if (shim !== undefined) delete (shim as { renderChunk?: unknown }).renderChunk;
    },
  };
}

function copyDataFolders(): Plugin {
  return {
    name: 'casebinder:data-folders',
    closeBundle: () => {
      for (const name of DATA_FOLDERS) {
        if (existsSync(join(ROOT, name))) cpSync(join(ROOT, name), join(MAIN_OUT, name), { recursive: true });
      }
      writeFileSync(join(MAIN_OUT, 'main.js'), "import './electron/main.js';\n");
    },
  };
}

const ui = createUiBuildConfig(ROOT);
const entries = [
  join(ROOT, 'electron', 'main.ts'),
  join(ROOT, 'electron', 'engine-entry.ts'),
  ...findWorkerEntries(),
].filter((path) => existsSync(path));

export default defineConfig({
  main: {
    plugins: [renameSiblingReferences(), leaveModulesAlone(), copyDataFolders()],
    build: {
      outDir: MAIN_OUT,
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      // Packages stay in node_modules: native and WebAssembly ones can't be bundled, the others need not be.
      externalizeDeps: true,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((path) => [nameEntry(path), path])),
        external: ['electron'],
        output: {
          format: 'es',
          preserveModules: true,
          preserveModulesRoot: ROOT,
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: join(OUT, 'preload'),
      emptyOutDir: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: join(ROOT, 'electron', 'preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  ...(process.env['CASEBINDER_BUILD_PAGE'] !== 'no' && existsSync(join(ROOT, 'src', 'ui', 'index.html'))
    ? {
        renderer: {
          ...ui,
          build: { ...ui.build, outDir: join(OUT, 'renderer') },
        },
      }
    : {}),
});
