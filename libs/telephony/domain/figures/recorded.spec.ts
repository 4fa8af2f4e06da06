import { chance, compared, shuffled } from '../../../../test/support/telephony-sample.js';
import {
  recordedShift,
  type RecordedShift,
  recordedShifts,
  type ToldVisit,
} from '../../../../test/support/recorded-shift.js';
import { AmiParser } from '../ami/parser.js';
import { type AmiMessage, timestampUs } from '../ami/message.js';
import { type VisitRow } from '../fold/rows.js';
import { Replay, type Replayed } from './replay.js';

/** Telephones hear an answer a little after Asterisk, most in a few milliseconds. */
const NEAR_S = 0.3;
/** The length of what is told in whole seconds. */
const WHOLE_S = 1.3;
/** An attended transfer is through when Asterisk's own legs have answered each other, half a second after the REFER. */
const TRANSFER_S = 0.503;

function replayed(shift: RecordedShift, cut: (bytes: Buffer) => Iterable<Uint8Array>, log = true): Replayed {
  const run = new Replay();
  for (const stream of shift.streams) run.ami(cut(stream));
  if (log) run.queueLog(cut(shift.log));
  return run.result();
}

const whole = (bytes: Buffer): Buffer[] => [bytes];
function* bitByBit(bytes: Buffer): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1) yield bytes.subarray(at, at + 1);
}

/** A call of which the switchboard lost the end, when it was killed, is open in its log and lost for us. */
const outcomeOf = ({ outcome }: VisitRow): string => (outcome === 'lost' ? 'open' : outcome);

function pairs(shift: RecordedShift, rows: readonly VisitRow[]): [ToldVisit, VisitRow | undefined][] {
  const nth = new Map<string, number>();
  return shift.visits.map((visit) => {
    const key = `${visit.callerLegId} ${visit.queue}`;
    const own = rows.filter((row) => row.entered && `${row.callerLegId} ${row.queue}` === key);
    const at = nth.get(key) ?? 0;
    nth.set(key, at + 1);
    return [visit, own.sort((a, b) => a.ordinal - b.ordinal)[at]];
  });
}

/** What the log says of a visit, and our row of it in the same words. */
function inWords(shift: RecordedShift, result: Replayed) {
  const found = pairs(shift, result.rows.visits);
  const told = found.map(([visit]) => ({
    who: `${visit.callerLegId} in ${visit.queue}`,
    outcome: visit.outcome,
    agent: visit.agent ?? null,
    waitS: visit.waitS ?? null,
    talkS: visit.talkS ?? null,
    endedBy: visit.endedBy ?? null,
    transfer: visit.transfer ?? null,
  }));
  const ours = found.map(([visit, row]) => ({
    who: `${visit.callerLegId} in ${visit.queue}`,
    outcome: row ? outcomeOf(row) : 'missing',
    agent: row?.agent ?? null,
    waitS: visit.waitS === undefined ? null : row?.waitS,
    talkS: visit.talkS === undefined ? null : row?.talkS,
    endedBy: row?.endedBy === 'system' ? null : (row?.endedBy ?? null),
    transfer: row?.transfer ?? null,
  }));
  return { told, ours };
}

interface Length {
  who: string;
  told: number;
  ours: number | undefined;
  known: string | undefined;
}

function lengths(shift: RecordedShift, result: Replayed): Length[] {
  return pairs(shift, result.rows.visits).flatMap(([visit, row]) => {
    const until = visit.outcome === 'abandoned' ? visit.ended : visit.pickedUp;
    const who = `${visit.callerLegId} in ${visit.queue}`;
    const found: Length[] = [];
    const of = (what: 'wait' | 'talk', seconds: number): void => {
      const length = row?.[what];
      found.push({
        who: `${who}: ${what}`,
        told: seconds,
        ours: length ? length.us / 1e6 : undefined,
        known: length?.known,
      });
    };
    if (visit.joined !== undefined && until !== undefined) of('wait', until - visit.joined);
    if (visit.pickedUp !== undefined && visit.ended !== undefined && visit.talkS !== undefined)
      of('talk', visit.ended - visit.pickedUp);
    return found;
  });
}

const isFar = ({ who, told, ours, known }: Length): boolean => {
  const most = known === 'second' ? WHOLE_S : NEAR_S;
  if (ours === undefined) return true;
  const late = who.endsWith('talk') && ours - told > 0.4 ? TRANSFER_S : 0;
  return Math.abs(ours - told - late) > most;
};

