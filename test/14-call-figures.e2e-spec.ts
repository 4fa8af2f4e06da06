import pg from 'pg';
import { unitId } from '@hotline/organization';
import { eventually } from './support/eventually.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import { must } from './support/moves.js';
import { aCall, anEnded, plantCall, type PlantedSource, plantSource } from './support/folded-calls.js';

const DAY_MS = 86_400_000;
const shanghai = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

/** The connection rate comes from the telephone: every figure has its definition, its two halves and its rows. */
describe('figures of calls', () => {
  let hotline: Hotline;
  let owner: pg.Client;
  let source: PlantedSource;
  let supervisor: Person;
  const GUANGDONG = unitId('440000');
  const today = shanghai(Date.now());
  const ring = Date.now() - 20 * 60_000;
  let serial = 0;

  beforeAll(async () => {
    hotline = await startHotline();
    owner = new pg.Client({ connectionString: hotline.url });
    await owner.connect();
    source = await plantSource(owner, GUANGDONG, 'cn/44/');
    supervisor = await hotline.as('supervisor');
    for (const [outcome, seconds] of [
      ['answered', 15],
      ['answered', 16],
      ['abandoned', 3],
      ['abandoned', 30],
      ['limit', 45],
    ] as const) {
      const { call, visits } = anEnded(`1.${(serial += 1)}`, ring * 1_000 + serial, outcome, seconds);
      await plantCall(owner, source, call, visits, { masked: '138****2046' });
    }
    const menu = aCall('1.99', ring * 1_000, { asked: false, outcome: 'left_ivr' });
    await plantCall(owner, source, menu, []);
  }, 60_000);
  afterAll(async () => {
    await owner?.end();
    await hotline?.close();
  });

  const figures = async (who: Person, query: object = {}) =>
    must(await who.api.GET('/api/call-figures', { params: { query: { from: today, to: today, ...query } } }));
  const formulas = async (who: Person) =>
    must(await who.api.GET('/api/call-formulas', { params: { query: { unitId: GUANGDONG } } }));
  const refusal = async (answer: Response): Promise<[number, string, string | undefined]> => {
    const problem = (await answer.json()) as { code: string; field?: string };
    return [answer.status, problem.code, problem.field];
  };

  it('print their definition, numerator, denominator and what stands beside them', async () => {
    const view = await figures(supervisor);
    expect(view.columns).toMatchObject({
      arrived: 6,
      asked: 5,
      answered: 2,
      short_abandoned: 1,
      limit: 1,
      left_ivr: 1,
    });
    expect(
      view.figures.map(({ kind, formula, numerator, denominator, rate }) => [
        kind,
        `${formula.letter}${formula.version}`,
        `${numerator}/${denominator}`,
        rate,
      ]),
    ).toEqual([
      ['connection_rate', 'A1', '2/5', 40],
      ['service_level', 'A1', '1/5', 20],
      ['abandonment', 'A1', '1/4', 25],
    ]);
    expect(view.figures[0]?.beside).toEqual([{ column: 'left_ivr', count: 1 }]);
    expect(view.figures[1]?.forms.map(({ letter, rate }) => [letter, rate])).toEqual([
      ['A', 20],
      ['B', 50],
      ['C', 25],
      ['D', 50],
      ['E', 25],
    ]);
  });

  it('open their rows; the mask is for those who work with contacts', async () => {
    const rows = async (who: Person, query: object) =>
      must(
        await who.api.GET('/api/call-figures/rows', {
          params: { query: { from: today, to: today, ...query } },
        }),
      ).items;
    expect(await rows(supervisor, { side: 'missed' })).toHaveLength(3);
    expect(await rows(supervisor, { side: 'beside' })).toMatchObject([{ column: 'left_ivr', masked: null }]);
    expect(await rows(supervisor, { kind: 'service_level', side: 'numerator' })).toMatchObject([
      { column: 'answered', waitMs: 15_000, masked: '138****2046', queue: 'q12351' },
    ]);
    expect(await rows(await hotline.as('auditor'), { side: 'numerator' })).toMatchObject([
      { masked: null },
      { masked: null },
    ]);
    const other = await hotline.as('supervisor-sc');
    expect((await figures(other)).columns).toMatchObject({ arrived: 0 });
    expect((await other.raw(`/api/call-figures?unitId=${GUANGDONG}`)).status).toBe(404);
    expect((await (await hotline.as('agent')).raw('/api/call-figures')).status).toBe(403);
  });

  it('reach the board, which says whose word its rate is', async () => {
    await eventually('the calls are counted', async () => {
      const { numbers } = must(
        await supervisor.api.GET('/api/numbers', { params: { query: { from: today, to: today } } }),
      );
      const rate = numbers.find(({ metric }) => metric === 'connection');
      return rate?.denominator === 5 && rate.numerator === 2 && rate.telephone?.source === 'telephone';
    });
    const { numbers } = must(
      await supervisor.api.GET('/api/numbers', { params: { query: { from: today, to: today } } }),
    );
    expect(numbers.find(({ metric }) => metric === 'connection')?.telephone).toMatchObject({
      calls: 5,
      ofArrived: { numerator: 2, denominator: 6, rate: 33.33 },
      inTime: { numerator: 1, denominator: 5, rate: 20 },
      formula: { letter: 'A', version: 1 },
      level: { letter: 'A', version: 1, seconds: 15 },
      changes: [],
    });
    const rows = must(
      await supervisor.api.GET('/api/numbers/{metric}/rows', {
        params: { path: { metric: 'connection' }, query: { from: today, to: today, result: 'miss' } },
      }),
    );
    expect(rows.items).toHaveLength(3);
    expect(rows.items[0]?.call).toMatchObject({ masked: '138****2046', withheld: false });
  });

  const version = {
    unitId: GUANGDONG,
    kind: 'service_level' as const,
    validFrom: shanghai(Date.now() + DAY_MS),
    numerator: [{ part: 'answered_within' as const, sign: 1 as const }],
    denominator: [{ part: 'answered' as const, sign: 1 as const }],
    seconds: 20,
    shortAbandonS: 5,
    reason: '省里按接通数报送',
  };
  const add = (who: Person, change: object = {}): Promise<Response> =>
    who.post('/api/call-formulas', { ...version, ...change });

  it.each([
    [
      'a formula that counts calls twice',
      {
        denominator: [
          { part: 'arrived', sign: 1 },
          { part: 'asked', sign: 1 },
        ],
      },
      'denominator',
    ],
    ['seconds that are asked for and not given', { seconds: undefined }, 'seconds'],
    [
      'seconds that nothing asks for',
      {
        kind: 'abandonment',
        numerator: [{ part: 'abandoned', sign: 1 }],
        denominator: [{ part: 'entered', sign: 1 }],
      },
      'seconds',
    ],
    ['a day that is none', { validFrom: '2027-02-30' }, 'validFrom'],
    ['a day that is over, not on purpose', { validFrom: today }, 'validFrom'],
    [
      'a connection rate of one province',
      { kind: 'connection_rate', numerator: [{ part: 'answered', sign: 1 }], seconds: undefined },
      'unitId',
    ],
    ['no reason', { reason: ' ' }, 'reason'],
    ['a part nobody knows', { numerator: [{ part: 'pressed', sign: 1 }] }, 'numerator.0.part'],
  ])('refuse %s', async (_, change, field) => {
    expect(await refusal(await add(await hotline.as('admin'), change))).toEqual([
      422,
      'invalid-input',
      field,
    ]);
  });

  it('take a new version from its own day on, for its unit and below', async () => {
    expect((await add(supervisor)).status).toBe(403);
    expect((await add(await hotline.as('admin'))).status).toBe(200);
    const kind = (await formulas(supervisor)).kinds.find((one) => one.kind === 'service_level');
    expect(
      kind?.versions.map(({ letter, version: no, author, backwards }) => [letter, no, author, backwards]),
    ).toEqual([
      ['B', 2, expect.any(String), false],
      ['A', 1, null, false],
    ]);
    expect((await figures(supervisor, { unitId: GUANGDONG })).figures[1]).toMatchObject({
      rate: 20,
      formula: { version: 1 },
    });
  });

  it('move days that are over only on purpose, and carry the mark', async () => {
    const change = { validFrom: today, backwards: true };
    expect((await add(await hotline.as('admin'), change)).status).toBe(200);
    const view = await figures(supervisor, { unitId: GUANGDONG });
    expect(view.figures[1]).toMatchObject({
      numerator: 2,
      denominator: 2,
      formula: { letter: 'B', version: 3, seconds: 20 },
    });
    expect(view.marks).toEqual([
      { kind: 'service_level', day: today, letter: 'B', version: 3, backwards: true },
    ]);
    // the nation goes on by its own
    expect((await figures(supervisor)).figures[1]).toMatchObject({ denominator: 5, formula: { version: 1 } });
  });
});
