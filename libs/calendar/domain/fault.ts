import { allow, type Decision, deny } from '@hotline/kernel';

/**
 * One thing wrong with a calendar or a matrix. `field` is the dotted path of the row (`overrides.3.date`), `problem` a
 * stable code, `facts` what its words need; an administrator can mend it without asking anybody.
 */
export interface Fault {
  readonly field: string;
  readonly problem: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

export const faultAt = (field: string, problem: string, facts?: Fault['facts']): Fault => ({
  field,
  problem,
  ...(facts ? { facts } : {}),
});

/** Refuses with the first fault in front and all of them behind it. */
export function orFaults<T>(
  value: T,
  faults: readonly Fault[],
  code: 'invalid-input' | 'calendar-broken' | 'limits-broken' = 'invalid-input',
): Decision<T> {
  const [first] = faults;
  if (!first) return allow(value);
  const named = faults.map(({ field, problem, facts }) => ({
    field,
    code: problem,
    ...(facts ? { facts } : {}),
  }));
  return deny(code, {
    field: first.field,
    facts: { ...first.facts, problem: first.problem },
    faults: named,
  });
}
