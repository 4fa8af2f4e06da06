import type { Browser } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { type Hotline, startHotline } from '../support/hotline.js';
import { PracticeDesk } from '../support/practice-desk.js';
import { CHROMIUM, launch, Window } from './browser.js';
import { chineseOn, everywhere, speak, unexpected } from './looks.js';

const story = CHROMIUM ? describe : describe.skip;
const DATA = ['中华全国总工会', '练习线', '林小禾', '郑国栋'];

/** 大屏: before there is a line, with a caller waiting, in English, and while it hears nothing; the call itself is in the desk's chapter. */
story('the wallboard', () => {
  let hotline: Hotline;
  let browser: Browser;
  let practice: PracticeDesk | undefined;
  let wall: Window;

  beforeAll(async () => {
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    wall = await (await Window.open(browser, hotline.base)).as('supervisor', '/wallboard');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await practice?.close();
    await hotline?.close();
  });

  const tile = (area: string, text: string | RegExp) =>
    wall.page.locator(`.wall-panel.wall-${area}`).filter({ hasText: text });
  const limits = () => wall.page.getByRole('dialog');

  it('says that nobody waits and that no line is connected', async () => {
    await tile('longest', '没有人在等').waitFor();
    await tile('lines', '没有接入话务线路').waitFor();
    expect(await everywhere(wall, tile('lines', '没有接入话务线路'))).toEqual([]);
  }, 60_000);

  it('counts who waits past the limit, with a mark and in words', async () => {
    practice = await PracticeDesk.open(hotline, 'agent');
    const line = practice;
    await eventually('the line is live', () => line.isLive());
    const desk = await (await Window.open(browser, hotline.base)).as('agent', '/desk');
    await desk.page.locator('.state-pill.state-offline').click();
    await desk.page.getByText('签入话务').click();
    await desk.page.locator('.state-pill.state-idle').waitFor();
    await tile('agents', /坐席 1 人在岗/).waitFor();
    line.ring('14206650001');
    await tile('waiting', /正在等待1人/).waitFor();
    await desk.close();
  }, 90_000);

  it('sets the limits beside the tiles they colour', async () => {
    const admin = await (await Window.open(browser, hotline.base)).as('admin', '/wallboard');
    const drawer = admin.page.getByRole('dialog');
    await admin.page.locator('.wall-panel.wall-waiting').waitFor();
    await admin.press('l');
    await drawer.getByLabel('等待人数').fill('1');
    await drawer.getByText('按此值，现在变琥珀色').first().waitFor();
    expect(await everywhere(admin, drawer)).toEqual([]);
    await admin.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(admin.complaints).toEqual([]);
    await admin.close();
  }, 90_000);

  it('speaks English', async () => {
    await speak(wall, 'en');
    await tile('waiting', 'Waiting now').waitFor();
    expect(await chineseOn(wall, DATA)).toEqual([]);
    await wall.press('l');
    await limits().getByText('Default', { exact: true }).waitFor();
    expect(await chineseOn(wall, DATA)).toEqual([]);
    await wall.press('Escape');
    await speak(wall, 'zh');
  }, 60_000);

  it('says how old it is while it hears nothing, keeps its figures, and goes on', async () => {
    let first = true;
    await wall.page.route('**/api/wallboard**', (route) => {
      const lets = first && !route.request().url().includes('/live');
      first &&= !lets;
      return lets ? route.continue() : route.abort();
    });
    await wall.page.reload();
    await wall.page.getByText(/数据停在 .*，已 /).waitFor({ timeout: 30_000 });
    await tile('agents', /坐席 \d 人在岗/).waitFor();
    await wall.page.unroute('**/api/wallboard**');
    await wall.page.getByText(/数据截至/).waitFor();
    expect(unexpected(wall, 'ERR_FAILED')).toEqual([]);
  }, 90_000);

  it('says that it could not be read at all, and tries again when told to', async () => {
    await wall.page.route('**/api/wallboard*', (route) => route.abort());
    await wall.page.reload();
    await wall.page.getByRole('alert').first().waitFor();
    expect(await everywhere(wall, wall.page.getByRole('alert'))).toEqual([]);
    await wall.page.unroute('**/api/wallboard*');
    await wall.page.getByRole('button', { name: '重试' }).click();
    await tile('agents', /坐席/).waitFor();
    expect(unexpected(wall, 'ERR_FAILED')).toEqual([]);
  }, 60_000);
});
