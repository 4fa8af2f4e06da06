import pg from 'pg';
import type { Browser } from 'playwright-core';
import { type Hotline, startHotline } from '../support/hotline.js';
import { PlantedLine } from '../support/planted-line.js';
import { CHROMIUM, launch, Window } from './browser.js';
import { chineseOn, everywhere, offline, speak, unexpected } from './looks.js';

const story = CHROMIUM ? describe : describe.skip;
const S = 1_000_000;
const DAY = new Date(Date.now() + 8 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);
const at = (time: string): string => `${DAY}T${time}+08:00`;
const PAGE = `/call-figures?from=${DAY}&to=${DAY}`;
const DATA = ['中华全国总工会', '国家热线', '林小禾', '郑国栋'];

/** 话务口径: a rate with its definition and its halves, down to the calls, and who changed the definition. */
story('the rates of calls', () => {
  let hotline: Hotline;
  let browser: Browser;
  let owner: pg.Client;
  let leader: Window;

  beforeAll(async () => {
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    owner = new pg.Client({ connectionString: hotline.url });
    await owner.connect();
    leader = await (await Window.open(browser, hotline.base)).as('supervisor', PAGE);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await owner?.end();
    await hotline?.close();
  });

  const card = (name: string | RegExp) => leader.page.getByRole('region', { name });
  const rate = (name: string) => card(name).locator('.figure-rate').getByText('50.0%');
  const rows = () => leader.page.locator('.figure-calls');
  const drawer = () => leader.page.getByRole('dialog');

  async function plant(): Promise<void> {
    const { rows: found } = await owner.query<{ id: string }>(`select id from account where name = 'agent'`);
    const accountId = found[0]?.id ?? '';
    const line = await PlantedLine.at(owner, 'cn', '国家热线');
    await line.visit({ at: at('09:05:00'), waitUs: 10 * S, accountId });
    await line.visit({ at: at('09:20:00'), waitUs: 20 * S, accountId });
    await line.visit({ at: at('09:50:00'), outcome: 'abandoned', waitUs: 20 * S });
    await line.visit({ at: at('10:10:00'), outcome: 'limit', waitUs: 60 * S });
    await line.gap(at('11:00:00'), at('11:20:00'));
  }

  it('have no value where nobody called, and their definition all the same', async () => {
    await card('接通率').getByText('—').first().waitFor();
    await card('接通率')
      .getByText(/接通 ÷ 请求人工/)
      .first()
      .waitFor();
    expect(await everywhere(leader, card('接通率'))).toEqual([]);
  }, 90_000);

  it('show both halves, the hole of the line, and open down to the calls', async () => {
    await plant();
    await leader.page.reload();
    await rate('接通率').waitFor();
    await leader.page.getByText(/国家热线 在 .* 中断，其间来电未计入/).waitFor();
    const answered = card('接通率').getByRole('link', { name: '接通率 分子 2' });
    await answered.focus();
    await leader.press('Enter');
    await rows().getByRole('row').nth(2).waitFor();
    expect(await rows().getByRole('row').count()).toBe(3);
    await leader.focused(rows());
    expect(await everywhere(leader, rows())).toEqual([]);
  }, 90_000);

  it('say how they are counted and by whom that was set', async () => {
    await card('接通率')
      .getByRole('link', { name: /口径 A/ })
      .click();
    await drawer().getByText('现行').waitFor();
    await drawer().getByText('系统默认').waitFor();
    expect(await everywhere(leader, drawer().getByText('现行'))).toEqual([]);
    await leader.press('Escape');
    await drawer().waitFor({ state: 'detached' });
  }, 90_000);

  it('speak English', async () => {
    await leader.go(`${PAGE}&kind=connection_rate&side=denominator`);
    await speak(leader, 'en');
    await rate('Connection rate').waitFor();
    await rows().getByRole('row').nth(4).waitFor();
    expect(await chineseOn(leader, DATA)).toEqual([]);
    await card(/^Service level/)
      .getByRole('link', { name: /version/ })
      .click();
    await drawer().getByRole('listitem').first().waitFor();
    expect(await chineseOn(leader, DATA)).toEqual([]);
    await leader.press('Escape');
    await speak(leader, 'zh');
  }, 60_000);

  it('say when the network is gone, and come back with it', async () => {
    await rate('接通率').waitFor();
    await offline(leader, async () => {
      await leader.page.getByText('按排队').click();
      await leader.page.getByRole('alert').first().waitFor();
    });
    await leader.page.getByText('按来电').click();
    await rate('接通率').waitFor();
    expect(unexpected(leader, 'ERR_INTERNET_DISCONNECTED')).toEqual([]);
  }, 60_000);
});
