import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration } from '@hotline/platform';
import { SESSION_MOST_MS } from '../domain/session-rules.js';

type CookieSettings = Pick<Configuration, 'secureCookies'>;
type WithCookies = FastifyRequest & { cookies?: Record<string, string | undefined> };
type SettingCookies = FastifyReply & {
  setCookie(name: string, value: string, options: object): unknown;
};

/** `__Host-` makes browsers insist on Secure, the root path and no domain (RFC 6265bis); it needs https. */
export const cookieName = ({ secureCookies }: CookieSettings): string =>
  secureCookies ? '__Host-hotline_session' : 'hotline_session';

export function sessionToken(request: FastifyRequest, settings: CookieSettings): string | undefined {
  return (request as WithCookies).cookies?.[cookieName(settings)] || undefined;
}

export function setSessionCookie(reply: FastifyReply, settings: CookieSettings, token: string): void {
  write(reply, settings, token, SESSION_MOST_MS / 1_000);
}

export function clearSessionCookie(reply: FastifyReply, settings: CookieSettings): void {
  write(reply, settings, '', 0);
}

function write(reply: FastifyReply, settings: CookieSettings, value: string, maxAge: number): void {
  const secure = settings.secureCookies;
  (reply as SettingCookies).setCookie(cookieName(settings), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge,
  });
}
