import { DEMO_PEOPLE } from '@hotline/organization';
import { type Hotline, type Person, startHotline } from './support/hotline.js';

/** More than the requests a process works on at once, and no more than twenty of one person. */
const SCREENS = 540;
const OF_ONE = 20;

describe('many open screens', () => {
  let hotline: Hotline;
  const ended = new AbortController();

  beforeAll(async () => (hotline = await startHotline({ workers: false })), 60_000);
  afterAll(async () => {
    ended.abort();
    await hotline?.close();
  });

  it('keep nobody from being served', async () => {
    const people: Person[] = [];
    for (const { name } of DEMO_PEOPLE.slice(0, SCREENS / OF_ONE)) people.push(await hotline.as(name));
    expect(people).toHaveLength(SCREENS / OF_ONE);
    // Kept, for a stream that nobody holds any more is collected and closed.
    const open: Response[] = [];
    for (const person of people) {
      const streams = Array.from({ length: OF_ONE }, () => person.raw('/api/live', { signal: ended.signal }));
      open.push(...(await Promise.all(streams)));
    }
    expect(open.filter(({ status }) => status !== 200)).toEqual([]);
    const [person] = people;
    expect((await person?.raw('/api/session'))?.status).toBe(200);
    expect((await person?.raw('/api/live'))?.status).toBe(429);
  }, 60_000);
});
