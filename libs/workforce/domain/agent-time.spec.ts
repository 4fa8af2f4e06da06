import { agentTime, type ShownStretch, type SwitchboardStretch } from './agent-time.js';

const at = (minute: number): number => minute * 60_000_000;
const shown = (state: string, from: number, to: number): ShownStretch => ({
  shown: state,
  fromUs: at(from),
  toUs: at(to),
});
const seen = (
  state: SwitchboardStretch['state'],
  from: number,
  to: number,
  reason: string | null = null,
): SwitchboardStretch => ({ state, reason, fromUs: at(from), toUs: at(to) });
const QUARTER = { fromUs: at(0), toUs: at(15) };
const minutes = (time: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(time)
      .filter(([, us]) => us > 0)
      .map(([name, us]) => [name.replace('_us', ''), us / 60_000_000]),
  );

describe('where the time of an agent went', () => {
  it.each([
    [
      'cut at both ends of the interval',
      [shown('idle', -5, 4), shown('talking', 4, 10), shown('wrap-up', 10, 30)],
      [],
      [],
      { signed: 15, idle: 4, talking: 6, wrapping: 5 },
    ],
    [
      'a break is signed in and not adherent',
      [shown('break', 0, 5), shown('idle', 5, 15)],
      [],
      [{ fromUs: at(0), toUs: at(10) }],
      { signed: 15, break: 5, idle: 10, rostered: 10, adhered: 5 },
    ],
    ['rostered and not there', [], [], [{ fromUs: at(10), toUs: at(40) }], { rostered: 5 }],
    [
      'the switchboard alone: the telephone over the pause over the sign-in, hold over talk',
      [],
      [
        seen('signed_in', 0, 15),
        seen('paused', 2, 8, 'meal'),
        seen('talking', 6, 10),
        seen('held', 7, 9),
        seen('paused', 10, 11, 'acw'),
      ],
      [],
      { signed: 15, idle: 6, break: 4, talking: 2, holding: 2, wrapping: 1 },
    ],
    [
      'signed in at two queues is signed in once',
      [],
      [seen('signed_in', 0, 10), seen('signed_in', 5, 15)],
      [],
      { signed: 15, idle: 15 },
    ],
    [
      'presence leads where both speak',
      [shown('training', 0, 15)],
      [seen('signed_in', 0, 15)],
      [],
      { signed: 15, training: 15 },
    ],
    ['a state without a column of its own', [shown('unreachable', 3, 6)], [], [], { signed: 3, other: 3 }],
  ] as const)('%s', (_, presence, switchboard, shifts, expected) => {
    expect(minutes(agentTime(QUARTER, presence, switchboard, shifts))).toEqual(expected);
  });

  it('counts nothing that is still to come', () => {
    const time = agentTime({ fromUs: at(0), toUs: at(5) }, [], [], [{ fromUs: at(0), toUs: at(60) }]);
    expect(minutes(time)).toEqual({ rostered: 5 });
  });
});
