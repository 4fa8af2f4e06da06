import { differences } from '../../../test/support/same-words.js';
import { REPORT_WORDS } from './report-words.js';

// Not an import: the console is built by rules of its own.
const { texts } = jest.requireActual<{ texts: Record<'zh' | 'en', object> }>(
  '../../../apps/web/src/pages/call-reports/texts',
);

it.each(['zh', 'en'] as const)('a file says in %s what the screen says', (language) => {
  expect(differences(REPORT_WORDS[language], texts[language])).toEqual([]);
});
