import type { Actor } from '@hotline/organization';
import { CaseHouse } from '../../../test/support/case-house.js';
import { eventually } from '../../../test/support/eventually.js';
import { PractisedLine } from '../../../test/support/practised-line.js';
import { FollowSwitchboard } from './follow-switchboard.js';
import { type OwnLine, ShowOwnLine } from './show-own-line.js';
import { ShowPresence } from './show-presence.js';
import { SignOnLine } from './sign-on-line.js';
import { UseTelephone } from './use-telephone.js';

const TELEPHONE = 'PJSIP/8001';
let house: CaseHouse;
let line: PractisedLine;
let agent: Actor;

/** As it stands now: what was said within the last second is the same for every desk. */
async function now(): Promise<OwnLine> {
  await line.heard();
  house.clock.advance(1_100);
  return house.get(ShowOwnLine).run(agent);
}
const me = () => house.get(ShowPresence).run(agent);

beforeAll(async () => {
  house = await CaseHouse.open();
  line = await PractisedLine.open(house);
  // Of a unit below: the queue is carried for the nation.
  agent = await house.serving(['agent', '440000']);
}, 60_000);
afterAll(async () => {
  await line?.close();
  await house?.close();
});

describe('the line behind a desk', () => {
  it('says nothing to who has no telephone', async () => {
    expect(await now()).toMatchObject({ waiting: null, since: null });
  });

  it('says who waits in my queues, since when, and how those beside me are', async () => {
    await line.telephoneOf(agent, TELEPHONE);
    await house.owner.query(`update agent_endpoint set queues = '{q12351}'`);
    await house.owner.query(
      `insert into telephony_feed (source_id, feed, state, since, last_received_at) select id, 'ami', 'live', now(), now() + interval '1 year'
       from telephony_source on conflict (source_id, feed) do update set state = 'live', last_received_at = excluded.last_received_at`,
    );
    expect(await now()).toMatchObject({ waiting: 0, since: null, team: { talking: 0, ready: 0, wrapUp: 0 } });
    await house.get(SignOnLine).run(agent, (await me()).version);
    await house.get(FollowSwitchboard).settled();
    expect((await now()).team).toEqual({ talking: 0, ready: 1, wrapUp: 0 });
    line.call();
    line.call();
    await eventually('both wait', async () => (await now()).waiting === 2);
    expect((await now()).since?.getTime()).toBeLessThan(house.clock.now().getTime());
    const callId = (await me()).call?.callId ?? null;
    await house.get(UseTelephone).run(agent, { key: 'answer', callId, screenId: null });
    await eventually('one waits', async () => (await now()).waiting === 1);
    expect((await now()).team).toEqual({ talking: 1, ready: 0, wrapUp: 0 });
  });

  it('guesses nothing while the line is down', async () => {
    await house.owner.query(`update telephony_feed set state = 'down'`);
    expect(await now()).toMatchObject({ waiting: null, since: null });
  });
});
