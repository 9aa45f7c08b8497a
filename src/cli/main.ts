// Where the command line starts: compiled code is kept between runs, then the program is loaded.
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './light-packages.ts';

// Hundreds of small modules are compiled at each start otherwise; the cache is only a copy of code, never of data.
enableCompileCache(
  join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'node_modules', '.cache', 'compiled'),
);

// `casebinder search … | head` closes the pipe early: that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

const { runProgram } = await import('./program.ts');
await runProgram(process.argv);
