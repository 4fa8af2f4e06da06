import { type EarLine, earsOf } from './ears.js';

const own: EarLine = { accountId: 'leader', sourceId: 'one', sourceKind: 'ami', sourceSettings: {} };
const both = { listen: true, bargeIn: true };
const agent = (change: Partial<EarLine> = {}): EarLine => ({
  accountId: 'agent',
  sourceId: 'one',
  sourceKind: 'ami',
  sourceSettings: both,
  ...change,
});

describe('who may be heard', () => {
  it.each<[string, EarLine | null, EarLine | null, string[]]>([
    ['on a line that allows both', own, agent(), ['listen', 'barge-in']],
    ['on a line that allows listening alone', own, agent({ sourceSettings: { listen: true } }), ['listen']],
    ['on a line that says nothing', own, agent({ sourceSettings: {} }), []],
    ['on a line whose setting is a word', own, agent({ sourceSettings: { listen: 'true' } }), []],
    ['by a telephone of another switchboard', { ...own, sourceId: 'two' }, agent(), []],
    ['on a line that takes no orders', own, agent({ sourceKind: 'webhook' }), []],
    ['by the agent himself', { ...own, accountId: 'agent' }, agent(), []],
    ['without a telephone of one’s own', null, agent(), []],
    ['without a telephone there', own, null, []],
  ])('%s', (_, mine, spied, ears) => {
    expect(earsOf(mine, spied)).toEqual(ears);
  });
});
