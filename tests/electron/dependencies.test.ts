// What is installed on a person's computer: exactly pinned, without install scripts, under licences that let us ship it, named in the docs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../support/temporary-archive.ts';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
}

const readText = (...path: string[]): string => readFileSync(join(PROJECT_DIR, ...path), 'utf8');
const manifest = JSON.parse(readText('package.json')) as {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
  readonly allowScripts: Record<string, boolean>;
};
const lock = JSON.parse(readText('package-lock.json')) as {
  readonly packages: Record<string, LockedPackage>;
};
const asked = {
  ...manifest.dependencies,
  ...manifest.devDependencies,
  ...manifest.optionalDependencies,
};
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('security 36: dependencies', () => {
  it('are asked for in exact versions, and the lock file holds those', () => {
    for (const [name, wanted] of Object.entries(asked)) {
      const version = /^(?:npm:(?:@[\w-]+\/)?[\w-]+@)?(\d+\.\d+\.\d+(?:-[\w.]+)?)$/.exec(wanted)?.[1];
      expect(version, `${name} ${wanted}`).toBeDefined();
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  it('are locked by their content', () => {
    expect(locked.length).toBeGreaterThan(300);
    expect(locked.filter(([, one]) => !one.integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual(
      [],
    );
  });

  it('run no script when they are installed', () => {
    const withScript = locked
      .filter(([, one]) => one.hasInstallScript === true)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(withScript.filter((name) => manifest.allowScripts[name] !== false)).toEqual([]);
    expect(Object.values(manifest.allowScripts)).not.toContain(true);
  });

  it('are under licences that let them be shipped beside Apache-2.0', () => {
    const allowed =
      /^(?:MIT|MIT-0|ISC|0BSD|Unlicense|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|LGPL-3\.0(?:-or-later)?|CC0-1\.0|CC-BY-4\.0|OFL-1\.1|BlueOak-1\.0\.0)$/;
    const strange = locked.filter(
      ([, { license }]) =>
        license === undefined ||
        !license.split(/ (?:AND|OR) |[()]/).every((one) => one === '' || allowed.test(one)),
    );
    expect(strange.map(([path, { license }]) => `${path} ${license}`)).toEqual([]);
  });

  it('each library of the product stands in the list of docs/dependencies.md', () => {
    const page = readText('docs', 'dependencies.md');
    const isNamed = (name: string): boolean =>
      page.includes(name) || (name.startsWith('@') && page.includes(`${name.split('/')[0]}/*`));
    const names = Object.entries(manifest.dependencies).map(([name, wanted]) =>
      wanted.startsWith('npm:') ? wanted.slice(4, wanted.lastIndexOf('@')) : name,
    );
    expect(names.filter((name) => !isNamed(name))).toEqual([]);
  });
});

describe('security 37: signing', () => {
  it('the README says plainly that nothing is signed', () => {
    expect(readText('README.md')).toContain('not signed');
    expect(readText('README.md')).toContain('没有签名');
  });
});
