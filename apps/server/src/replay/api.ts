/** What the server said; `unreachable` stands for no answer at all. */
export interface Answer {
  readonly status: number;
  readonly code: string;
  readonly field: string | null;
  /** Seconds the server asks to wait. */
  readonly retryAfter: number | null;
  readonly body: unknown;
}

export type Credentials =
  { readonly token: string } | { readonly name: string; readonly password: string } | { readonly demo: true };

interface DemoAccount {
  readonly name: string;
  readonly password: string;
  readonly role: string;
}

/** The server will not let us in; no row can be sent. */
export class NotLetIn extends Error {}

const PATIENCE_MS = 30_000;

/** The public HTTP API, as any other program would use it. */
export class Api {
  private cookie: string | null = null;
  private signingIn: Promise<void> | null = null;

  constructor(
    readonly address: string,
    private readonly credentials: Credentials,
  ) {}

  /**
   * One attempt, signing in first where the session is missing or over. Never throws for what the network does.
   * @throws NotLetIn when the server does not take our word for who we are
   */
  async call(method: 'GET' | 'POST', path: string, body?: object, key?: string): Promise<Answer> {
    try {
      const used = this.cookie;
      const first = await answerOf(await this.send(method, path, body, key));
      if (first.status !== 401) return first;
      await this.signInInsteadOf(used);
      const second = await answerOf(await this.send(method, path, body, key));
      if (second.status === 401) throw new NotLetIn('the server accepts the sign-in but not the session');
      return second;
    } catch (fault) {
      if (fault instanceof NotLetIn) throw fault;
      return { status: 0, code: 'unreachable', field: null, retryAfter: null, body: null };
    }
  }

  /** Many callers may find the same session over: one signs in, the others wait for it. */
  private async signInInsteadOf(used: string | null): Promise<void> {
    if (this.cookie !== used) return;
    this.signingIn ??= this.openSession().finally(() => (this.signingIn = null));
    await this.signingIn;
  }

  private async openSession(): Promise<void> {
    if ('token' in this.credentials) throw new NotLetIn('the server does not accept this token');
    const person = 'demo' in this.credentials ? await this.demoAgent() : this.credentials;
    const { name, password } = person;
    const response = await this.send('POST', '/api/session', { name, password });
    if (response.status >= 500 || response.status === 429) throw new Error('unavailable');
    if (!response.ok) throw new NotLetIn(`the server refuses the sign-in of "${name}" (${response.status})`);
    this.cookie = response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
  }

  private async demoAgent(): Promise<DemoAccount> {
    const response = await this.send('GET', '/api/session/demo-accounts');
    if (!response.ok) throw new Error('unavailable');
    const accounts = (await response.json()) as DemoAccount[];
    const agent = accounts.find(({ role }) => role === 'agent');
    if (agent) return agent;
    throw new NotLetIn('this server is not in demo mode; give a machine token by HOTLINE_TOKEN');
  }

  private send(method: string, path: string, body?: object, key?: string): Promise<Response> {
    const { credentials, cookie } = this;
    return fetch(new URL(path, this.address), {
      method,
      headers: {
        accept: 'application/json',
        // The server refuses changes by cookie that do not say where they come from.
        origin: new URL(this.address).origin,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
        ...('token' in credentials ? { authorization: `Bearer ${credentials.token}` } : {}),
        ...(cookie ? { cookie } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const body: unknown = text === '' ? null : JSON.parse(text);
  const problem = (response.ok ? {} : (body ?? {})) as { code?: string; field?: string };
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    status: response.status,
    code: problem.code ?? (response.ok ? 'ok' : `http-${response.status}`),
    field: problem.field ?? null,
    retryAfter: Number.isFinite(seconds) ? seconds : null,
    body,
  };
}
