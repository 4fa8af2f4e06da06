import type { Browser } from 'playwright-core';
import { type Hotline, startHotline } from '../support/hotline.js';
import { CHROMIUM, launch, Window } from './browser.js';
import { chineseOn, everywhere, offline, speak, unexpected } from './looks.js';

const DATA = ['中华全国总工会', '郑国栋'];
const story = CHROMIUM ? describe : describe.skip;

/** 人力测算 before anybody has called; with calls it is read at the end of the reports' chapter. */
story('how many agents it takes', () => {
  let hotline: Hotline;
  let browser: Browser;
  let leader: Window;

  beforeAll(async () => {
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    leader = await (await Window.open(browser, hotline.base)).as('supervisor', '/staffing');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await hotline?.close();
  });

  const nothing = () => leader.page.getByText('这一天还测算不出人数');
  const drawer = () => leader.page.getByRole('dialog');

  it('says what it waits for instead of a table of dashes', async () => {
    await nothing().waitFor();
    expect(await leader.page.getByRole('table').count()).toBe(0);
    expect(await everywhere(leader, nothing())).toEqual([]);
  }, 60_000);

  it('says that the network is gone, keeps what was typed in the settings, and saves it afterwards', async () => {
    await leader.page.getByRole('button', { name: '设置', exact: true }).click();
    await drawer().getByLabel('参照周数').fill('6');
    expect(await everywhere(leader, drawer())).toEqual([]);
    await offline(leader, async () => {
      await drawer().getByRole('button', { name: '保存' }).click();
      await leader.page.locator('.ant-message-error').waitFor();
      expect(await drawer().getByLabel('参照周数').inputValue()).toBe('6');
    });
    await drawer().getByRole('button', { name: '保存' }).click();
    await drawer().waitFor({ state: 'detached' });
    await leader.page.getByText(/最近 6 周没有可参照的日子/).waitFor();
    await offline(leader, async () => {
      await leader.page.locator('.report-step').click();
      await leader.page.locator('.ant-select-item-option').filter({ hasText: '1 小时' }).click();
      await leader.page.getByRole('alert').first().waitFor();
    });
    expect(unexpected(leader, 'ERR_INTERNET_DISCONNECTED')).toEqual([]);
  }, 90_000);

  it('speaks English', async () => {
    await leader.go('/staffing');
    await speak(leader, 'en');
    await leader.page.getByText('No comparable day in the last').first().waitFor();
    expect(await chineseOn(leader, DATA)).toEqual([]);
    await leader.page.getByRole('button', { name: 'Settings', exact: true }).click();
    await drawer().getByRole('button', { name: 'Save' }).waitFor();
    expect(await chineseOn(leader, DATA)).toEqual([]);
  }, 60_000);
});
