import { allow, type Decision, deny } from '@hotline/kernel';

interface Line {
  readonly fromDay: string;
  readonly toDay: string | null;
  readonly fromTime: string;
  readonly toTime: string;
  readonly weekdays: readonly number[];
}

/** The refusal names the line. A watch from 08:00 to 08:00 lasts a whole day; one of no length does not exist. */
export function checkLines(lines: readonly Line[]): Decision<true> {
  for (const [row, { fromDay, toDay, weekdays }] of lines.entries()) {
    const wrong = (part: string, problem: string): Decision<never> =>
      deny('invalid-input', { field: `add.${row}.${part}`, facts: { row, problem } });
    if (toDay !== null && toDay < fromDay) return wrong('toDay', 'before-its-beginning');
    if (weekdays.length === 0) return wrong('weekdays', 'none');
  }
  return allow(true);
}
