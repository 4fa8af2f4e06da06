import { differences } from '../../../test/support/same-words.js';
import { STAFFING_WORDS } from './staffing-words.js';

// Not an import: the console is built by rules of its own.
const { texts } = jest.requireActual<{ texts: Record<'zh' | 'en', object> }>(
  '../../../apps/web/src/pages/staffing/texts',
);

it.each(['zh', 'en'] as const)('a file of a staffing day says in %s what the screen says', (language) => {
  expect(differences(STAFFING_WORDS[language], texts[language])).toEqual([]);
});
