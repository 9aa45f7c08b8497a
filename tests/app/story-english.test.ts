// The whole job in English, in a real browser.
import { readPageWords } from './page-words.ts';
import { tellStory } from './tell-story.ts';

tellStory(await readPageWords('en'), false);
