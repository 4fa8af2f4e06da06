import { ENDPOINTS } from './endpoints';
import { VERB_NAMES } from './names';

describe('the verbs', () => {
  it('never share a key', () => {
    const keys = Object.values(VERB_NAMES).flatMap(({ key }) => (key ? [key] : []));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('each have a name in both languages and a path of their own', () => {
    const paths = Object.values(ENDPOINTS).map((endpoint) => endpoint('t', 'r'));
    expect(new Set(paths).size).toBe(Object.keys(VERB_NAMES).length);
    for (const { zh, en } of Object.values(VERB_NAMES)) expect(zh !== '' && en !== '').toBe(true);
  });
});
