import { type PaperAgent, PaperPbx } from '../../../../test/support/paper-pbx.js';
import { Replay, type Replayed } from './replay.js';

const LI: PaperAgent = { name: '李8101', device: 'PJSIP/8101' };
const WU: PaperAgent = { name: '吴8102', device: 'PJSIP/8102' };
const LAW: PaperAgent = { name: '律师8201', device: 'PJSIP/8201' };

function replay(pbx: PaperPbx, withLog: boolean): Replayed {
  const run = new Replay();
  for (const stream of pbx.streams()) run.ami([stream]);
  if (withLog) run.queueLog([pbx.queueLog()]);
  return run.result();
}

/** The same by AMI alone, by AMI and log, and with every stream twice over. */
function everyWay(pbx: PaperPbx, look: (replayed: Replayed) => void): void {
  look(replay(pbx, false));
  look(replay(pbx, true));
  const twice = new Replay();
  for (const stream of [...pbx.streams(), ...pbx.streams()]) twice.ami([stream]);
  twice.queueLog([pbx.queueLog()]);
  look(twice.result());
}

describe('a shift nobody has recorded', () => {
  it('counts refusals of a full queue and of one without agents, which have no queue event', () => {
    const pbx = new PaperPbx('12345').signIn('rights', LI);
    const first = pbx.arrive('19911110001');
    pbx.wait(2).join(first, 'rights');
    const full = pbx.wait(1).arrive('19911110002');
    pbx.wait(2).refuse(full, 'rights', 'FULL');
    const talk = pbx.wait(1).answer(first, 'rights', LI);
    pbx.wait(10).end(talk, 'caller');
    const empty = pbx.wait(1).arrive('anonymous');
    pbx.wait(2).refuse(empty, 'rights', 'JOINEMPTY');
    const left = pbx.wait(1).arrive('19911110003');
    pbx.wait(2).join(left, 'rights');
    pbx.wait(5).exit(left, 'rights', 'LEAVEEMPTY');
    everyWay(pbx, ({ figures, queue, rows }) => {
      expect(queue).toBe('rights');
      expect(figures.calls).toMatchObject({
        arrived_at_number: 4,
        hung_up_in_ivr: 0,
        asked_for_an_agent: 4,
        refused_queue_full: 1,
        refused_queue_empty: 1,
        left_by_empty_queue: 1,
        entered_queue: 2,
        answered: 1,
        abandoned_by_caller: 0,
        left_by_timeout: 0,
      });
      expect(figures.rates_percent.connection_rate_answered_over_asked_for_agent).toBe(25);
      expect(figures.rates_percent.connection_rate_answered_over_entered_queue).toBe(50);
      expect(rows.calls.map((call) => call.caller)).toContain('withheld');
    });
  });

  it('follows a caller to a second queue and back: three visits of one leg, two of them in one queue', () => {
    const pbx = new PaperPbx().signIn('q1', LI).signIn('q2', LAW).signIn('q1', WU);
    const caller = pbx.arrive('19911110001');
    pbx.wait(2).join(caller, 'q1');
    const one = pbx.answer(caller, 'q1', LI, 3);
    pbx.wait(20).blindTransfer(one, '9200');
    pbx.join(caller, 'q2');
    const two = pbx.answer(caller, 'q2', LAW, 4);
    pbx.wait(30).blindTransfer(two, '9100');
    pbx.join(caller, 'q1');
    const three = pbx.answer(caller, 'q1', WU, 6);
    pbx.wait(40).end(three, 'agent');
    everyWay(pbx, ({ figures, rows }) => {
      expect(figures.calls).toMatchObject({ arrived_at_number: 1, entered_queue: 2, answered: 2 });
      expect(figures.transfers).toEqual({
        blind_out_of_q1: 1,
        attended_out_of_q1: 0,
        entered_q2: 1,
        answered_q2: 1,
      });
      expect(figures.ended_by).toEqual({ caller: 0, agent: 1, transfer: 1 });
      expect(rows.calls).toHaveLength(1);
      expect(rows.calls[0]?.visitIds).toHaveLength(3);
      expect(rows.visits.map((visit) => `${visit.queue}#${visit.ordinal}`).sort()).toEqual([
        'q1#1',
        'q1#2',
        'q2#1',
      ]);
      expect(figures.seconds.mean_wait_of_answered).toBeCloseTo(4.5, 2);
      expect(figures.seconds.total_talk_including_hold).toBeCloseTo(60, 2);
    });
  });

  it('queues the caller again at once after the limit', () => {
    const pbx = new PaperPbx().signIn('q1', LI);
    const caller = pbx.arrive('19911110001');
    pbx.wait(2).join(caller, 'q1');
    pbx.wait(45).exit(caller, 'q1', 'TIMEOUT', 0);
    pbx.join(caller, 'q1');
    const talk = pbx.answer(caller, 'q1', LI, 5);
    pbx.wait(10).end(talk, 'caller');
    everyWay(pbx, ({ figures }) => {
      expect(figures.calls).toMatchObject({ entered_queue: 2, answered: 1, left_by_timeout: 1 });
      expect(figures.calls.abandoned_by_caller).toBe(0);
    });
  });

  it('tells attended transfers from blind ones; the talk in the queue ends with either, the hold with it', () => {
    const pbx = new PaperPbx().signIn('q1', LI);
    const first = pbx.arrive('19911110001');
    pbx.wait(2).join(first, 'q1');
    const one = pbx.answer(first, 'q1', LI);
    pbx.wait(10).attendedTransfer(one, 8);
    pbx.wait(60).hangUp(first);
    const second = pbx.arrive('19911110002');
    pbx.wait(2).join(second, 'q1');
    const two = pbx.answer(second, 'q1', LI);
    pbx.wait(10).blindTransfer(two, '8102');
    pbx.wait(60).hangUp(second);
    everyWay(pbx, ({ figures }) => {
      expect(figures.transfers).toEqual({ blind_out_of_q1: 1, attended_out_of_q1: 1 });
      expect(figures.ended_by).toEqual({ caller: 0, agent: 0, transfer: 2 });
      expect(figures.calls).toMatchObject({ arrived_at_number: 2, answered: 2 });
      expect(figures.seconds.total_talk_including_hold).toBeCloseTo(28, 2);
      expect(figures.agents[LI.name]?.hold_s).toBeCloseTo(8, 2);
    });
  });

  it('does not count outbound and internal calls of agents, nor a call outside duty hours as asked for', () => {
    const pbx = new PaperPbx().signIn('q1', LI);
    const closed = pbx.arrive('19911110001');
    pbx.wait(6).hangUp(closed, false);
    const ivr = pbx.wait(1).arrive('19911110004');
    pbx.wait(2).hangUp(ivr);
    const out = pbx.wait(1).leg('PJSIP/8101', '8101', 'agents', '19911110009');
    const trunk = pbx.leg('PJSIP/carrier', '19911110009', pbx.trunkContext, 's', out.call);
    pbx.event('DialEnd', { ...pbx.of(out), ...pbx.of(trunk, 'Dest'), DialStatus: 'ANSWER' });
    pbx.event('Hold', pbx.of(out));
    pbx.wait(5).event('Unhold', pbx.of(out));
    pbx.hangUp(trunk);
    pbx.hangUp(out);
    const colleague = pbx.leg('PJSIP/8101', '8101', 'agents', '8102');
    const rung = pbx.leg('PJSIP/8102', '8102', 'agents', 's', colleague.call);
    pbx.event('QueueMemberStatus', { Queue: 'q1', MemberName: LI.name, Interface: LI.device, Status: 2 });
    pbx.wait(5).hangUp(rung);
    pbx.hangUp(colleague);
    const caller = pbx.arrive('19911110002');
    pbx.wait(2).join(caller, 'q1');
    pbx.wait(3).giveUp(caller, 'q1');
    everyWay(pbx, ({ figures, rows }) => {
      expect(figures.calls).toMatchObject({
        arrived_at_number: 3,
        hung_up_in_ivr: 1,
        closed_before_asking: 1,
        asked_for_an_agent: 1,
        abandoned_by_caller: 1,
        answered: 0,
      });
      expect(figures.short_abandons.under_5_s).toBe(1);
      expect(figures.agents[LI.name]).toMatchObject({ answered: 0, hold_s: 0 });
      const kinds = rows.legs.map((leg) => leg.kind).sort();
      expect(kinds.filter((kind) => kind === 'outbound')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'caller')).toHaveLength(3);
    });
  });

  it('counts rings once, a rejection as one, and a break once though told for each queue', () => {
    const pbx = new PaperPbx().signIn('q1', LI).signIn('q2', LI);
    const caller = pbx.arrive('19911110001');
    pbx.wait(2).join(caller, 'q1');
    const one = pbx.ring(caller, 'q1', LI);
    pbx.wait(12).ringOut(caller, 'q1', LI, one, 12_000);
    const two = pbx.wait(1).ring(caller, 'q1', LI);
    pbx.wait(1.5).ringOut(caller, 'q1', LI, two, 1000, true);
    const talk = pbx.wait(1).answer(caller, 'q1', LI);
    pbx.wait(4).pause(['q1', 'q2'], LI, true, '用餐');
    pbx.wait(6).end(talk, 'caller');
    pbx.pause(['q1', 'q2'], LI, true, 'acw');
    pbx.wait(5).pause(['q1', 'q2'], LI, true, '用餐');
    pbx.wait(60).pause(['q1', 'q2'], LI, false);
    everyWay(pbx, ({ figures, rows }) => {
      expect(figures.agent_ring_no_answer).toBe(2);
      expect(figures.agents[LI.name]).toMatchObject({
        answered: 1,
        ring_no_answer: 2,
        pause_events_by_reason: { acw: 1, 用餐: 1 },
      });
      expect(rows.visits[0]?.missed.map((ring) => ring.reason)).toEqual(['ring_out', 'rejected']);
    });
  });

  it('takes a key for what the caller pressed', () => {
    const pbx = new PaperPbx().signIn('q1', LI);
    const caller = pbx.arrive('19911110001');
    pbx.wait(2).join(caller, 'q1');
    pbx.wait(8).pressKey(caller, 'q1', '1');
    everyWay(pbx, ({ figures }) => {
      expect(figures.calls).toMatchObject({ left_by_key_for_callback: 1, callback_requests: 1 });
    });
  });
});
