import { ProblemError } from '../api/client';

/** What the server said about single facts: `facts.wageDue` or `wageDue` → its words. */
export function problemsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ProblemError)) return {};
  const { problem } = error;
  const found: Record<string, string> = {};
  for (const one of problem.errors ?? []) found[one.field.replace(/^facts\./, '')] = one.detail;
  if (problem.field) found[problem.field.replace(/^facts\./, '')] ??= problem.detail;
  return found;
}
