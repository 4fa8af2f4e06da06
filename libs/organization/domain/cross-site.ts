/** What a browser says about where a request comes from; header names in lower case. */
export interface RequestOrigin {
  readonly method: string;
  readonly secFetchSite?: string | undefined;
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
  /** A session cookie came along: the browser may have added it without the person's will. */
  readonly withCookie: boolean;
}

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * True when another site may have caused a changing request. `Sec-Fetch-Site` decides when sent (every browser since
 * 2023), else `Origin`; a cookie with neither is refused, because SameSite alone does not stop a sibling host.
 */
export function isCrossSite({ method, secFetchSite, origin, host, withCookie }: RequestOrigin): boolean {
  if (SAFE.includes(method)) return false;
  if (secFetchSite !== undefined) return secFetchSite !== 'same-origin' && secFetchSite !== 'none';
  if (origin !== undefined) return hostOf(origin) !== host?.toLowerCase();
  return withCookie;
}

/** The host and port of an `Origin`; `null` (opaque origins, broken text) equals no host. */
function hostOf(origin: string): string | null {
  return /^https?:\/\/([^/\s@]+)$/i.exec(origin)?.[1]?.toLowerCase() ?? null;
}
