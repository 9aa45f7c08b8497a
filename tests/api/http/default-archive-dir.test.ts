// The default place of the archive on each system.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDefaultArchiveDir } from '../../../src/api/http/default-archive-dir.ts';

describe('the default archive folder', () => {
  it.each([
    ['linux', {}, join('/home/me', '.local', 'share', 'casebinder', 'archive')],
    ['linux', { XDG_DATA_HOME: '/data' }, join('/data', 'casebinder', 'archive')],
    ['darwin', {}, join('/home/me', 'Library', 'Application Support', 'Casebinder', 'archive')],
    ['win32', { LOCALAPPDATA: '/local', APPDATA: '/roaming' }, join('/local', 'Casebinder', 'archive')],
    ['win32', { CASEBINDER_ARCHIVE: '/mine' }, '/mine'],
  ] as const)('on %s with %o', (platform, env, expected) => {
    expect(findDefaultArchiveDir({ platform, env, homeDir: '/home/me' })).toBe(expected);
  });
});
