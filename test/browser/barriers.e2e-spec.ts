import type { Browser, Page } from 'playwright-core';
import { type Hotline, startHotline } from '../support/hotline.js';
import { open as openTicket } from '../support/moves.js';
import { CHROMIUM, DESKTOP, launch, PHONE, Window } from './browser.js';
import { unreachable } from './looks.js';

const story = CHROMIUM ? describe : describe.skip;
const SIZES = [DESKTOP, { width: 1024, height: 768 }, PHONE];
/** What the frame around a page asks for; it comes at once. */
const FRAME = /\/api\/(session|live|notices|presence(\/me)?$|drafts)/;
const MANY = 60;
const LONG = '广东省深圳市南山区总工会职工服务热线联合调解中心第三坐席组';

const PAGES: [string, string[]][] = [
  ['agent', ['/desk', '/missed-calls', '/call-backs', '/call-reports']],
  ['dispatcher', ['/dispatch']],
  ['handler-nanshan', ['/inbox', '/duties', '/orders']],
  [
    'supervisor',
    [
      '/board',
      '/wallboard',
      '/agents',
      '/call-figures',
      '/call-reports',
      '/call-reports?tab=agents',
      '/shifts',
      '/staffing',
      '/duty-roster',
      '/notices',
    ],
  ],
  ['admin', ['/lines', '/presence-settings']],
];

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
const isRecord = (value: Json | undefined): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An answer with its lists made long: rows that have an id are told again under others, with names of thirty characters. */
function stretched(value: Json): Json {
  if (Array.isArray(value)) {
    const rows = value.map(stretched);
    const [first] = rows;
    if (!isRecord(first) || typeof first['id'] !== 'string') return rows;
    const { id } = first;
    const more = Array.from({ length: MANY }, (_, n) => ({ ...first, id: `${id.slice(0, -4)}f${100 + n}` }));
    return [...rows, ...more];
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([name, one]): [string, Json] => [
    name,
    name === 'displayName' || name === 'title' ? `${String(one)}${LONG}`.slice(0, 30) : stretched(one),
  ]);
  return Object.fromEntries(entries);
}

/** However the data come, late, not at all or in masses, every page can be used by the keyboard and read by everybody. */
story('pages whose data are late, lost or many', () => {
  let hotline: Hotline;
  let browser: Browser;
  let ticket = '';

  beforeAll(async () => {
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    const { id } = await openTicket(await hotline.as('agent'));
    ticket = `/tickets/${id}`;
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await hotline?.close();
  });

  async function look(window: Window, state: string, axe: boolean): Promise<string[]> {
    const found: string[] = [];
    for (const size of SIZES) {
      await window.page.setViewportSize(size);
      const seen = axe && size.width !== 1024 ? await window.barriers() : [];
      const here = [...(await unreachable(window)), ...seen];
      found.push(...here.map((one) => `${state} ${size.width} ${one}`));
    }
    await window.page.setViewportSize(DESKTOP);
    return found;
  }
  /** Everything that was asked for has come, and what it leads to has been asked for. */
  const settled = async (page: Page): Promise<void> => {
    await page.locator('.skeletons').first().waitFor({ state: 'detached' });
    await page.evaluate(async () => {
      const count = (): number => performance.getEntriesByType('resource').length;
      for (let before = -1; before !== count();) {
        before = count();
        await new Promise((later) => setTimeout(later, 300));
      }
    });
    await page.evaluate(() => new Promise((drawn) => setTimeout(drawn, 0)));
  };

  /** Opens the page once a state: the answers are held, refused, or made long. */
  async function walk(window: Window, path: string): Promise<string[]> {
    const { page } = window;
    const found: string[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((go) => (release = go));
    await page.route('**/api/**', async (route) => {
      if (!FRAME.test(route.request().url())) await held;
      await route.continue().catch(() => undefined);
    });
    await window.go(path);
    await page.locator('.skeletons, main button, main a').first().waitFor();
    found.push(...(await look(window, 'waiting', false)));
    release();
    await settled(page);
    found.push(...(await look(window, 'as it is', false)));
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.route('**/api/**', (route) =>
      FRAME.test(route.request().url()) || route.request().method() !== 'GET'
        ? route.continue()
        : route.fulfill({
            status: 503,
            contentType: 'application/problem+json',
            body: '{"code":"internal"}',
          }),
    );
    await window.go(path);
    await settled(page);
    found.push(...(await look(window, 'refused', false)));
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.route('**/api/**', async (route) => {
      if (FRAME.test(route.request().url()) || route.request().method() !== 'GET') return route.continue();
      const answer = await route.fetch();
      const json = answer.headers()['content-type']?.includes('json') === true;
      return json
        ? route.fulfill({ response: answer, json: stretched((await answer.json()) as Json) })
        : route.fulfill({ response: answer });
    });
    await window.go(path);
    await settled(page);
    found.push(...(await look(window, 'many', true)));
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    return found;
  }

  it.each(PAGES.flatMap(([name, paths]) => paths.map((path) => [name, path] as const)))(
    '%s: %s',
    async (name, path) => {
      const window = await (await Window.open(browser, hotline.base)).as(name, '/notices');
      expect(await walk(window, path)).toEqual([]);
      await window.close();
    },
    90_000,
  );

  it('a ticket, read by its handler and by an auditor who may do nothing', async () => {
    for (const name of ['handler-nanshan', 'auditor']) {
      const window = await (await Window.open(browser, hotline.base)).as(name, '/notices');
      expect(await walk(window, ticket)).toEqual([]);
      await window.close();
    }
  }, 120_000);
});
