import { differences } from '../../../../test/support/same-words.js';
import { RATE_WORDS } from './words.js';

// Not an import: the console is built by rules of its own.
const { texts } = jest.requireActual<{ texts: Record<'zh' | 'en', object> }>(
  '../../../../apps/web/src/pages/call-figures/texts',
);

it.each(['zh', 'en'] as const)('a file of rates says in %s what the screen says', (language) => {
  expect(differences(RATE_WORDS[language], texts[language])).toEqual([]);
});
