import { dueGroup, withGroups, type DueGroup } from './due-groups';
import type { TicketRow } from '../../api/contract';

const NOW = Date.parse('2026-03-16T06:00:00Z'); // Monday 14:00 in Shanghai
const left = (workingDays: number, hours = 0, overdue = false) => ({
  overdue,
  workingDays,
  hours,
  minutes: 0,
});

describe('the due groups of the inbox', () => {
  const cases: [string, TicketRow['remaining'], string | null, DueGroup][] = [
    ['overdue by an hour', left(0, 1, true), '2026-03-16T05:00:00Z', 'overdue'],
    ['due this evening', left(0, 3), '2026-03-16T09:30:00Z', 'today'],
    ['due before midnight in Shanghai', left(0, 3), '2026-03-16T15:59:00Z', 'today'],
    ['due just after midnight in Shanghai', left(0, 3), '2026-03-16T16:01:00Z', 'one-day'],
    ['one working day and three hours', left(1, 3), '2026-03-17T09:30:00Z', 'one-day'],
    ['over a weekend, two working days', left(2, 1), '2026-03-20T02:00:00Z', 'three-days'],
    ['three working days', left(3), '2026-03-19T06:00:00Z', 'three-days'],
    ['four working days', left(4), '2026-03-20T06:00:00Z', 'later'],
    ['no clock runs', null, null, 'no-clock'],
  ];
  it.each(cases)('%s', (_, remaining, nextDueAt, expected) => {
    expect(dueGroup({ remaining, nextDueAt }, NOW)).toBe(expected);
  });

  it('puts each heading once, in order, and hides the rows of a closed group', () => {
    const row = (id: string, remaining: TicketRow['remaining'], nextDueAt: string) =>
      ({ id, remaining, nextDueAt }) as TicketRow;
    const rows = [
      row('a', left(0, 1, true), '2026-03-16T05:00:00Z'),
      row('b', left(0, 3), '2026-03-16T09:00:00Z'),
      row('c', left(0, 3), '2026-03-16T09:30:00Z'),
    ];
    const seen = withGroups(rows, new Set<DueGroup>(['overdue']), NOW).map((item) =>
      item.kind === 'group' ? `${item.group} ${item.count}` : item.row.id,
    );
    expect(seen).toEqual(['overdue 1', 'today 2', 'b', 'c']);
  });
});
