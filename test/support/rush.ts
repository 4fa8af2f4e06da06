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
