import { callerMarks } from './caller-marks.js';
import { offerOf, type OfferMoments } from './desk-call.js';

const at = (second: number) => new Date(Date.UTC(2026, 2, 16, 1, 0, second));
const told = (o: number, a: number | null, m: number | null, t: number | null): OfferMoments => ({
  offeredAt: at(o),
  answeredAt: a === null ? null : at(a),
  missedAt: m === null ? null : at(m),
  talkEndedAt: t === null ? null : at(t),
});

it.each<[string, OfferMoments, number | null, number | null]>([
  ['rings', told(1, null, null, null), null, null],
  ['is missed', told(1, null, 9, null), null, 9],
  ['rings again', told(20, null, 9, null), null, null],
  ['is taken', told(1, 4, null, null), 4, null],
  ['is taken after it was missed once', told(20, 22, 9, null), 22, null],
  ['is over', told(1, 4, null, 60), 4, 60],
  ['comes back by a transfer', told(80, 4, null, 60), null, null],
  ['comes back and is taken', told(80, 83, null, 60), 83, null],
  ['comes back and is over', told(80, 83, null, 99), 83, 99],
  ['is taken in the very moment it rings', told(1, 1, null, null), 1, null],
])('a telephone that %s', (_, moments, answered, over) => {
  const offer = offerOf(moments);
  expect(offer.answeredAt).toEqual(answered === null ? null : at(answered));
  expect(offer.overAt).toEqual(over === null ? null : at(over));
});

const nobody = { openTickets: [], contacts: [], lastRating: null, abusive: 0, missed: 0 };
const days = (n: number) => ({ at: new Date(at(0).getTime() - n * 86_400_000) });

it.each([
  ['nothing', {}, []],
  ['contacts of long ago', { contacts: [days(31), days(300)] }, []],
  ['two contacts of this month', { contacts: [days(1), days(29), days(40)] }, [['repeat', 2]]],
  ['a rating that was satisfied', { lastRating: 'satisfied' }, []],
  [
    'everything, what may do harm first',
    {
      openTickets: [
        { urgency: 'urgent', card: 'red' },
        { urgency: 'general', card: 'green' },
      ],
      contacts: [days(2)],
      lastRating: 'dissatisfied',
      abusive: 3,
      missed: 2,
    },
    [
      ['urgent', 1],
      ['abusive', 3],
      ['overdue', 1],
      ['dissatisfied', 1],
      ['repeat', 1],
      ['missed', 2],
    ],
  ],
])('marks: %s', (_, change, marks) => {
  expect(callerMarks({ ...nobody, ...change }, at(0)).map(({ mark, count }) => [mark, count])).toEqual(marks);
});
