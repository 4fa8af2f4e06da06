import { isCrossSite } from './cross-site.js';

const post = { method: 'POST', host: 'hotline.example:3000', withCookie: true };

it.each([
  ['a read from anywhere', { ...post, method: 'GET', secFetchSite: 'cross-site' }, false],
  ['the console', { ...post, secFetchSite: 'same-origin' }, false],
  ['typed by the person', { ...post, secFetchSite: 'none' }, false],
  ['another site', { ...post, secFetchSite: 'cross-site' }, true],
  ['a sibling host', { ...post, secFetchSite: 'same-site' }, true],
  [
    'another site, right origin claimed',
    { ...post, secFetchSite: 'cross-site', origin: 'http://hotline.example:3000' },
    true,
  ],
  [
    'another site without a cookie yet: sign-in',
    { ...post, secFetchSite: 'cross-site', withCookie: false },
    true,
  ],
  ['an old browser on the console', { ...post, origin: 'http://hotline.example:3000' }, false],
  ['an old browser, host in capitals', { ...post, origin: 'http://Hotline.Example:3000' }, false],
  ['an old browser elsewhere', { ...post, origin: 'http://evil.example' }, true],
  ['another port', { ...post, origin: 'http://hotline.example:3001' }, true],
  ['an opaque origin', { ...post, origin: 'null' }, true],
  ['an origin with a name in front', { ...post, origin: 'http://hotline.example:3000@evil.example' }, true],
  ['a cookie and no word of its origin', post, true],
  ['a program without a cookie', { ...post, withCookie: false }, false],
])('%s', (_, request, foreign) => expect(isCrossSite(request)).toBe(foreign));
