// How is the user interface built: once, for the desktop window and for browser mode alike?
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { copyPdfAssets } from './pdf-assets.ts';
import { NONCE_PLACEHOLDER } from './ui-files.ts';

/** The Vite settings of `src/ui`; used by electron.config.ts and by `ensureUiBuilt`. */
export function createUiBuildConfig(rootDir: string): InlineConfig & { root: string } {
  return {
    root: join(rootDir, 'src', 'ui'),
    base: '/', // addresses like /cases/12 must find the same assets
    publicDir: join(rootDir, 'src', 'ui', 'public'),
    plugins: [react(), copyPdfAssets()],
    // Each load gets a fresh nonce in place of this word (security.md 9).
    html: { cspNonce: NONCE_PLACEHOLDER },
    build: {
      outDir: join(rootDir, 'out', 'renderer'),
      emptyOutDir: true,
      target: 'chrome140',
      minify: true,
      sourcemap: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
      assetsInlineLimit: 0, // the policy allows no data: pictures or fonts
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(rootDir, 'src', 'ui', 'index.html') },
    },
  };
}
