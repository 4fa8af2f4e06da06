import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { parkedTickets } from '../../../test/support/parked-tickets.js';
import { SCORECARD } from '../domain/scorecard.js';
import { CheckQuality } from './check-quality.js';

let house: CaseHouse;
let closed: string;
let handling: string;
beforeAll(async () => {
  house = await CaseHouse.open();
  const parked = await parkedTickets(house);
  const states = await Promise.all(parked.map(async (id) => (await house.facts(id)).state));
  closed = parked[states.indexOf('closed')] ?? '';
  handling = parked[states.indexOf('handling')] ?? '';
}, 60_000);
afterAll(() => house.close());

const marks = (points: number) => SCORECARD.map(({ code }) => ({ code, points }));

it('judges an ended ticket without moving it, and only by somebody who had no part in it', async () => {
  const supervisor = await house.actor(['supervisor', '440300']);
  const before = await house.facts(closed);
  const check = (actor = supervisor, points = 18, remark: string | null = null) =>
    house
      .version(closed)
      .then((version) =>
        house.get(CheckQuality).run(actor, closed, version, { scores: marks(points), remark }),
      );
  house.clock.advance(3_600_000);
  await check();
  const after = await house.check(closed);
  expect([after.state, after.version]).toEqual(['closed', before.version + 1]);
  const { rows } = await house.owner.query<{ closed_at: Date; updated_at: Date }>(
    'select closed_at, updated_at from ticket where id = $1',
    [closed],
  );
  expect(rows[0]?.closed_at.getTime()).toBeLessThan(rows[0]?.updated_at.getTime() ?? 0);
  expect(await house.get(CheckQuality).list(supervisor, closed)).toMatchObject([
    { total: 90, verdict: 'pass', by: supervisor.displayName },
  ]);
  expect(await refusalOf(check(supervisor, 10))).toBe('reason-required remark');
  expect(await refusalOf(check(await house.actor(['supervisor', '440306'])))).toBe('not-found');
  const { rows: signers } = await house.owner.query<{ actor_id: string }>(
    `select actor_id from event where ticket_id = $1 and kind = 'hop-signed'`,
    [closed],
  );
  const signer = { ...supervisor, accountId: signers[0]?.actor_id ?? '' };
  expect(await refusalOf(check(signer))).toBe('own-work');
});

it('waits until there is something to judge', async () => {
  const supervisor = await house.actor(['supervisor', 'cn']);
  const version = await house.version(handling);
  const check = house
    .get(CheckQuality)
    .run(supervisor, handling, version, { scores: marks(20), remark: null });
  expect(await refusalOf(check)).toBe('wrong-state');
});
