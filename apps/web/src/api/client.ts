import { settings } from '../app/settings';
import type { AttachmentView, Problem } from './contract';
import type { Answer, Body, Method, Path, Query } from './routes';

/** The server refused: the reason, with advice in the reader's language and a request id to quote. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    readonly status: number,
  ) {
    super(problem.detail || problem.title);
    this.name = 'ProblemError';
  }
}

/** The network failed: whether the server got the request is unknown; retry with the same Idempotency-Key. */
export class OfflineError extends Error {
  constructor() {
    super('offline');
    this.name = 'OfflineError';
  }
}

export interface SendOptions {
  ifMatch?: number; // version the change is based on
  idempotencyKey?: string;
  signal?: AbortSignal;
  keepalive?: boolean; // finish even if the page closes; the body must stay under 64 KB
}

type Changing = Exclude<Method, 'GET'>;
const expired = new Set<() => void>();

/** Called when the session has ended while a page is open: the page stays, with everything typed in it. */
export function onSessionExpired(listener: () => void): () => void {
  expired.add(listener);
  return () => expired.delete(listener);
}

function leaveForSignIn(): void {
  if (expired.size > 0) {
    for (const listener of expired) listener();
    return;
  }
  if (location.pathname === '/sign-in') return;
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
}

export function urlOf(path: string, query: Record<string, unknown> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    for (const one of values) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  const tail = search.size > 0 ? `?${search.toString()}` : '';
  return (path.startsWith('/api/') ? path : `/api${path}`) + tail;
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  if (body && typeof body === 'object' && 'code' in body) return body as Problem;
  const requestId = response.headers.get('x-request-id') ?? '';
  const title = response.statusText || String(response.status);
  return {
    type: 'about:blank',
    title,
    status: response.status,
    code: `http-${response.status}`,
    detail: '',
    requestId,
  };
}

async function call<T>(url: string, init: RequestInit): Promise<T> {
  const headers = new Headers(init.headers);
  headers.set('Accept-Language', settings().language === 'zh' ? 'zh-CN' : 'en');
  headers.set('Accept', 'application/json, application/problem+json');
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new OfflineError();
  }
  if (!response.ok) {
    const problem = await problemOf(response);
    if (response.status === 401 && !url.startsWith('/api/session')) leaveForSignIn();
    // A gateway that cannot reach the server is, for the person at the desk, the same as no network.
    if (response.status === 502 || response.status === 504) throw new OfflineError();
    throw new ProblemError(problem, response.status);
  }
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** Path, query and answer are those of the generated document; a path the server does not know does not compile. */
export function get<P extends Path<'GET'>>(
  path: P,
  query?: Query<P>,
  signal?: AbortSignal,
): Promise<Answer<'GET', P>> {
  return call(urlOf(path, query), { method: 'GET', signal: signal ?? null });
}

export function send<M extends Changing, P extends Path<M>>(
  method: M,
  path: P,
  body?: Body<M, P>,
  options: SendOptions = {},
): Promise<Answer<M, P>> {
  const headers = new Headers();
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (options.ifMatch !== undefined) headers.set('If-Match', `"${options.ifMatch}"`);
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey);
  return call(urlOf(path), {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    signal: options.signal ?? null,
    keepalive: options.keepalive ?? false,
  });
}

/** Sends one file as raw bytes; the server looks at the bytes for their kind, not at what the browser calls them. */
export function upload(file: File): Promise<AttachmentView> {
  const headers = { 'Content-Type': 'application/octet-stream' };
  return call(urlOf('/attachments', { name: file.name }), { method: 'POST', headers, body: file });
}
