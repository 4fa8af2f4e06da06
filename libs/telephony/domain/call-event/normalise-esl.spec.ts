import { sampleEsl } from '../../../../test/support/telephony-sample.js';
import { type EslFrame, EslParser, GREETING } from '../esl/parser.js';
import { fold } from '../fold/fold.js';
import { type EventDraft } from './call-event.js';
import { keyed } from './event-key.js';
import { EslNormaliser } from './normalise-esl.js';

const START_US = 1_795_356_600_000_000;
const SECOND = 1_000_000;

/** An event `at` seconds after the start. */
function event(at: number, fields: Readonly<Record<string, string | number>>): string {
  const all = { 'Event-Date-Timestamp': START_US + at * SECOND, ...fields };
  const body = `${Object.entries(all)
    .map(([name, value]) => `${name}: ${encodeURIComponent(value)}\n`)
    .join('')}\n`;
  return `Content-Length: ${body.length}\nContent-Type: text/event-plain\n\n${body}`;
}
const answer = (body: string): string =>
  `Content-Type: api/response\nContent-Length: ${Buffer.byteLength(body)}\n\n${body}`;
const up = (seconds: number): string => answer(`UP 0 years, ${seconds} seconds\n`);
const frames = (text: string): EslFrame[] => new EslParser().push(Buffer.from(text));

function heard(normaliser: EslNormaliser, text: string, at = 0): EventDraft[] {
  return frames(text).flatMap((frame) => normaliser.read(frame, START_US + at * SECOND));
}
const rowsOf = (events: readonly EventDraft[]) => fold(events.map((one) => keyed(one, one.visitId)));
const channel = (name: string, uuid: string, more: object = {}) => ({
  'Event-Name': name,
  'Unique-ID': uuid,
  'Channel-Call-UUID': uuid,
  'Call-Direction': 'inbound',
  'Caller-Context': 'inbound',
  'Caller-Destination-Number': '12351',
  'Caller-Caller-ID-Number': '13800001111',
  ...more,
});

describe('calls by the event socket', () => {
  it('arrive from outside; a telephone that signed in with its secret calls from inside', () => {
    const normaliser = new EslNormaliser('fs');
    const { calls } = rowsOf(
      heard(
        normaliser,
        event(0, channel('CHANNEL_CREATE', 'a')) +
          event(
            1,
            channel('CHANNEL_CREATE', 'b', { variable_user_name: '8001', 'Caller-Context': 'default' }),
          ),
      ),
    );
    expect(calls.map(({ callerLegId }) => callerLegId)).toEqual(['a']);
  });

  it.each([
    ['send_bye', 'closed'],
    ['recv_bye', 'left_ivr'],
    ['recv_cancel', 'left_ivr'],
  ])('that reached no queue and ended by %s were %s', (disposition, outcome) => {
    const ended = { variable_sip_hangup_disposition: disposition, 'Hangup-Cause': 'NORMAL_CLEARING' };
    const text =
      event(0, channel('CHANNEL_CREATE', 'a')) + event(9, channel('CHANNEL_HANGUP_COMPLETE', 'a', ended));
    expect(rowsOf(heard(new EslNormaliser('fs'), text)).calls).toMatchObject([{ outcome }]);
  });

  it('hide their number where the caller hides it', () => {
    const hidden = { 'Caller-Privacy-Hide-Number': 'true' };
    const said = heard(new EslNormaliser('fs'), event(0, channel('CHANNEL_CREATE', 'a', hidden)));
    expect(said[0]?.caller).toBe('withheld');
  });
});

describe('an agent by the event socket', () => {
  const status = (at: number, value: string): string =>
    event(at, {
      'Event-Name': 'CUSTOM',
      'CC-Action': 'agent-status-change',
      'CC-Agent': '8001',
      'CC-Agent-Status': value,
    });

  it('has breaks that end when he is available or gone', () => {
    const text =
      status(0, 'Available') +
      status(10, 'On Break') +
      status(20, 'Available') +
      status(30, 'On Break') +
      status(40, 'Logged Out');
    const { segments } = rowsOf(heard(new EslNormaliser('fs'), text));
    const spans = segments.map(({ state, from, toUs }) => [
      state,
      (from.us - START_US) / SECOND,
      toUs === null ? null : (toUs - START_US) / SECOND,
    ]);
    expect(spans).toEqual([
      ['signed_in', 0, 40],
      ['paused', 10, 20],
      ['paused', 30, 40],
    ]);
  });

  it('is on the telephone also in a call that no queue knows of', () => {
    const normaliser = new EslNormaliser('fs');
    const own = (name: string, uuid: string) =>
      channel(name, uuid, { 'Channel-Name': 'sofia/internal/8001@pbx', variable_user_name: '8001' });
    const state = (at: number, value: string) =>
      event(at, {
        'Event-Name': 'CUSTOM',
        'CC-Action': 'agent-state-change',
        'CC-Agent': '8001',
        'CC-Agent-State': value,
      });
    const text =
      status(0, 'Available') +
      event(1, own('CHANNEL_CREATE', 'a')) +
      event(2, own('CHANNEL_ANSWER', 'a')) +
      state(3, 'Waiting') +
      event(4, own('CHANNEL_HOLD', 'a')) +
      event(5, own('CHANNEL_CREATE', 'b')) +
      event(6, own('CHANNEL_HANGUP_COMPLETE', 'a')) +
      event(7, own('CHANNEL_HANGUP_COMPLETE', 'b')) +
      state(8, 'Receiving') +
      state(9, 'Waiting');
    const devices = heard(normaliser, text).filter(({ type }) => type === 'device_changed');
    expect(devices.map(({ rawReason }) => rawReason)).toEqual([
      'RINGING',
      'INUSE',
      'INUSE',
      'ONHOLD',
      'ONHOLD',
      'RINGING',
      'NOT_INUSE',
      'RINGING',
      'NOT_INUSE',
    ]);
    expect(devices.every(({ agentExt }) => agentExt === '8001')).toBe(true);
    const caller = heard(
      normaliser,
      event(9, channel('CHANNEL_CREATE', 'c', { 'Channel-Name': 'sofia/x/13800001111@t' })),
    );
    expect(caller.filter(({ type }) => type === 'device_changed')).toEqual([]);
  });
});

