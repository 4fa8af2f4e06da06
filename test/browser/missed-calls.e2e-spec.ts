import pg from 'pg';
import { Sealing } from '@hotline/kernel';
import { unitId } from '@hotline/organization';
import type { Browser } from 'playwright-core';
import { anEnded, plantCall, type PlantedSource, plantSource } from '../support/folded-calls.js';
import { type Hotline, startHotline } from '../support/hotline.js';
import { CHROMIUM, launch, Window } from './browser.js';
import { chineseOn, everywhere, offline, speak, unexpected } from './looks.js';

const story = CHROMIUM ? describe : describe.skip;
const NATION = unitId('cn');
const TWICE = '142****2046';
const LATE = '142****0002';
const AGAIN = '142****0003';

/** Whom nobody spoke with, on the screen of who calls back; the list follows the calls by itself. */
story('the missed calls', () => {
  let hotline: Hotline;
  let browser: Browser;
  let owner: pg.Client;
  let source: PlantedSource;
  let desk: Window;
  let serial = 0;

  beforeAll(async () => {
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    owner = new pg.Client({ connectionString: hotline.url });
    await owner.connect();
    source = await plantSource(owner, NATION, 'cn/');
    const leader = await hotline.as('supervisor');
    const limit = { limitAmount: 60, limitUnit: 'minutes', attempts: 2, basedOn: 0 };
    const set = await leader.raw(`/api/units/${NATION}/missed-call-setting`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(limit),
    });
    if (!set.ok) throw new Error(await set.text());
    desk = await (await Window.open(browser, hotline.base)).as('agent', '/missed-calls');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await owner?.end();
    await hotline?.close();
  });

  const ring = (number: string, outcome: Parameters<typeof anEnded>[2], minutesAgo: number) => {
    const sealing = hotline.nest.get(Sealing, { strict: false });
    const { call, visits } = anEnded(
      `m.${(serial += 1)}`,
      (Date.now() - minutesAgo * 60_000) * 1_000,
      outcome,
      20,
    );
    return plantCall(owner, source, call, visits, {
      hash: sealing.fingerprint(`phone:${number}`),
      masked: `${number.slice(0, 3)}****${number.slice(-4)}`,
      sealed: sealing.seal(number),
    });
  };
  const row = (masked: string) => desk.page.getByRole('listitem').filter({ hasText: masked });
  const chosen = () => desk.page.locator('.missed.is-chosen');
  const view = (name: string) =>
    desk.page.locator('.missed-tools .ant-segmented-item').filter({ hasText: name });

  it('are nobody’s before anybody calls', async () => {
    await desk.page.getByText('没有待回拨的号码').waitFor();
    expect(await everywhere(desk, desk.page.getByText('没有待回拨的号码'))).toEqual([]);
  }, 60_000);

  it('come by themselves, one line a number, what is late first and in red with a shape', async () => {
    await ring('14200002046', 'abandoned', 30);
    await ring('14200002046', 'limit', 20);
    await ring('14200000002', 'full', 90);
    await row(TWICE)
      .getByText(/来电 2 次/)
      .waitFor();
    await row(TWICE).getByText('等待超限').waitFor();
    await row(LATE).getByText('■ 已超期未回拨').waitFor();
    expect(await desk.page.getByRole('listitem').first().innerText()).toContain(LATE);
    const colour = (masked: string) =>
      row(masked)
        .locator('.missed-when strong')
        .evaluate((element) => {
          const look = globalThis as unknown as { getComputedStyle(of: unknown): { color: string } };
          return look.getComputedStyle(element).color;
        });
    const [late, due] = [await colour(LATE), await colour(TWICE)];
    expect(late).not.toBe(due);
    await view('已超期').getByText('1', { exact: true }).waitFor();
    expect(await everywhere(desk, row(TWICE))).toEqual([]);
  }, 60_000);

  it('are walked through, taken and ended by the keyboard alone', async () => {
    await chosen().filter({ hasText: LATE }).waitFor();
    await desk.press('j');
    await chosen().filter({ hasText: TWICE }).waitFor();
    await desk.press('k');
    await chosen().filter({ hasText: LATE }).waitFor();
    await desk.press('t');
    await row(LATE).getByText('我领取').waitFor();
    await desk.press('f');
    const form = desk.page.getByRole('form', { name: '记录结果' });
    await desk.focused(form.getByLabel('备注，可不填'));
    expect(await desk.barriers()).toEqual([]);
    await desk.press('Escape');
    await form.waitFor({ state: 'detached' });
    await desk.press('f');
    await desk.focused(form.getByRole('textbox'));
    await desk.type('已解释工资支付规定');
    await desk.press('Enter');
    await row(LATE).waitFor({ state: 'detached' });
    await view('已完成').click();
    await row(LATE).getByText('■ 已联系上').waitFor();
    await row(LATE)
      .getByText(/超期完成/)
      .waitFor();
    await view('待回拨').click();
  }, 60_000);

  it('show the number to who has taken it, for a reason', async () => {
    await row(TWICE).getByRole('button', { name: '领取' }).click();
    await row(TWICE).getByRole('button', { name: '看号码' }).click();
    await desk.focused(row(TWICE).getByRole('textbox'));
    await desk.type('话机不能直拨');
    await desk.press('Enter');
    await row(TWICE).getByText('14200002046').waitFor();
    expect(await desk.barriers()).toEqual([]);
    await row(TWICE).getByRole('button', { name: '隐去' }).click();
    await row(TWICE).getByText('14200002046').waitFor({ state: 'detached' });
  }, 60_000);

  it('end by themselves when the worker gets through', async () => {
    await ring('14200000003', 'empty', 10);
    await row(AGAIN).getByText('无坐席').waitFor();
    await ring('14200000003', 'answered', 5);
    await row(AGAIN).waitFor({ state: 'detached' });
    await view('已完成').click();
    await row(AGAIN).getByText('✓ 已自行接通').waitFor();
    await row(AGAIN).getByText('该号码后来打通了，自动完成').waitFor();
    await row(AGAIN).getByText('系统').waitFor();
    await view('待回拨').click();
  }, 60_000);

  it('keep what was written while the network is gone', async () => {
    await row(TWICE).getByRole('button', { name: '记录结果' }).click();
    const form = desk.page.getByRole('form', { name: '记录结果' });
    await desk.focused(form.getByRole('textbox'));
    await desk.type('无人接听');
    await form.getByText('未联系上').click();
    await offline(desk, async () => {
      await form.getByRole('button', { name: '保存' }).click();
      await form.getByRole('alert').waitFor();
      expect(await form.getByRole('textbox').inputValue()).toBe('无人接听');
    });
    await form.getByRole('button', { name: '保存' }).click();
    await row(TWICE)
      .getByText(/已回拨 1 次未联系上/)
      .waitFor();
    expect(unexpected(desk, 'ERR_INTERNET_DISCONNECTED')).toEqual([]);
  }, 60_000);

  it('speak English', async () => {
    await speak(desk, 'en');
    await row(TWICE).waitFor();
    const data = ['中华全国总工会', '林小禾', '无人接听'];
    expect(await chineseOn(desk, data)).toEqual([]);
    await row(TWICE).getByRole('button', { name: 'Result' }).click();
    expect(await chineseOn(desk, data)).toEqual([]);
    expect(unexpected(desk, 'ERR_INTERNET_DISCONNECTED')).toEqual([]);
  }, 60_000);
});
