import type { Browser, Page } from 'playwright-core';
import { Behind } from '../support/behind.js';
import { eventually } from '../support/eventually.js';
import { type Hotline, startHotline } from '../support/hotline.js';
import { must, NANSHAN, unitWithCode } from '../support/moves.js';
import { CHROMIUM, launch, PHONE, Window } from './browser.js';

const WORDS = '三名工人爬上塔吊讨薪，';
const LEADER = '梁志恒';
const story = CHROMIUM ? describe : describe.skip;
const dayAfter = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** An emergency from the roster to the end of an order, in a real browser; what comes later stands on what came before. */
story('supervision, from the roster to the answered order', () => {
  let hotline: Hotline;
  let browser: Browser;
  let admin: Window;
  let agent: Window;
  let roster = '';
  let ticket = '';
  const windows: Window[] = [];

  const open = async (viewport?: typeof PHONE) => {
    const window = await Window.open(browser, hotline.base, viewport);
    windows.push(window);
    return window;
  };
  const choose = async (page: Page, control: string, option: string) => {
    await page.locator(control).click();
    await page.keyboard.insertText(option);
    await page
      .locator('.ant-select-item-option, .ant-cascader-menu-item', { hasText: option })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
  };

  beforeAll(async () => {
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    roster = `/duty-roster?unit=${await unitWithCode(await hotline.as('admin'), NANSHAN)}`;
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await hotline?.close();
  });

  it('a week without anybody says so, and a gap is filled from its card', async () => {
    admin = await (await open()).as('admin', roster);
    const { page } = admin;
    await page.getByText('各级都没有安排').first().waitFor();
    expect(await admin.barriers()).toEqual([]);
    await page.locator('.is-today .is-gap').first().click();
    const editor = page.getByRole('dialog');
    await editor.getByText('每周重复').click();
    await choose(page, '#watch-person', LEADER);
    await editor.getByLabel('值班电话').fill('13900001234');
    expect(await admin.barriers()).toEqual([]);
    await editor.getByRole('button', { name: '保存' }).click();
    await page.locator('.is-today').getByText('值班中').waitFor();
    await page.locator('.is-today').getByText('139****1234').waitFor();
    expect(await page.locator('.is-today .is-gap').count()).toBe(0);
  }, 60_000);

  it('a watch goes to the day after, off the roster and back, by the keyboard alone', async () => {
    const { page } = admin;
    const monday = dayAfter(8 - weekday(dayAfter(0)));
    await admin.go(`${roster}&week=${monday}`);
    const on = (day: number) => page.locator('.roster-day').nth(day).locator('.watch', { hasText: '仅当天' });
    await page.getByRole('button', { name: /周二.*添加班次/ }).click();
    await choose(page, '#watch-person', '吴晓岚');
    await page.getByRole('dialog').getByText('副班').click();
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await on(1).waitFor();
    await on(1).focus();
    await admin.press('Alt+ArrowRight');
    await on(2).waitFor();
    await on(1).waitFor({ state: 'detached' });
    await on(2).focus();
    await admin.press('ArrowLeft');
    await admin.focused(page.locator('.roster-day').nth(1).locator('.watch'));
    await on(2).focus();
    await admin.press('Delete');
    await on(2).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '撤销' }).click();
    await on(2).waitFor();
    const phone = await (await open(PHONE)).as('admin', `${roster}&week=${monday}`);
    await phone.page.getByText('仅当天').first().waitFor();
    expect(await phone.barriers()).toEqual([]);
    await phone.close();
  }, 60_000);

  it('a line taken off keeps last week, also on the phone, and comes back by one press', async () => {
    const { page } = admin;
    const lastMonday = dayAfter(1 - weekday(dayAfter(0)) - 7);
    // The roster was written today; the past can only be planted.
    const behind = await Behind.of(hotline);
    const since = [dayAfter(-20)];
    await behind.rows(
      "update duty_roster set from_day = $1 where from_day = to_char(now() + interval '8 hours', 'YYYY-MM-DD')::date",
      since,
    );
    await behind.close();
    await admin.go(`${roster}&week=${lastMonday}`);
    const days = (named: string) => page.locator('.roster-day .watch', { hasText: named });
    await days(LEADER).nth(6).waitFor();
    await days(LEADER).first().focus();
    await admin.press('Enter');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await admin.go(roster);
    const today = page.locator('.is-today .watch', { hasText: LEADER });
    await today.click();
    const editor = page.getByRole('dialog');
    await editor.getByText('每周这些天').click();
    await editor.getByText('已经值完的班保留原样').waitFor();
    expect(await admin.barriers()).toEqual([]);
    await editor.getByRole('button', { name: '撤下整条' }).click();
    await today.waitFor({ state: 'detached' });
    const undo = page.getByRole('button', { name: '撤销' });
    await page.getByText('值过的保留').waitFor();
    await page.getByRole('button', { name: '上一周' }).click();
    await days(LEADER).nth(6).waitFor();
    expect(await page.locator('.roster-day .is-gap').count()).toBe(0);
    await undo.click();
    await page.getByRole('button', { name: '本周' }).click();
    await today.getByText('值班中').waitFor();
    await today.getByText('139****1234').waitFor();
    await page.getByRole('button', { name: '上一周' }).click();
    await days(LEADER).nth(6).waitFor();
    expect(await days(LEADER).count()).toBe(7);
    const phone = await (await open(PHONE)).as('admin', `${roster}&week=${lastMonday}`);
    await phone.page.locator('.roster-day .watch', { hasText: LEADER }).nth(6).waitFor();
    expect(await phone.barriers()).toEqual([]);
    await phone.close();
  }, 60_000);

  it('one key marks the case and opens the strip, and the typing goes on', async () => {
    agent = await (await open()).as('agent', '/desk');
    const { page } = agent;
    await page.getByText('没有来件').waitFor();
    await agent.press('Alt+n');
    await agent.focused(page.getByLabel('来电号码'));
    await agent.type('13800138000');
    await agent.press('Enter');
    await agent.focused(page.locator('[data-desk="kind"]'));
    await agent.press('3');
    await page.locator('#desk-field').focus();
    await agent.type('工资');
    await agent.press('Enter');
    await page.locator('#desk-workplace').click();
    await agent.type(NANSHAN);
    await page.locator('.place-option', { hasText: '南山区' }).first().waitFor();
    await agent.press('Enter');
    await page.locator('[data-desk="confidentiality"]').getByText('对单位保密').click();
    await page.locator('#desk-text').click();
    await agent.type(WORDS);
    await agent.press('Control+Shift+u');
    await page.getByRole('region', { name: '紧急处置' }).waitFor();
    await agent.type('现场有人劝说。');
    expect(await page.locator('#desk-text').inputValue()).toBe(`${WORDS}现场有人劝说。`);
    await agent.press('Control+Shift+u');
    await agent.focused(page.locator('[data-urgent="110"]'));
    await agent.press('Enter');
    await page.getByLabel('110 接警号').fill('接警 0310-77');
    await page.getByText(LEADER).waitFor();
    expect(await agent.barriers()).toEqual([]);
    await page.getByText('查看号码').click();
    await agent.focused(page.getByLabel('查看原因'));
    await agent.press('Enter');
    await page.getByRole('link', { name: '13900001234' }).waitFor();
  }, 60_000);

  it('keeps the record through a reload, says which reason is lacking, and sends everything in one step', async () => {
    const { page } = agent;
    await page
      .getByText(/已保存/)
      .first()
      .waitFor();
    await page.reload();
    await page.getByLabel('110 接警号').waitFor();
    expect(await page.getByLabel('110 接警号').inputValue()).toBe('接警 0310-77');
    await page.getByRole('group', { name: '专业坐席' }).getByText('心理坐席').click();
    await agent.press('Control+Shift+Enter');
    await page.getByText('请写转接原因').first().waitFor();
    await agent.focused(page.getByLabel('转接原因'));
    await agent.type('情绪激动');
    await agent.press('Control+Shift+Enter');
    const sent = page.getByRole('status').filter({ hasText: '工单' });
    await sent.getByText(`已通知南山区总工会 ${LEADER}`).waitFor();
    ticket = (await sent.getByRole('link').first().getAttribute('href')) ?? '';
    expect(ticket).toMatch(/^\/tickets\/[0-9a-f-]{36}$/);
  }, 60_000);

  it('the leader confirms, and the desk sees it by itself', async () => {
    const leader = await (await open()).as('supervisor-nanshan', ticket);
    const path = leader.page.getByRole('region', { name: '紧急处置' });
    await path.getByText('已拨 110').waitFor();
    await path.getByRole('button', { name: '确认已读' }).click();
    await agent.page
      .getByRole('status')
      .getByText(/梁志恒 \d\d:\d\d 已读/)
      .waitFor();
    await leader.close();
  }, 60_000);

  it('an order is given, listed, answered on the phone from its row, and ended at the desk', async () => {
    const city = await (await open()).as('supervisor-sz', ticket);
    await city.page.getByRole('button', { name: /^督办/ }).waitFor();
    await city.press('u');
    const form = city.page.getByRole('form', { name: '督办' });
    await form.getByRole('textbox').first().fill('到场后即时报告');
    await city.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    await city.go('/orders');
    const given = city.page.locator('.order', { hasText: '到场后即时报告' });
    await given.getByText(/还剩/).waitFor();
    expect(await city.barriers()).toEqual([]);

    const phone = await (await open(PHONE)).as('handler-nanshan', '/orders');
    const row = phone.page.locator('.order', { hasText: '到场后即时报告' });
    await row.getByRole('button', { name: /^答复/ }).click();
    await row.getByRole('textbox').fill('已到场，人员已安全下塔');
    expect(await phone.barriers()).toEqual([]);
    await row.getByRole('button', { name: /提交答复/ }).click();
    await row.waitFor({ state: 'detached' });
    await phone.close();

    await given.waitFor({ state: 'detached' });
    await city.page.getByText('已答复', { exact: true }).click();
    expect(new URL(city.page.url()).searchParams.get('state')).toBe('answered');
    await given.getByText('人员已安全下塔').waitFor();
    await given.getByText('按期答复').waitFor();
    await given.getByRole('button', { name: '办结' }).click();
    await given.getByRole('textbox').fill('处置得当');
    await city.press('Control+Enter');
    await given.waitFor({ state: 'detached' });
    await city.close();
  }, 90_000);

  it('a ladder names what is wrong at its row, is published, and overwrites nobody unseen', async () => {
    const { page } = admin;
    await admin.go('/ladder?level=county');
    const late = await (await open()).as('admin', '/ladder?level=county');
    await page.getByText(/示例：/).waitFor();
    await page.getByLabel('督办的时间').fill('500');
    await page.locator('.has-fault').getByText('请填 0 到 200 的整数').waitFor();
    expect(await page.getByRole('button', { name: '发布县级' }).isDisabled()).toBe(true);
    await page.getByLabel('督办的时间').fill('2');
    await page.locator('.has-fault').waitFor({ state: 'detached' });
    expect(await admin.barriers()).toEqual([]);
    await late.page.getByLabel('提级的时间').fill('6');
    await page.getByRole('button', { name: '发布县级' }).click();
    await page.getByText('中华全国总工会 第 1 版').first().waitFor();
    await late.page.getByRole('button', { name: '发布县级' }).click();
    await late.page.getByText(/别人发布了第 1 版/).waitFor();
    expect(await late.page.getByLabel('提级的时间').inputValue()).toBe('6');
    await late.page.getByRole('button', { name: '以我的为准' }).click();
    await late.page.getByRole('button', { name: '发布县级' }).click();
    await late.page.getByText('中华全国总工会 第 2 版').first().waitFor();
    // The refused publication is in the console of every browser; nothing else may be.
    expect(late.complaints.filter((one) => !one.includes('409'))).toEqual([]);
    late.complaints.length = 0;
    await late.close();
  }, 60_000);

  it('the rules of handling change by a version with its ground, also on the phone', async () => {
    const { page } = admin;
    await admin.go('/handling-settings');
    await page.getByLabel(/可申请退单/).fill('2');
    await page.getByRole('button', { name: '发布新版本' }).click();
    await page.getByText('请写修改依据').waitFor();
    await page.getByLabel('修改依据').fill('总工办〔2026〕3 号');
    expect(await admin.barriers()).toEqual([]);
    await page.getByRole('button', { name: '发布新版本' }).click();
    await page
      .getByText(/第 2 版/)
      .first()
      .waitFor();
    for (const path of ['/handling-settings', '/ladder']) {
      const phone = await (await open(PHONE)).as('admin', path);
      await phone.page.locator('.skeletons').first().waitFor({ state: 'detached' });
      expect(await phone.barriers()).toEqual([]);
      await phone.close();
    }
  }, 60_000);

  it('keeps an unpublished ladder through a reload, shows it in another tab, and drops it once published', async () => {
    const { page } = admin;
    const mine = await hotline.as('admin');
    const left = async () => (await (await mine.raw('/api/drafts')).json()) as { purpose: string }[];
    await admin.go('/ladder?level=city');
    await page.getByLabel('提级的时间').fill('7');
    await page.getByText(/已保存/).waitFor();
    await page.reload();
    await page.getByRole('button', { name: '发布市级' }).waitFor();
    expect(await page.getByLabel('提级的时间').inputValue()).toBe('7');
    const second = await (await open()).as('admin', '/ladder?level=city');
    await second.page.getByRole('button', { name: '发布市级' }).waitFor();
    expect(await second.page.getByLabel('提级的时间').inputValue()).toBe('7');
    await second.page.getByLabel('提级的时间').fill('8');
    await second.page.getByText(/已保存/).waitFor();
    // Typed at the same time in the first tab: neither is lost until one is chosen.
    await page.getByLabel('督办的时间').fill('3');
    const conflict = page.getByRole('alert').filter({ hasText: '在另一个窗口也改了' });
    await conflict.waitFor();
    expect(await admin.barriers()).toEqual([]);
    expect(await page.getByLabel('督办的时间').inputValue()).toBe('3');
    await conflict.getByRole('button', { name: '采用另一处的' }).click();
    await conflict.waitFor({ state: 'detached' });
    expect(await page.getByLabel('提级的时间').inputValue()).toBe('8');
    await page.getByRole('button', { name: '发布市级' }).click();
    await page.getByText('中华全国总工会 第 1 版').first().waitFor();
    await page.getByRole('button', { name: '发布市级' }).waitFor({ state: 'detached' });
    await eventually('the draft is gone', async () => (await left()).length === 0);
    await page.reload();
    await page.getByText('中华全国总工会 第 1 版').first().waitFor();
    expect(await page.getByRole('button', { name: '发布市级' }).count()).toBe(0);
    await second.close();
    expect(admin.complaints.filter((one) => !one.includes('409'))).toEqual([]);
    admin.complaints.length = 0;
  }, 60_000);

  it('keeps unpublished rules of handling, says what was published over them, and forgets them when told to', async () => {
    const { page } = admin;
    const mine = await hotline.as('admin');
    await admin.go('/handling-settings');
    await page.getByLabel(/挂起最长/).fill('12');
    await page.getByLabel('修改依据').fill('总工办〔2026〕9 号');
    await page.getByText(/已保存/).waitFor();
    const { version, returnCap, extensionPercent } = must(await mine.api.GET('/api/handling-settings'));
    must(
      await mine.api.PUT('/api/handling-settings', {
        params: { header: { 'If-Match': `"${version}"` } },
        body: { returnCap, extensionPercent, pauseWorkingDays: 15, reason: '另有规定' },
      }),
    );
    await page.reload();
    const note = page.getByRole('alert').filter({ hasText: '您的修改还在' });
    await note.waitFor();
    expect(await page.getByLabel(/挂起最长/).inputValue()).toBe('12');
    expect(await page.getByLabel('修改依据').inputValue()).toBe('总工办〔2026〕9 号');
    expect(await admin.barriers()).toEqual([]);
    await note.getByRole('button', { name: '以我的为准' }).click();
    await note.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '放弃修改' }).click();
    await page.getByLabel('修改依据').waitFor({ state: 'detached' });
    await eventually(
      'the draft is gone',
      async () => (await (await mine.raw('/api/drafts')).text()) === '[]',
    );
    await page.reload();
    await page.getByLabel(/挂起最长/).waitFor();
    expect(await page.getByLabel(/挂起最长/).inputValue()).toBe('15');
  }, 60_000);

  it.each([
    ['/ladder?level=county', '提级的时间', '/api/ladder'],
    ['/handling-settings', /挂起最长/, '/api/handling-settings'],
  ])(
    'says on %s that the network is gone, keeps what is typed, and saves it when it is back',
    async (path, label, api) => {
      const window = await (await open()).as('admin', path);
      const { page, context } = window;
      await page.getByLabel(label).waitFor();
      await context.setOffline(true);
      await page.getByLabel(label).fill('9');
      await page.getByText(/秒后重试/).waitFor();
      expect(await page.getByLabel(label).inputValue()).toBe('9');
      await context.setOffline(false);
      await page.getByText(/已保存/).waitFor();
      // A page that cannot be fetched says so and fetches again when told to.
      await page.route(`**${api}*`, (route) => route.abort());
      await page.reload();
      await page.getByText('网络已断开').first().waitFor();
      await page.unroute(`**${api}*`);
      await page.getByRole('button', { name: '重试' }).first().click();
      await page.getByLabel(label).waitFor();
      expect(await page.getByLabel(label).inputValue()).toBe('9');
      await page.getByRole('button', { name: '放弃修改' }).click();
      window.complaints.length = 0;
      await window.close();
    },
    60_000,
  );

  it('gave the browser nothing to complain about', () => {
    expect(windows.flatMap((window) => window.complaints)).toEqual([]);
  });
});