describe('a hole in the event socket', () => {
  const gaps = (drafts: readonly EventDraft[]) =>
    rowsOf(drafts).gaps.map(({ fromUs, toUs, restarted }) => [
      (fromUs - START_US) / SECOND,
      (toUs - START_US) / SECOND,
      restarted,
    ]);

  it('lasts from the last that was heard to the first word after the greeting', () => {
    const normaliser = new EslNormaliser('fs');
    const first = heard(normaliser, GREETING + up(1_000), 0);
    const before = heard(normaliser, event(5, channel('CHANNEL_CREATE', 'a')), 5);
    const after = heard(normaliser, GREETING + up(1_030), 30);
    expect(first).toEqual([]);
    expect(gaps([...before, ...after])).toEqual([[5, 29.999, false]]);
  });

  it('tells a switchboard that was started anew from one that went on', () => {
    const normaliser = new EslNormaliser('fs');
    heard(normaliser, GREETING + up(1_000), 0);
    const before = heard(normaliser, event(5, channel('CHANNEL_CREATE', 'a')), 5);
    const after = heard(normaliser, GREETING + up(4), 30);
    expect(gaps([...before, ...after])).toEqual([[5, 29.999, true]]);
    expect(rowsOf([...before, ...after]).calls).toMatchObject([{ outcome: 'lost' }]);
  });

  it('shows inside a connection where the numbers jump and the beats between are missing', () => {
    const beat = (at: number, sequence: number) =>
      event(at, { 'Event-Name': 'HEARTBEAT', 'Event-Sequence': sequence });
    const normaliser = new EslNormaliser('fs');
    const quiet = heard(normaliser, beat(0, 10) + beat(20, 40) + beat(40, 70));
    expect(quiet).toEqual([]);
    expect(gaps(heard(normaliser, beat(120, 400)))).toEqual([[40, 119.999999, false]]);
    // A recording without beats may be silent for as long as it likes.
    const silent = new EslNormaliser('fs');
    const created = (at: number, n: number) =>
      event(at, { ...channel('CHANNEL_CREATE', `a${n}`), 'Event-Sequence': n });
    expect(gaps(heard(silent, created(0, 1) + created(300, 900)))).toEqual([]);
  });

  it('finds who still waits and who talks, and believes no list of a caller who is gone', () => {
    const normaliser = new EslNormaliser('fs');
    heard(normaliser, GREETING + up(1_000), 0);
    const joined = (uuid: string) => ({
      'Event-Name': 'CUSTOM',
      'CC-Action': 'member-queue-start',
      'CC-Queue': 'q',
      'CC-Member-UUID': `v-${uuid}`,
      'CC-Member-Session-UUID': uuid,
      'CC-Member-CID-Number': '13800001111',
    });
    const before = ['waits', 'talks', 'gone', 'listed'].flatMap((uuid) =>
      heard(normaliser, event(1, channel('CHANNEL_CREATE', uuid)) + event(2, joined(uuid)), 2),
    );
    const shown = ['waits', 'talks'].map((uuid) => ({
      uuid,
      call_uuid: uuid,
      direction: 'inbound',
      callstate: 'ACTIVE',
    }));
    const joinedS = START_US / SECOND + 2;
    const member = (uuid: string, state: string, bridged: number, agent: string) =>
      `q|v-${uuid}|${uuid}|13800001111|${joinedS}|${bridged}|${agent}|${state}\n`;
    const after = heard(
      normaliser,
      GREETING +
        up(1_030) +
        answer(JSON.stringify({ row_count: 2, rows: shown })) +
        answer(
          `queue|uuid|session_uuid|cid_number|joined_epoch|bridge_epoch|serving_agent|state\n${member('waits', 'Waiting', 0, '')}${member('talks', 'Answered', joinedS + 9, '8001')}${member('listed', 'Answered', joinedS + 3, '8002')}+OK\n`,
        ),
      30,
    );
    const { visits } = rowsOf([...before, ...after]);
    expect(Object.fromEntries(visits.map(({ callerLegId, outcome }) => [callerLegId, outcome]))).toEqual({
      waits: 'open',
      talks: 'answered',
      gone: 'lost',
      listed: 'lost',
    });
    expect(visits.find(({ callerLegId }) => callerLegId === 'talks')).toMatchObject({
      agent: '8001',
      agentExt: '8001',
    });
  });
});

describe('a record of several connections', () => {
  it('is read over a frame that broke off in its head, in its body, and at its end', () => {
    const whole = Buffer.from(sampleEsl()).subarray(0, 60_000);
    const second = Buffer.from(GREETING + event(0, channel('CHANNEL_CREATE', 'a')));
    for (const cut of [1_000, 1_011, 1_100, 1_500, 30_000]) {
      const parser = new EslParser(true);
      const read = [...parser.push(whole.subarray(0, cut)), ...parser.push(second)];
      expect(read.at(-1)?.event?.headers.get('Unique-ID')).toBe('a');
      expect(read.at(-2)?.contentType).toBe('auth/request');
      expect(parser.isBetween).toBe(true);
    }
  });
});
