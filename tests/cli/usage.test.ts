// A command typed wrongly: told in the person's language, in the one shape of errors, with exit code 2?
import { describe, expect, test } from 'vitest';
import { runInThisProcess } from '../support/command-in-process.ts';

/** What the command parser refuses, and how a person is told. */
const WRONG: readonly (readonly [string, readonly string[], string, string])[] = [
  [
    'an unknown command',
    ['serch'],
    'there is no command serch. Did you mean search?',
    '没有命令 serch。是否想用 search？',
  ],
  [
    'an unknown verb',
    ['case', 'shwo'],
    'there is no command shwo. Did you mean show?',
    '没有命令 shwo。是否想用 show？',
  ],
  [
    'an unknown option',
    ['case', 'list', '--opne'],
    'there is no option --opne. Did you mean --open?',
    '没有选项 --opne。是否想用 --open？',
  ],
  ['a missing argument', ['case', 'show'], '<case> is missing.', '缺少 <case>。'],
  [
    'a missing value',
    ['case', 'note', 'C-1', 'x', '--at'],
    '--at <time> needs a value.',
    '--at <time> 需要一个值。',
  ],
  ['a missing option', ['case', 'open'], '--problem <slug> must be given.', '必须提供 --problem <slug>。'],
  [
    'too many arguments',
    ['case', 'show', 'C-1', 'C-2'],
    'too many arguments: 2 instead of 1.',
    '参数过多：应为 1 个，实际 2 个。',
  ],
  [
    'a value that is none',
    ['search', 'x', '--limit', 'many'],
    '--limit <n> does not take many. A whole number is needed.',
    '--limit <n> 不接受 many。需要整数。',
  ],
  ['a noun alone', ['week'], 'a command is missing.', '缺少子命令。'],
];

describe.each(WRONG)('%s', (_name, args, english, chinese) => {
  test.each([
    ['en', english, 'Wrong usage: '],
    ['zh-CN', chinese, '命令用法有误：'],
  ])('is told in %s', async (language, sentence, before) => {
    const words = await runInThisProcess('--lang', language, ...args);
    expect(words.status).toBe(2);
    expect(words.out).toBe('');
    expect(words.err).toContain(`${before}${sentence}\n`);
    expect(words.err).not.toContain('error:');
    const json = await runInThisProcess('--lang', language, '--json', ...args);
    expect(json.status).toBe(2);
    expect(JSON.parse(json.out)).toEqual({
      error: {
        code: 'USAGE',
        message: `${before}${sentence}`,
        hint: expect.stringMatching(/casebinder --help/),
      },
    });
  });
});

test('asking for help is no mistake', async () => {
  const help = await runInThisProcess('case', '--help', '--lang', 'en');
  expect(help).toMatchObject({ status: 0, err: '' });
  expect(help.out).toContain('pre-check');
});

test('a language that is none is refused', async () => {
  const answer = await runInThisProcess('case', 'list', '--lang', 'fr', '--json');
  expect(answer.status).toBe(2);
  expect(JSON.parse(answer.out)).toMatchObject({ error: { code: 'USAGE' } });
});
