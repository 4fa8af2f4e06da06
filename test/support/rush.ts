import type { CaseHouse } from './case-house.js';
import type { Person } from './hotline.js';

export interface RushAnswer {
  readonly status: number;
  readonly body: {
    code?: string;
    version?: number;
    state?: string;
    current?: { version: number; state?: string } | null;
  };
}

export const CLIENTS = 50;

export interface Rush {
  readonly path: string;
  readonly method?: string;
  readonly version: number;
  /** Bodies may differ from client to client. */
  readonly body?: (n: number) => object | null;
}

/** The same call by fifty screens in one instant, each with the version last seen. */
export function rushOf(
  who: Person,
  { path, method = 'POST', version, body = () => null }: Rush,
): Promise<RushAnswer[]> {
  const one = async (n: number): Promise<RushAnswer> => {
    const content = body(n);
    const answer = await who.raw(path, {
      method,
      headers: { 'if-match': `"${version}"`, ...(content ? { 'content-type': 'application/json' } : {}) },
      ...(content ? { body: JSON.stringify(content) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as RushAnswer['body'] };
  };
  return Promise.all(Array.from({ length: CLIENTS }, (_, n) => one(n)));
}

/** The same verb of one ticket on the same version by fifty screens: one is let through, the rest see the newer copy. */
export async function oneWins(
  house: CaseHouse,
  who: Person,
  { id, path, body }: { id: string; path: string; body: (n: number) => object | null },
): Promise<RushAnswer> {
  house.clock.advance(1_000);
  const { version, state } = await house.facts(id);
  const answers = await rushOf(who, { path: `/api/tickets/${id}/${path}`, version, body });
  const won = answers.filter(({ status }) => status === 200);
  const lost = answers.filter(({ status }) => status !== 200);
  expect([path, state, won.length]).toEqual([path, state, 1]);
  expect(new Set(lost.map((answer) => `${answer.status} ${answer.body.code}`))).toEqual(
    new Set(['409 stale-version']),
  );
  const facts = await house.check(id);
  expect(facts.version).toBe(version + 1);
  expect(lost.every(({ body: { current } }) => (current?.version ?? 0) > version)).toBe(true);
  return won[0] as RushAnswer;
}
