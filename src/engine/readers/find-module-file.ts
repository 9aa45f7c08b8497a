// Where does a file inside an installed npm package lie (WASM binaries, language data)?
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Absolute path of a file that the package exports. Throws when the package is not installed. */
export function findModuleFile(specifier: string): string {
  return require.resolve(specifier);
}