function missedOf(result: Replayed): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const visit of result.rows.visits)
    for (const { agent, reason } of visit.missed)
      if (reason !== 'ring_cancelled') counts[agent] = (counts[agent] ?? 0) + 1;
  return counts;
}

describe.each(recordedShifts())('a shift at a real Asterisk: %s', (name) => {
  const shift = recordedShift(name);
  const result = replayed(shift, whole);
  const outage = shift.streams.length > 1 && !name.startsWith('restart');

  it('tells every visit as the log of Asterisk does', () => {
    const { told, ours } = inWords(shift, result);
    expect(told.length).toBeGreaterThan(20);
    expect(ours).toEqual(told);
    expect(result.rows.visits.filter((visit) => visit.entered)).toHaveLength(told.length);
    expect(missedOf(result)).toEqual(shift.missed);
  });

  it('has the lengths that the telephones noted', () => {
    const found = lengths(shift, result);
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter(isFar)).toEqual([]);
  });

  it('says what the recording lacks, and nothing else', () => {
    const lacks = [
      ...(name === 'untimed' ? ['no Timestamp'] : []),
      ...(name === 'restart' ? ['restarted 1 times', '1 holes', 'no known end'] : []),
      ...(name === 'cut' ? ['1 holes'] : []),
    ];
    expect(result.problems).toEqual(lacks.map((words) => expect.stringContaining(words) as string));
  });

  it('counts every arrival, and who hung up in the menu', () => {
    // In an outage only the log tells of callers, and not of those who never asked for an agent.
    const unseen = outage ? 2 : 0;
    expect(shift.arrived - result.rows.calls.length).toBeGreaterThanOrEqual(0);
    expect(shift.arrived - result.rows.calls.length).toBeLessThanOrEqual(unseen);
    const left = result.rows.calls.filter((call) => call.outcome === 'left_ivr').length;
    expect(shift.hungUpInMenu - left).toBeLessThanOrEqual(unseen);
    expect(left).toBeLessThanOrEqual(shift.hungUpInMenu);
  });

  it('sums the holds of each agent', () => {
    if (outage || name.startsWith('untimed')) return expect(result.problems).not.toEqual([]);
    const ours = new Map<string, number>();
    for (const visit of result.rows.visits)
      if (visit.agent) ours.set(visit.agent, (ours.get(visit.agent) ?? 0) + visit.hold.us / 1e6);
    for (const [agent, seconds] of Object.entries(shift.holds))
      expect({ agent, seconds: ours.get(agent) }).toEqual({ agent, seconds: expect.closeTo(seconds, 0) });
    expect(Object.keys(shift.holds).length).toBeGreaterThan(0);
  });

  it('gives the same figures in chunks of one byte, and twice over', () => {
    expect(replayed(shift, bitByBit).figures).toEqual(result.figures);
    const twice = new Replay();
    // Without times a repeated stream cannot be told from callers who joined again; the log still can.
    const again = name.startsWith('untimed') ? [] : shift.streams;
    for (const stream of [...shift.streams, ...again]) twice.ami([stream]);
    for (const log of [shift.log, shift.log]) twice.queueLog([log]);
    expect(twice.result().figures).toEqual(result.figures);
  });

  it('needs no log where nothing was missed', () => {
    const alone = replayed(shift, whole, false);
    if (outage) return expect(alone.problems.join()).toContain('holes in the feed');
    const of = name.startsWith('untimed')
      ? ({ figures: { calls, ended_by } }: Replayed) => ({ calls, ended_by })
      : ({ figures }: Replayed) => figures;
    expect(of(alone)).toEqual(of(result));
  });

  it.each([1, 2, 3])('gives the same shuffled within 200 ms (seed %i)', (seed) => {
    if (name.startsWith('untimed')) return expect(result.problems.join()).toContain('no Timestamp');
    const run = new Replay();
    for (const stream of shift.streams) {
      const messages = new AmiParser()
        .push(stream)
        .filter((item): item is AmiMessage => item.kind !== 'banner');
      run.messages(shuffled(messages, timestampUs, chance(seed)));
    }
    run.queueLog([shift.log]);
    // Answers to QueueStatus carry no time: shuffled, another of two may be the last.
    expect(compared(run.result().figures)).toEqual(compared(result.figures));
  });
});
