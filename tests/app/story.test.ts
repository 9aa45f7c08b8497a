// The whole job in Chinese, in a real browser.
import { readPageWords } from './page-words.ts';
import { tellStory } from './tell-story.ts';

tellStory(await readPageWords('zh-CN'), true);
