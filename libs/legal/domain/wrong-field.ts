import { type Decision, deny } from '@hotline/kernel';

/** One field that cannot be true; `problem` is the code of the sentence the form shows under it. */
export function wrongField(field: string, problem: string, other?: string): Decision<never> {
  const facts = { problem, ...(other ? { other } : {}) };
  return deny('invalid-input', { field, facts, faults: [{ field, code: problem, facts }] });
}
