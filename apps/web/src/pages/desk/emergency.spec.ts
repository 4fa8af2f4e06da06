import {
  blankEmergency,
  emergencyBody,
  emergencyField,
  type EmergencyForm,
  missingInEmergency,
  timeToday,
} from './emergency';

const at = '2026-03-16T06:03:00.000Z';
const blank = blankEmergency();
const called = {
  done: 'called' as const,
  calledAt: at,
  reference: ' 接警 77 ',
  said: '工人在塔吊上',
  why: '',
};
const not = { done: 'not-called' as const, calledAt: null, reference: '', said: '', why: '无人受伤' };
const form = (change: Partial<EmergencyForm>): EmergencyForm => ({ ...blank, ...change });

describe('the record of the urgent path', () => {
  it.each<[string, EmergencyForm, object]>([
    ['nothing written: the leader is told all the same', blank, { calls: [] }],
    [
      'one called, one not',
      form({ calls: { '110': called, '120': not } }),
      {
        calls: [
          { service: '110', calledAt: at, reference: '接警 77', said: '工人在塔吊上' },
          { service: '120', notCalledReason: '无人受伤' },
        ],
      },
    ],
    [
      'a seat took over',
      form({ seat: 'psychological', seatReason: '情绪激动', seatName: '3 号' }),
      { calls: [], transfer: { kind: 'psychological', reason: '情绪激动', seat: '3 号' } },
    ],
    ['a reason without a seat stays on the desk', form({ seatReason: '情绪激动' }), { calls: [] }],
  ])('%s', (_, given, expected) => {
    expect(emergencyBody(given)).toEqual(expected);
  });

  it('asks for the two reasons that a record must have', () => {
    const lacking = form({ calls: { '110': called, '120': { ...not, why: ' ' } }, seat: 'legal' });
    expect(missingInEmergency(lacking)).toEqual(['120.why', 'seatReason']);
    expect(missingInEmergency(form({ calls: { '110': called, '120': not } }))).toEqual([]);
  });

  it.each([
    ['emergency.calls.0.said', 'emergency.120.said'],
    ['emergency.calls.0.notCalledReason', 'emergency.120.why'],
    ['emergency.calls.3.said', 'emergency'],
    ['emergency.transfer.reason', 'emergency.seatReason'],
    ['emergency.transfer.seat', 'emergency.seatName'],
  ])('a refusal at %s is shown at %s', (path, expected) => {
    expect(emergencyField(path, form({ calls: { ...blank.calls, '120': called } }))).toBe(expected);
  });

  it.each([
    ['14:03', '2026-03-16T06:05:00.000Z', at],
    ['23:50', '2026-03-16T16:10:00.000Z', '2026-03-16T15:50:00.000Z'],
    ['2:3', at, null],
  ])('%s said at %s is %s', (time, now, expected) => {
    expect(timeToday(time, now)).toBe(expected);
  });
});
