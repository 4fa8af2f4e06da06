import type { Browser } from 'playwright-core';
import { type Hotline, startHotline } from '../support/hotline.js';
import { CHROMIUM, launch, PHONE, Window } from './browser.js';
import { rateOneTicket } from './rated-ticket.js';

const TITLE = '连续两个月没有发工资，涉及 23 人';
const SHORT = 10_000;
const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

// Without a browser the chapter is skipped; the test command says so loudly, and fails in CI.
const story = CHROMIUM ? describe : describe.skip;

/** The console in a real browser, told as one call; what comes later stands on what came before. */
story('the console, from the call to the board', () => {
  let hotline: Hotline;
  let browser: Browser;
  let agent: Window;
  let county: Window;
  let ticket = '';
  const windows: Window[] = [];

  const open = async (viewport?: typeof PHONE) => {
    const window = await Window.open(browser, hotline.base, viewport);
    windows.push(window);
    return window;
  };

  beforeAll(async () => {
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    await Promise.all([1, 2, 3, 4].map((number) => rateOneTicket(hotline, `browser-rated-${number}`)));
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await hotline?.close();
  });

  it('says what is wrong with a sign-in, in both languages, and lets the right one in', async () => {
    agent = await open();
    const { page } = agent;
    await agent.go('/sign-in');
    await agent.focused(page.getByLabel('账号'));
    await agent.type('agent');
    await page.getByLabel('密码', { exact: true }).fill('wrong-12351');
    await agent.press('Enter');
    await page.getByRole('alert').getByText('账号或密码不对').waitFor();
    await page.getByText('English', { exact: true }).first().click();
    await page.getByText('Account or password is wrong').waitFor();
    await page.getByText('中文', { exact: true }).first().click();
    // The refused try is in the console of every browser; nothing else may be.
    expect(agent.complaints.filter((one) => !one.includes('401'))).toEqual([]);
    agent.complaints.length = 0;
    await page.getByLabel('密码', { exact: true }).fill('demo-12351');
    await agent.press('Enter');
    await page.waitForURL('**/desk');
  }, 30_000);

  it('answers and closes a consultation in five keystrokes beside the words', async () => {
    const { page } = agent;
    await page.getByText('没有来件').waitFor();
    await agent.press('Alt+n');
    await agent.focused(page.getByLabel('来电号码'));
    await agent.type('13800138000');
    let keys = 0;
    const key = async (name: string) => {
      keys += 1;
      await agent.press(name);
    };
    await key('Enter');
    await agent.focused(page.locator('[data-desk="kind"]'));
    await key('1');
    await agent.focused(page.locator('#desk-text'));
    await agent.type('问产假多少天，已答复国家规定九十八天，省里另有奖励假。');
    await key('Control+Enter');
    await agent.focused(page.locator('#desk-answer'));
    await key('Control+Enter');
    await page.getByRole('status').getByText('已办结').waitFor();
    expect(keys).toBeLessThanOrEqual(5);
  }, 30_000);

  it('keeps every word through a reload and a lost connection', async () => {
    const { page, context } = agent;
    await agent.press('Alt+n');
    await agent.focused(page.getByLabel('来电号码'));
    await agent.type('13800138000');
    await agent.press('Enter');
    await agent.focused(page.locator('[data-desk="kind"]'));
    await agent.press('3');
    await agent.tabTo(page.locator('#desk-text'), 30);
    await agent.type(`${TITLE}。`);
    await page
      .getByText(/已保存/)
      .first()
      .waitFor();
    await page.reload();
    await page.locator('#desk-text').waitFor();
    expect(await page.locator('#desk-text').inputValue()).toBe(`${TITLE}。`);
    await context.setOffline(true);
    await page.locator('#desk-text').focus();
    await agent.press('End');
    await agent.type('公司说等客户回款。');
    await page
      .getByText(/未保存/)
      .first()
      .waitFor();
    await context.setOffline(false);
    await page
      .getByText(/已保存/)
      .first()
      .waitFor();
    await page.reload();
    await page.locator('#desk-text').waitFor();
    expect(await page.locator('#desk-text').inputValue()).toBe(`${TITLE}。公司说等客户回款。`);
    // Chromium reports each try while the network was down.
    expect(agent.complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    agent.complaints.length = 0;
  }, 40_000);

  it('dispatches a ticket for 南山区 with the keyboard alone and sees it travel', async () => {
    const { page } = agent;
    await agent.press('F6');
    await page.locator('[data-desk="kind"] input').first().waitFor({ state: 'attached' });
    await page.locator('[data-desk="kind"] input:checked').focus();
    await agent.tabTo(page.locator('#desk-field'));
    await agent.type('工资');
    await agent.press('Enter');
    await agent.tabTo(page.locator('#desk-workplace'));
    await agent.type('440305');
    await page.locator('.place-option', { hasText: '南山区' }).first().waitFor();
    await agent.press('Enter');
    await agent.tabTo(page.locator('[data-desk="confidentiality"]'));
    await agent.press('Space');
    await agent.press('ArrowRight');
    await page.getByText('南山区总工会').first().waitFor();
    await agent.press('Control+Shift+Enter');
    const sent = page.getByRole('status').filter({ hasText: '工单' });
    await sent.getByText('南山区总工会').waitFor();
    await sent.getByText('已送达').waitFor();
    ticket = (await sent.getByRole('link').getAttribute('href')) ?? '';
    expect(ticket).toMatch(/^\/tickets\/[0-9a-f-]{36}$/);
  }, 40_000);

  it('shows a change at another desk in place, without a reload', async () => {
    county = await (await open()).as('handler-nanshan', '/inbox');
    const row = county.page.getByRole('row').filter({ hasText: '连续两个月' });
    await row.getByText('签收').first().waitFor();
    await county.page.evaluate(() => Object.assign(globalThis, { untouched: true }));
    const colleague = await (await open()).as('handler-nanshan', ticket);
    await colleague.page.getByRole('button', { name: '签收' }).waitFor();
    await colleague.press('q');
    await row.getByText('签收').first().waitFor({ state: 'detached', timeout: SHORT });
    expect(await county.page.evaluate(() => 'untouched' in globalThis)).toBe(true);
    await colleague.close();
  }, 40_000);

  it('contacts the worker and reports, and the same ticket fits under a thumb', async () => {
    const phone = await (await open(PHONE)).as('handler-nanshan', ticket);
    const thumbs = phone.page.getByRole('toolbar', { name: '我的待办' });
    await thumbs.getByRole('button', { name: '反馈' }).waitFor();
    expect(await thumbs.getByRole('button').allInnerTexts()).toEqual([
      expect.stringContaining('已签收'),
      expect.stringContaining('反馈'),
      expect.stringContaining('求助'),
    ]);
    expect(await phone.barriers()).toEqual([]);
    await county.go(ticket);
    const { page } = county;
    await page.getByRole('button', { name: /联系职工/ }).waitFor();
    await county.press('l');
    const contact = page.getByRole('form', { name: /联系/ });
    await contact.getByRole('radio', { name: '已联系上', exact: true }).check();
    await contact.getByRole('textbox').fill('核实拖欠月份与人数。');
    await county.press('Control+Enter');
    await page.getByText('已联系职工 1 次').waitFor();
    const report = page.getByRole('form', { name: '报结' });
    if (!(await report.isVisible())) await county.press('b');
    await report.getByLabel('办理结果').fill('调解');
    await county.press('Enter');
    await report.getByLabel('办理情况').fill('经工会调解，公司与职工签订协议，分两次付清。');
    await county.press('Control+Enter');
    await report.waitFor({ state: 'detached' });
    await phone.page.getByRole('button', { name: '反馈' }).and(phone.page.locator(':disabled')).waitFor();
  }, 60_000);

  it('is reviewed level by level', async () => {
    for (const name of ['handler-sz', 'handler-gd', 'handler']) {
      const reviewer = await (await open()).as(name, ticket);
      const form = reviewer.page.getByRole('form', { name: '审核报结' });
      await form.getByRole('radio', { name: '通过', exact: true }).check();
      await reviewer.press('Control+Enter');
      await form.waitFor({ state: 'detached' });
      await reviewer.close();
    }
  }, 60_000);

  it('is called back, rated twice and closed by the agent', async () => {
    const { page } = agent;
    await agent.go('/call-backs');
    await page.getByRole('button', { name: /连续两个月/ }).click();
    const form = page.getByRole('form', { name: /回访/ });
    await form.getByRole('radio', { name: '接通', exact: true }).check();
    await form.getByRole('radio', { name: '已解决', exact: true }).check();
    for (const rating of ['职工满意度', '话务满意度'])
      await form
        .getByRole('radiogroup', { name: rating })
        .getByRole('radio', { name: '满意', exact: true })
        .check();
    await agent.press('Control+Enter');
    const close = page.getByRole('form', { name: '办结' });
    await close.getByRole('button', { name: /办结工单/ }).click();
    await page.getByText('已办结').first().waitFor();
  }, 60_000);

  it('moves the supervisor’s satisfaction, which opens down to the ticket', async () => {
    const supervisor = await (await open()).as('supervisor', `/board?from=${TODAY}&to=${TODAY}`);
    const { page } = supervisor;
    const card = page.getByRole('region', { name: '职工满意度' });
    const rated = card.getByRole('link').filter({ hasText: /^5$/ });
    await rated.first().waitFor();
    await rated.first().click();
    await page.waitForURL('**/board/rows**');
    await page
      .getByRole('link', { name: /^\d{8}-\d+$/ })
      .first()
      .waitFor();
    expect(await page.getByRole('link', { name: /^\d{8}-\d+$/ }).count()).toBe(5);
  }, 40_000);

  it('has no barrier on any main page, light or dark', async () => {
    const pages: [string, string[]][] = [
      ['agent', ['/desk', '/call-backs']],
      ['dispatcher', ['/dispatch']],
      ['handler-nanshan', ['/inbox', ticket]],
      ['supervisor', ['/board', '/board/rows?metric=worker-satisfaction', '/catalogue']],
      ['admin', ['/units', '/accounts']],
    ];
    const found: string[] = [];
    for (const [name, paths] of pages) {
      const visitor = await (await open()).as(name, paths[0] ?? '/');
      for (const scheme of ['light', 'dark'] as const) {
        await visitor.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        for (const path of paths) {
          await visitor.go(path);
          await visitor.page.getByRole('main').waitFor();
          await visitor.page.waitForLoadState('load');
          await visitor.page.locator('.skeletons').first().waitFor({ state: 'detached' });
          found.push(...(await visitor.barriers()).map((one) => `${scheme} ${one}`));
        }
      }
      await visitor.close();
    }
    expect(found).toEqual([]);
  }, 120_000);

  it('gave the browser nothing to complain about', () => {
    expect(windows.flatMap((window) => window.complaints)).toEqual([]);
  });
});
