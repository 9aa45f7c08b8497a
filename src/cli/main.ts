// Where the command line starts: compiled code is kept between runs, then the program is loaded.
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Hundreds of small modules are compiled at each start otherwise; the cache is only a copy of code, never of data.
enableCompileCache(
  join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'node_modules', '.cache', 'compiled'),
);

const { runProgram } = await import('./program.ts');
await runProgram(process.argv);
