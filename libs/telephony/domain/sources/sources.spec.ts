import { faultOf } from './faults.js';
import { type FeedNow, healthOf, type HealthFacts } from './health.js';
import { type LineSettings, checkAddress } from './settings.js';
import { checkTenure, type Tenure } from './telephones.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 10, 1, minute));

describe('a stored secret', () => {
  const here: LineSettings = { host: 'pbx', port: 5038, username: 'hotline', tls: true, queueLog: '/log' };

  it.each([
    [{}, false, 'kept'],
    [{ queueLog: '/other' }, false, 'kept'],
    [{ host: 'elsewhere' }, false, 'secret'],
    [{ port: 5039 }, false, 'secret'],
    [{ username: 'root' }, false, 'secret'],
    [{ tls: false }, false, 'secret'],
    [{ host: 'elsewhere', tls: false }, true, 'kept'],
  ] as const)('with %j and a new one given: %s → %s', (change, given, wanted) => {
    const decision = checkAddress(here, { ...here, ...change }, given);
    expect(decision.ok ? 'kept' : decision.refusal.field).toBe(wanted);
  });
});

describe('a fault', () => {
  it.each([
    [true, 'Authentication failed', 'secret-refused'],
    [false, 'connect ECONNREFUSED 127.0.0.1:5038', 'unreachable'],
    [false, 'getaddrinfo ENOTFOUND pbx.local', 'unknown-host'],
    [false, 'no connection within 10 s', 'unreachable'],
    [false, 'self-signed certificate', 'tls-failed'],
    [false, 'the switchboard does not answer', 'no-answer'],
    [false, 'no answer to Ping within 5 s', 'no-answer'],
    [false, 'the switchboard closed the line', 'line-closed'],
    [false, 'read ECONNRESET', 'line-closed'],
    [false, 'Permission denied', 'no-rights'],
    [false, 'permission denied', 'no-rights'],
    [false, 'Access Denied: our address is not on its list', 'address-refused'],
    [false, 'callcenter_config Command not found!', 'no-call-centre'],
    [false, "EACCES: permission denied, open '/var/log/x'", 'log-unreadable'],
    [false, 'missing', 'log-missing'],
    [false, 'shrunk', 'log-shrunk'],
    [false, '呜', 'broken'],
  ])('refused: %s, “%s” → %s', (refused, words, code) => expect(faultOf(refused, words)).toBe(code));
});

describe('the light of a source', () => {
  const live: FeedNow = {
    feed: 'ami',
    state: 'live',
    since: at(0),
    lastReceivedAt: at(0),
    clockSkewMs: 40,
    fault: 'line-closed',
  };
  const log: FeedNow = { ...live, feed: 'queue_log', clockSkewMs: null, fault: null };
  const facts: HealthFacts = {
    now: at(0),
    enabled: true,
    hasLog: true,
    feeds: [live, log],
    differences: 0,
    unknownExtensions: 0,
  };

  it.each([
    [{}, 'live', []],
    [{ enabled: false, feeds: [] }, 'off', []],
    [{ feeds: [] }, 'waiting', ['never-heard']],
    [{ feeds: [{ ...live, state: 'connecting' as const }, log] }, 'waiting', []],
    [{ feeds: [{ ...live, state: 'down' as const }, log] }, 'down', ['line-closed']],
    [{ feeds: [{ ...live, state: 'refused' as const }, log] }, 'down', ['secret-refused']],
    [{ now: at(1) }, 'down', ['nobody-listens']],
    [{ feeds: [{ ...live, state: 'off' as const }, log] }, 'waiting', []],
    [{ now: at(1), feeds: [{ ...live, state: 'off' as const }, log] }, 'down', ['nobody-listens']],
    [{ hasLog: false, feeds: [live] }, 'live', ['no-log']],
    [{ feeds: [{ ...live, clockSkewMs: -2_500 }, log] }, 'attention', ['clock-skew']],
    [{ feeds: [live, { ...log, fault: 'log-clock', faultAt: at(0) }] }, 'attention', ['log-clock']],
    [{ feeds: [live, { ...log, fault: 'log-clock', faultAt: at(-10) }] }, 'live', []],
    [{ differences: 2, unknownExtensions: 1 }, 'attention', ['log-differs', 'unknown-extensions']],
    [
      { feeds: [live, { ...log, state: 'down' as const, fault: 'log-missing' }] },
      'attention',
      ['log-missing'],
    ],
  ])('%j → %s %j', (change, light, reasons) =>
    expect(healthOf({ ...facts, ...change })).toEqual({ light, reasons }),
  );
});

describe('a telephone', () => {
  const tenure = (change: Partial<Tenure> = {}): Tenure => ({
    id: 'one',
    sourceId: 'pbx',
    accountId: 'lin',
    holder: '林小禾',
    address: 'PJSIP/8001',
    validFrom: at(10),
    validTo: null,
    ...change,
  });

  it.each([
    ['its owner again', {}, {}, 'telephone-taken'],
    ['another person', {}, { accountId: 'ye' }, 'telephone-taken'],
    ['another telephone for the same person', {}, { address: 'PJSIP/8002' }, 'has-telephone'],
    ['the same person at another switchboard', {}, { sourceId: 'other' }, 'has-telephone'],
    ['the same extension of another switchboard', {}, { sourceId: 'other', accountId: 'ye' }, 'given'],
    ['another person after the end', { validTo: at(20) }, { accountId: 'ye', validFrom: at(20) }, 'given'],
    [
      'another person before the beginning',
      {},
      { accountId: 'ye', validFrom: at(0), validTo: at(10) },
      'given',
    ],
    [
      'another person into the beginning',
      {},
      { accountId: 'ye', validFrom: at(0), validTo: at(11) },
      'telephone-taken',
    ],
    ['an end before its beginning', {}, { address: 'x', accountId: 'y', validTo: at(10) }, 'invalid-input'],
  ] as const)('for %s', (_, held, wanted, outcome) => {
    const decision = checkTenure(tenure(wanted), [tenure(held)]);
    expect(decision.ok ? 'given' : decision.refusal.code).toBe(outcome);
  });
});
