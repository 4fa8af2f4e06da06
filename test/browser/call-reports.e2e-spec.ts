import { readFileSync } from 'node:fs';
import { newId } from '@hotline/kernel';
import { unitId } from '@hotline/organization';
import pg from 'pg';
import type { Browser, Locator } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { type Hotline, startHotline } from '../support/hotline.js';
import { PlantedLine } from '../support/planted-line.js';
import { sheetCells, unzipped } from '../support/unzipped.js';
import { CHROMIUM, launch, Window } from './browser.js';
import { chineseOn, everywhere, offline, speak, unexpected } from './looks.js';

const story = CHROMIUM ? describe : describe.skip;
const DAY_MS = 86_400_000;
const S = 1_000_000;
const dayBefore = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * DAY_MS).toISOString().slice(0, 10);
const DAY = dayBefore(1);
const at = (time: string, day = DAY): string => `${day}T${time}+08:00`;
const DATA = ['中华全国总工会', '国家热线', '林小禾', '郑国栋'];
const PAST_DAYS = 28;

/** What queues and agents did, and how many it takes, read from the screen down to the calls. */
story('the reports of calls', () => {
  let hotline: Hotline;
  let browser: Browser;
  let owner: pg.Client;
  let leader: Window;

  beforeAll(async () => {
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    owner = new pg.Client({ connectionString: hotline.url });
    await owner.connect();
    leader = await (await Window.open(browser, hotline.base)).as('supervisor', '/call-reports');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await owner?.end();
    await hotline?.close();
  });

  const table = (name: string) => leader.page.getByRole('table', { name });
  const line = (name: string, begins: string) =>
    table(name)
      .getByRole('row')
      .filter({ has: leader.page.getByRole('rowheader', { name: begins, exact: true }) });
  const cell = (of: Locator, head: string) => of.locator(`td[data-label="${head}"]`);
  const drawer = () => leader.page.getByRole('dialog');
  const step = async (words: string) => {
    await leader.page.locator('.report-step').click();
    await leader.page.locator('.ant-select-item-option').filter({ hasText: words }).first().click();
  };

  /** Yesterday between nine and half past ten: two answered, one given up, one at the limit; a month of nine o'clocks before it. */
  async function plant(): Promise<void> {
    const { rows } = await owner.query<{ id: string }>(`select id from account where name = 'agent'`);
    const accountId = rows[0]?.id ?? '';
    await owner.query(
      `insert into shift (id, account_id, unit_id, unit_path, day, from_at, to_at, added_at, added_by)
       values ($1, $2, $3, 'cn/', $4, $5, $6, now(), $2)`,
      [newId(), accountId, unitId('cn'), DAY, at('09:00:00'), at('10:00:00')],
    );
    const planted = await PlantedLine.at(owner, 'cn', '国家热线');
    await planted.segment(accountId, 'signed_in', at('09:00:00'), at('09:30:00'));
    const first = await planted.visit({ at: at('09:05:00'), waitUs: 10 * S, accountId });
    await planted.ring(first, accountId, at('09:05:02'), 'ring_out');
    await planted.visit({ at: at('09:20:00'), waitUs: 20 * S, accountId });
    await planted.visit({ at: at('09:50:00'), outcome: 'abandoned', waitUs: 20 * S });
    await planted.visit({ at: at('10:10:00'), outcome: 'limit', waitUs: 60 * S });
    for (let days = 2; days <= PAST_DAYS; days += 1)
      for (const minute of ['01', '03', '05', '07'])
        await planted.visit({ at: at(`09:${minute}:00`, dayBefore(days)), talkUs: 300 * S });
  }

  it('say so where nobody called', async () => {
    await leader.page.getByText('这段时间没有来电').waitFor();
    expect(await everywhere(leader, leader.page.getByText('这段时间没有来电'))).toEqual([]);
  }, 60_000);

  it('count by quarter, half and whole hour, with both halves of each rate and its definition', async () => {
    await plant();
    await eventually('the sums are there', async () => {
      const { rows } = await owner.query<{ n: string }>('select count(*) as n from interval_due');
      return rows[0]?.n === '0';
    });
    await leader.go(`/call-reports?from=${DAY}&to=${DAY}&step=15`);
    const rate = leader.page.locator('.report-cards > div').filter({ hasText: '接通率' }).first();
    await rate.getByText('50.0%').waitFor();
    await rate.getByText('2 / 4 通').waitFor();
    await rate.getByText(/口径 v\d+：接通 ÷ 请求人工/).waitFor();
    await leader.page.getByText('高峰 09:00，请求 1 通、接通 1 通。').waitFor();
    const begins = () => table('逐时段').getByRole('rowheader').allInnerTexts();
    expect(await begins()).toEqual(['09:00', '09:15', '09:45', '10:00']);
    await step('30 分钟');
    await line('逐时段', '09:30').waitFor();
    expect(await begins()).toEqual(['09:00', '09:30', '10:00']);
    await step('1 小时');
    await line('逐时段', '09:30').waitFor({ state: 'detached' });
    expect(await begins()).toEqual(['09:00', '10:00']);
    expect(await cell(line('逐时段', '09:00'), '请求人工').innerText()).toBe('3');
    expect(leader.page.url()).toContain('step=60');
    expect(await everywhere(leader, line('逐时段', '09:00'))).toEqual([]);
  }, 60_000);

  it('open the calls behind a number by the keyboard, and go back to it', async () => {
    const answered = cell(line('逐时段', '09:00'), '接通').getByRole('button');
    await answered.focus();
    await leader.press('Enter');
    await drawer().getByRole('listitem').first().waitFor();
    expect(await drawer().getByRole('listitem').count()).toBe(2);
    expect(await drawer().locator('.call-end').allInnerTexts()).toEqual(['接通', '接通']);
    await drawer().getByText('林小禾').first().waitFor();
    expect(await leader.barriers()).toEqual([]);
    await leader.press('Escape');
    await drawer().waitFor({ state: 'detached' });
    await leader.focused(answered);
    await cell(line('按队列', '国家热线 · 400'), '超时退出').getByRole('button').click();
    await drawer().getByText('超时退出').first().waitFor();
    await drawer().getByRole('listitem').first().waitFor();
    expect(await drawer().getByRole('listitem').count()).toBe(1);
    await leader.press('Escape');
  }, 60_000);

  /** Chooses a form from the menu, waits until the server has written the file, and fetches it. */
  const exported = async (window: Window, group: string, form: string): Promise<Buffer> => {
    await window.page.getByRole('button', { name: '导出' }).last().click();
    const choices = window.page.locator('.ant-dropdown-menu-item-group').filter({ hasText: group });
    const all = group === '' ? window.page.locator('.ant-dropdown-menu') : choices;
    await all.getByRole('menuitem', { name: form }).click();
    const tray = window.page.getByRole('dialog', { name: '我的导出' });
    const newest = tray.locator('.export-row').first();
    await newest.getByText('已完成').waitFor();
    const [file] = await Promise.all([
      window.page.waitForEvent('download'),
      newest.getByRole('link', { name: /^下载/ }).click(),
    ]);
    expect(file.url()).toMatch(/\/api\/exports\/[0-9a-f-]{36}\/file$/);
    return readFileSync(await file.path());
  };
  const linesOf = (bytes: Buffer): string[] =>
    bytes.toString('utf8').replace('\uFEFF', '').trim().split(/\r?\n/);
  const closeTray = async (window: Window) => {
    await window.press('Escape');
    await window.page.getByRole('dialog', { name: '我的导出' }).waitFor({ state: 'detached' });
  };

  it('leave as a file that says the same as the screen, its definitions above', async () => {
    const shown = await cell(line('逐时段', '09:00'), '接通率 %').innerText();
    expect(shown).toMatch(/^66\.7\s*2\/3/);
    const lines = linesOf(await exported(leader, '逐时段', 'CSV 文本'));
    const head = lines.findIndex((one) => one.startsWith('时段,'));
    expect(lines[head]).toMatch(/^时段,请求人工,接通,接通率 %,接通率 分子,接通率 分母,/);
    expect(lines.find((one) => one.startsWith(`${DAY} 09:00`))).toMatch(/,3,2,66\.67,2,3,/);
    expect(lines.slice(0, head).some((one) => /^接通率,口径 v\d+（.*）：接通 ÷ 请求人工$/.test(one))).toBe(
      true,
    );
    expect(await leader.barriers()).toEqual([]);
    await closeTray(leader);
    const sheet = sheetCells(
      unzipped(await exported(leader, '逐时段', 'Excel')).get('xl/worksheets/sheet1.xml') ?? '',
    );
    expect(sheet.find(([time]) => time === `${DAY} 09:00`)?.slice(0, 6)).toEqual([
      `${DAY} 09:00`,
      '3',
      '2',
      '66.67',
      '2',
      '3',
    ]);
    await closeTray(leader);
  }, 60_000);

  it('export the calls behind a number by the keyboard, and cancel and delete files', async () => {
    await cell(line('逐时段', '09:00'), '接通').getByRole('button').click();
    await drawer().getByRole('listitem').first().waitFor();
    const button = drawer().getByRole('button', { name: '导出' });
    await button.focus();
    await leader.press('Enter');
    const csv = leader.page.getByRole('menuitem', { name: 'CSV 文本' });
    await csv.waitFor();
    const active = leader.page.locator('.ant-dropdown-menu-item-active').filter({ hasText: 'CSV 文本' });
    for (let presses = 0; presses < 5 && (await active.count()) === 0; presses += 1)
      await leader.press('ArrowDown');
    expect(await active.count()).toBe(1);
    await leader.press('Enter');
    const tray = leader.page.getByRole('dialog', { name: '我的导出' });
    const newest = tray.locator('.export-row').first();
    await newest.getByText('已完成').waitFor();
    expect(await newest.innerText()).toContain('2 行');
    const before = await tray.getByText('已删除', { exact: false }).count();
    await newest.getByRole('button', { name: /^删除/ }).click();
    await newest.getByText('已删除').waitFor();
    expect(before).toBe(0);
    await leader.press('Escape');
    await tray.waitFor({ state: 'detached' });
    await leader.press('Escape');
    await drawer().waitFor({ state: 'detached' });
  }, 60_000);

  it('tell of agents: rings, time, and the roster kept by half', async () => {
    await leader.page.locator('.report-tools').getByText('坐席', { exact: true }).click();
    const person = line('按坐席', '林小禾');
    await person.waitFor();
    expect(await cell(person, '接通').innerText()).toBe('2');
    expect(await cell(person, '漏接').innerText()).toBe('1');
    expect(await cell(person, '班表遵守率 %').innerText()).toMatch(/^50\.0/);
    const adherence = leader.page.locator('.report-cards > div').filter({ hasText: '班表遵守率' });
    await adherence.getByText('30:00 / 1:00:00').waitFor();
    await adherence.getByText('班次内在线且不在小休的时间 ÷ 班次时间').waitFor();
    expect(await everywhere(leader, person)).toEqual([]);
    await person.getByRole('button', { name: '林小禾' }).click();
    await line('逐时段', '09:00').waitFor();
    await cell(line('逐时段', '09:00'), '漏接').getByRole('button').click();
    await drawer().getByRole('listitem').first().waitFor();
    expect(await drawer().getByRole('listitem').count()).toBe(1);
    await leader.press('Escape');
    await leader.page.getByRole('button', { name: '返回全部坐席' }).click();
    await person.waitFor();
  }, 60_000);

  it('show an agent his own alone', async () => {
    const agent = await Window.open(browser, hotline.base);
    await agent.as('agent', `/call-reports?from=${DAY}&to=${DAY}&step=60`);
    await agent.page.getByRole('heading', { name: '我的话务' }).waitFor();
    await agent.page.getByRole('rowheader', { name: '09:00', exact: true }).waitFor();
    expect(await agent.page.getByRole('table', { name: '按坐席' }).count()).toBe(0);
    expect(await agent.barriers()).toEqual([]);
    const lines = linesOf(await exported(agent, '逐时段', 'CSV 文本'));
    expect(lines).toContain('坐席,林小禾');
    expect(lines.some((one) => one.startsWith(`${DAY} 09:00`))).toBe(true);
    expect(agent.complaints).toEqual([]);
    await agent.close();
  }, 60_000);

  it('lead to how many it takes: a median of like days, held against the roster', async () => {
    await leader.go(`/staffing?day=${DAY}&step=60`);
    const need = leader.page.locator('.figure-table tr').filter({ hasText: '09:00–10:00' });
    await need.waitFor();
    expect(Number(await cell(need, '预计来电').innerText())).toBe(4);
    const toRoster = Number(await cell(need, '需排班').innerText());
    expect(toRoster).toBeGreaterThan(1);
    expect(await cell(need, '已排班').innerText()).toBe('1');
    await leader.page.getByText(/最缺：需排 \d+ 人，已排 \d+ 人。/).waitFor();
    await leader.page.getByText(/参照 .*（\d 天）各时段请求人工量的中位数/).waitFor();
    await leader.page.getByText(/按 Erlang C 测算/).waitFor();
    expect(await everywhere(leader, need)).toEqual([]);
  }, 60_000);

  it('speak English, and stay while the network is gone', async () => {
    const shown = leader.page.locator('.figure-table tr').filter({ hasText: '09:00' }).first();
    for (const path of [
      `/staffing?day=${DAY}&step=60`,
      `/call-reports?from=${DAY}&to=${DAY}&step=60`,
      `/call-reports?from=${DAY}&to=${DAY}&step=60&tab=agents`,
    ]) {
      await leader.go(path);
      await speak(leader, 'en');
      await shown.waitFor();
      expect(await chineseOn(leader, DATA)).toEqual([]);
    }
    await offline(leader, async () => {
      await leader.page.locator('.report-step').click();
      await leader.page.locator('.ant-select-item-option').filter({ hasText: '15 min' }).click();
      await leader.page.getByRole('alert').first().waitFor();
    });
    expect(unexpected(leader, 'ERR_INTERNET_DISCONNECTED')).toEqual([]);
  }, 60_000);
});
