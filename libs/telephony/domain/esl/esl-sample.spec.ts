import { chance, sampleEsl, sampleLog } from '../../../../test/support/telephony-sample.js';
import { EslNormaliser } from '../call-event/normalise-esl.js';
import { queueFigures } from '../figures/queue-figures.js';
import { fold } from '../fold/fold.js';
import { type FoldedRows } from '../fold/rows.js';
import { type EslEvent, EslParser } from './parser.js';

function eventsOf(parser: EslParser, bytes: Uint8Array, size: () => number): EslEvent[] {
  const events: EslEvent[] = [];
  for (let from = 0; from < bytes.length;) {
    const to = from + Math.max(1, Math.floor(size()));
    for (const frame of parser.push(bytes.subarray(from, to))) if (frame.event) events.push(frame.event);
    from = to;
  }
  return events;
}

const whole = (): EslEvent[] => eventsOf(new EslParser(), sampleEsl(), () => Infinity);

function rowsOf(events: readonly EslEvent[]): FoldedRows {
  const normaliser = new EslNormaliser('esl:fs1');
  return fold(events.flatMap((event) => normaliser.accept(event)));
}

/** The table of the recording's README. */
function table(rows: FoldedRows) {
  const { calls, seconds } = queueFigures(rows, 'q12351@default');
  const sum = (of: (visit: FoldedRows['visits'][number]) => number): number =>
    rows.visits.reduce((total, visit) => total + of(visit), 0);
  return {
    entered: calls.entered_queue,
    answered: calls.answered,
    abandoned: calls.abandoned_by_caller,
    limit: calls.left_by_timeout,
    meanWait: seconds.mean_wait_of_answered,
    meanWholeWait: seconds.mean_wait_of_answered_whole_second_fields,
    offers: sum((visit) => visit.offers),
    failedOffers: sum((visit) => visit.missed.length),
    holds: sum((visit) => visit.holds),
  };
}

const WANTED = {
  entered: 12,
  answered: 8,
  abandoned: 3,
  limit: 1,
  meanWait: 6.345,
  meanWholeWait: 6.5,
  offers: 10,
  failedOffers: 2,
  holds: 1,
};

describe('the recorded FreeSWITCH call centre', () => {
  it('gives the figures of its README', () => {
    expect(table(rowsOf(whole()))).toEqual(WANTED);
  });

  it('is read in chunks of one byte and in random chunks', () => {
    const parser = new EslParser();
    expect(eventsOf(parser, sampleEsl(), () => 1)).toEqual(whole());
    expect(parser.counts).toMatchObject({ garbageLines: 0, badLengths: 0, halfFrame: 0 });
    const random = chance(7);
    expect(eventsOf(new EslParser(), sampleEsl(), () => random() * 9_000)).toEqual(whole());
  });

  it('gives the same twice over and in any order', () => {
    const random = chance(3);
    const mixed = [...whole(), ...whole()]
      .map((event) => ({ event, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ event }) => event);
    expect(table(rowsOf(mixed))).toEqual(WANTED);
  });

  it('keeps every outcome when any one event is lost, for the end of a visit says it all', () => {
    const events = whole();
    const wrong = events.flatMap((lost, place) => {
      const { entered, answered } = table(rowsOf(events.filter((_, other) => other !== place)));
      return entered === 12 && answered === 8
        ? []
        : [lost.headers.get('CC-Action') ?? lost.headers.get('Event-Name')];
    });
    expect(wrong).toEqual([]);
  });

  it('counts what is not the event socket and goes on', () => {
    const parser = new EslParser();
    const noise = new TextEncoder().encode(
      'what is this\nContent-Length: nonsense\n\nContent-Length: 4\n\nab%zContent-Length: 1\n\nx',
    );
    expect(parser.push(noise).length).toBeGreaterThan(0);
    expect(parser.counts.badLengths).toBe(1);
    expect(parser.counts.garbageLines).toBe(1);
    expect(() => new EslParser().push(sampleLog())).not.toThrow();
  });
});
