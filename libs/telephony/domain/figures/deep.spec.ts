import { type PaperAgent, PaperPbx } from '../../../../test/support/paper-pbx.js';
import { Replay, type Replayed } from './replay.js';

const LI: PaperAgent = { name: '李8101', device: 'PJSIP/8101' };
const LAW: PaperAgent = { name: '律师8201', device: 'PJSIP/8201' };

function replay(pbx: PaperPbx, log = true): Replayed {
  const run = new Replay();
  for (const stream of pbx.streams()) run.ami([stream]);
  if (log) run.queueLog([pbx.queueLog()]);
  return run.result();
}

describe('an attended transfer by way of a second queue', () => {
  it.each([true, false])(
    'counts the agent who asks there as a visit of that queue, not as a call (log: %s)',
    (log) => {
      const pbx = new PaperPbx().signIn('q1', LI).signIn('q2', LAW);
      const caller = pbx.arrive('19911110001');
      pbx.wait(2).join(caller, 'q1');
      const talk = pbx.answer(caller, 'q1', LI);
      pbx.wait(10).event('Hold', pbx.of(talk.leg));
      const consult = pbx.leg(LI.device, '8101', 'agents', '9200');
      pbx.join(consult, 'q2');
      const second = pbx.answer(consult, 'q2', LAW, 3);
      pbx.wait(6).event('AttendedTransfer', {
        Result: 'Success',
        ...pbx.of(talk.leg, 'OrigTransferer'),
        ...pbx.of(consult, 'SecondTransferer'),
        ...pbx.of(caller, 'Transferee'),
        DestType: 'Bridge',
      });
      pbx.complete(talk, 'transfer', ['ATTENDEDTRANSFER', 'BRIDGE', 'b-x']);
      pbx.event('Hangup', { ...pbx.of(talk.leg), Cause: 16 });
      pbx.event('Hangup', { ...pbx.of(consult), Cause: 16 });
      pbx.wait(20).end({ ...second, caller }, 'caller');
      const { figures, queue, rows } = replay(pbx, log);
      expect(queue).toBe('q1');
      expect(figures.calls).toMatchObject({ arrived_at_number: 1, asked_for_an_agent: 1, answered: 1 });
      expect(figures.transfers).toEqual({
        blind_out_of_q1: 0,
        attended_out_of_q1: 1,
        entered_q2: 1,
        answered_q2: 1,
      });
      expect(figures.agents[LI.name]?.hold_s).toBeGreaterThan(8);
      expect(rows.calls).toHaveLength(1);
    },
  );
});

describe('a shift without our dialplan lines', () => {
  it('takes arrivals from the entrance of the callers who reached a queue', () => {
    const pbx = new PaperPbx().signIn('q1', LI);
    const caller = pbx.arrive('19911110001');
    pbx.wait(2).join(caller, 'q1');
    const talk = pbx.answer(caller, 'q1', LI);
    pbx.wait(10).end(talk, 'caller');
    const ivr = pbx.arrive('19911110002');
    pbx.wait(2).hangUp(ivr);
    const text = new TextDecoder().decode(pbx.streams()[0]);
    const bare = text.split('\r\n\r\n').filter((block) => !block.includes('UserEvent'));
    const run = new Replay();
    run.ami([new TextEncoder().encode(bare.join('\r\n\r\n'))]);
    expect(run.result().figures.calls).toMatchObject({
      arrived_at_number: 2,
      hung_up_in_ivr: 1,
      asked_for_an_agent: 1,
      answered: 1,
    });
  });
});

describe('a queue named by the person who asks', () => {
  it('is the one the figures speak of', () => {
    const pbx = new PaperPbx().signIn('q1', LI).signIn('q2', LAW);
    for (const queue of ['q1', 'q1', 'q2']) {
      const caller = pbx.wait(1).arrive('19911110001');
      pbx.wait(2).join(caller, queue);
      pbx.wait(3).giveUp(caller, queue);
    }
    const run = new Replay();
    run.ami(pbx.streams());
    expect(run.result().queue).toBe('q1');
    expect(run.result('q2').figures.calls).toMatchObject({ entered_queue: 1, abandoned_by_caller: 1 });
    expect(run.result('q9').problems).toEqual(['queue q9 is not in the recording']);
  });
});
