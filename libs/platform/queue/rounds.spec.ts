import { Rounds } from './rounds.js';

interface Item {
  key: string;
  bad?: boolean;
}

/** Rounds whose work ends when told to; `played` lists the keys of each round as it began. */
function house() {
  const played: string[][] = [];
  const ends: (() => void)[] = [];
  const rounds = new Rounds<Item>(
    async (items) => {
      played.push(items.map(({ key }) => key));
      await new Promise<void>((end) => ends.push(end));
      if (items.some(({ bad }) => bad)) throw new Error('bad item');
    },
    ({ key }) => key,
  );
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  /** Ends every round under way, until nothing is. */
  const finish = async () => {
    for (await turn(); ends.length > 0; await turn()) for (const end of ends.splice(0)) end();
  };
  return { played, rounds, finish };
}

const verdicts = async (joined: Promise<void>[]) =>
  (await Promise.allSettled(joined)).map(({ status }) => status);

describe('rounds', () => {
  it('begins at once when nothing is under way, and does the rest together', async () => {
    const { played, rounds, finish } = house();
    const joined = ['a', 'b', 'c', 'd', 'e'].map((key) => rounds.join({ key }));
    expect(played).toEqual([['a'], ['b']]);
    await finish();
    expect(played).toEqual([['a'], ['b'], ['c', 'd', 'e']]);
    expect(await verdicts(joined)).toEqual(Array(5).fill('fulfilled'));
  });

  it('never does two items of one key in the same round', async () => {
    const { played, rounds, finish } = house();
    const joined = ['a', 'b', 'c', 'c', 'd', 'c'].map((key) => rounds.join({ key }));
    await finish();
    expect(played.slice(2).every((keys) => new Set(keys).size === keys.length)).toBe(true);
    expect(played.flat().filter((key) => key === 'c')).toHaveLength(3);
    expect(await verdicts(joined)).toEqual(Array(6).fill('fulfilled'));
  });

  it('does each item of a failed round by itself, and fails only the bad one', async () => {
    const { played, rounds, finish } = house();
    const items: Item[] = [{ key: 'a' }, { key: 'b' }, { key: 'c' }, { key: 'd', bad: true }, { key: 'e' }];
    const joined = items.map((item) => rounds.join(item));
    const settled = verdicts(joined);
    await finish();
    expect(played).toEqual([['a'], ['b'], ['c', 'd', 'e'], ['c'], ['d'], ['e']]);
    expect(await settled).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('goes on after a failure', async () => {
    const { played, rounds, finish } = house();
    const first = verdicts([rounds.join({ key: 'a', bad: true })]);
    await finish();
    const second = verdicts([rounds.join({ key: 'b' })]);
    await finish();
    expect(played).toEqual([['a'], ['b']]);
    expect([...(await first), ...(await second)]).toEqual(['rejected', 'fulfilled']);
  });
});
