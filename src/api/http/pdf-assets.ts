// Which files does pdf.js need beside its code: character maps for Chinese, standard fonts, decoders?
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Folder of the built page that holds them; named in the page as PDF_ASSETS. */
const TARGET = 'pdfjs';

/**
 * Parts of pdfjs-dist that are fetched at run time, from our own origin. WebAssembly is left out: the policy forbids
 * it (security.md 9), and `useWasm: false` makes pdf.js take the decoders written in plain JavaScript.
 */
const FOLDERS: readonly { readonly name: string; readonly wanted: RegExp }[] = [
  { name: 'cmaps', wanted: /\.bcmap$/ },
  { name: 'standard_fonts', wanted: /\.(pfb|ttf)$/ },
  { name: 'iccs', wanted: /\.icc$/ },
  { name: 'wasm', wanted: /_nowasm_fallback\.js$/ },
];

/** Copies them into the build, so that no PDF ever needs anything from elsewhere. */
export function copyPdfAssets(): Plugin {
  // Asked of the module system: an installed tree may keep the package elsewhere than beside the sources.
  const packageDir = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return {
    name: 'casebinder:pdf-assets',
    apply: 'build',
    generateBundle() {
      for (const { name, wanted } of FOLDERS) {
        const folder = join(packageDir, name);
        for (const file of readdirSync(folder)) {
          if (!wanted.test(file)) continue;
          this.emitFile({
            type: 'asset',
            fileName: `${TARGET}/${name}/${file}`,
            source: readFileSync(join(folder, file)),
          });
        }
      }
    },
  };
}
