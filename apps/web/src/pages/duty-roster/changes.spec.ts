import type { DutyLine, DutyWatch } from '../../api/contract';
import { complete, editorOf, lineOf, movedTo, newWatch, removalOf, savingOf, undoOf } from './changes';

const watch = {
  lineId: 'line',
  accountId: 'person',
  name: '罗佩仪',
  rank: 'first',
  phoneMasked: '139****0001',
} as DutyWatch;
const line = {
  fromTime: '17:30',
  toTime: '08:30',
  weekdays: [5, 1],
  dayKind: 'workday',
  fromDay: '2026-01-01',
  toDay: null,
} as unknown as DutyLine;
const form = editorOf(watch, '2026-03-09', line);
const once = { fromDay: '2026-03-09', toDay: '2026-03-09', weekdays: [1, 2, 3, 4, 5, 6, 7], dayKind: 'any' };

describe('a change of the roster', () => {
  it('fills a gap: its day and its hours, the midnight at its end written as the roster does', () => {
    const gap = { from: '2026-03-09T09:30:00Z', to: '2026-03-09T16:00:00Z', past: false, instead: null };
    expect(newWatch('2026-03-09', gap)).toMatchObject({ fromTime: '17:30', toTime: '24:00', scope: 'day' });
    expect(complete(newWatch('2026-03-09'))).toBe(false);
  });

  it.each([
    [
      'one day is changed',
      savingOf(form),
      { except: [{ lineId: 'line', day: '2026-03-09' }], add: [{ ...once, phoneOf: 'line' }] },
    ],
    [
      'the whole line is changed',
      savingOf({ ...form, scope: 'line', fromTime: '18:00' }),
      {
        remove: ['line'],
        add: [{ fromTime: '18:00', weekdays: [1, 5], dayKind: 'workday', phoneOf: 'line' }],
      },
    ],
    ['one day is taken off', removalOf(form), { except: [{ lineId: 'line', day: '2026-03-09' }] }],
    ['the whole line is taken off', removalOf({ ...form, scope: 'line' }), { remove: ['line'] }],
    ['it is put back', undoOf(form), { add: [{ ...once, phoneOf: 'line' }] }],
    [
      'it moves a day on',
      movedTo(form, '2026-03-10'),
      {
        except: [{ lineId: 'line', day: '2026-03-09' }],
        add: [{ fromDay: '2026-03-10', toDay: '2026-03-10' }],
      },
    ],
    ['a new one', savingOf({ ...newWatch('2026-03-09'), accountId: 'person' }), { add: [once] }],
  ])('%s', (_, body, expected) => {
    expect(body).toMatchObject(expected);
  });

  it('sends a typed number, else none or the one of the line', () => {
    expect(lineOf({ ...form, phone: ' 13912340002 ' })).toMatchObject({ phone: '13912340002' });
    expect(lineOf({ ...form, phone: ' 13912340002 ' })).not.toHaveProperty('phoneOf');
    expect(lineOf(newWatch('2026-03-09'))).not.toHaveProperty('phoneOf');
    expect(lineOf({ ...form, scope: 'line' })).not.toHaveProperty('toDay');
  });
});
