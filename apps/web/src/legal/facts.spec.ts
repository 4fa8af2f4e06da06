import { differing, FACT_GROUPS, isEmpty, sendable } from './facts';

describe('the facts of the form', () => {
  it('ask for each day once', () => {
    const days = FACT_GROUPS.flatMap((group) => group.days);
    expect(new Set(days).size).toBe(days.length);
    expect(days).toHaveLength(29);
  });

  it('send nothing that is still being typed', () => {
    expect(
      sendable({
        wageDue: '2026-01-25',
        injuryHappened: '',
        wagesOwed: false,
        interruptions: [
          { kind: 'claim', on: '' },
          { kind: 'promise', on: '2026-02-01' },
        ],
        suspensions: [
          { reason: 'other', from: '', until: null },
          { reason: 'other', from: '2026-02-01', until: '' },
        ],
      }),
    ).toEqual({
      wageDue: '2026-01-25',
      interruptions: [{ kind: 'promise', on: '2026-02-01' }],
      suspensions: [{ reason: 'other', from: '2026-02-01', until: null }],
    });
    expect(isEmpty({ wageDue: '', wagesOwed: false, interruptions: [] })).toBe(true);
  });

  it('tell what two people wrote differently', () => {
    expect(
      differing({ wageDue: '2026-01-25', wagesOwed: true }, { wageDue: '2026-02-25', wagesOwed: true }),
    ).toEqual(['wageDue']);
    expect(differing({}, { employmentEnded: '2026-02-10' })).toEqual(['employmentEnded']);
  });
});
