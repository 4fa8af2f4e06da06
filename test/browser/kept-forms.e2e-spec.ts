import { createHmac } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { type Hotline, type Person, startHotline } from '../support/hotline.js';
import { comesTo, must, NANSHAN, open as openTicket, show, unitWithCode, verbs } from '../support/moves.js';
import { CHROMIUM, launch, PHONE, Window } from './browser.js';

const LETTER = '深工信〔2026〕17 号';
const NOTES = 101; // one more than a page of them
const story = CHROMIUM ? describe : describe.skip;

/** Forms beside the verbs in a real browser: petition, legal facts, notes, recusal, and the work of who leaves. */
story('forms beside the verbs', () => {
  let hotline: Hotline;
  let browser: Browser;
  let agent: Person;
  let county: Person;
  const windows: Window[] = [];
  const barriers: string[] = [];

  const as = async (name: string, path: string, viewport?: typeof PHONE) => {
    const window = await (await Window.open(browser, hotline.base, viewport)).as(name, path);
    windows.push(window);
    return window;
  };
  const look = async (window: Window) => barriers.push(...(await window.barriers()));
  const kept = (person: Person, words: string) =>
    eventually('the draft is on the server', async () =>
      (await (await person.raw('/api/drafts')).text()).includes(words),
    );
  const forgotten = (person: Person) =>
    eventually('no draft is left', async () => (await (await person.raw('/api/drafts')).text()) === '[]');
  const arrived = async () => comesTo(county, await openTicket(agent), 'dispatched');
  const panel = (page: Page, name: string) => page.getByRole('region', { name });

  beforeAll(async () => {
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    agent = await hotline.as('agent');
    county = await hotline.as('handler-nanshan');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await hotline?.close();
  });

  it('opens the petition forms again after a reload, with what was typed', async () => {
    const head = await hotline.as('supervisor-nanshan');
    const { id } = await arrived();
    const desk = await as('supervisor-nanshan', `/tickets/${id}`);
    const { page } = desk;
    const petition = panel(page, '信访件');
    await petition.getByRole('button', { name: '登记为信访件' }).click();
    const marking = petition.getByRole('form', { name: '登记为信访件' });
    await marking.getByLabel('信访登记号').fill(LETTER);
    await kept(head, LETTER);
    await page.reload();
    await marking.getByText('已恢复上次填写的内容').waitFor();
    expect(await marking.getByLabel('信访登记号').inputValue()).toBe(LETTER);
    await look(desk);
    await marking.getByRole('button', { name: '登记' }).click();
    await marking.waitFor({ state: 'detached' });
    await petition.getByText(LETTER).waitFor();
    await forgotten(head);

    await petition.getByRole('button', { name: /告知/ }).first().click();
    const act = petition.getByRole('form');
    await act.getByLabel('文号').fill('深南工告〔2026〕3 号');
    await kept(head, '深南工告');
    await page.reload();
    await act.getByText('已恢复上次填写的内容').waitFor();
    expect(await act.getByLabel('文号').inputValue()).toBe('深南工告〔2026〕3 号');
    // Put aside, it stays closed until it is wanted; the words are still there.
    await act.getByRole('button', { name: '取消' }).click();
    await act.waitFor({ state: 'detached' });
    await petition.getByRole('button', { name: /告知/ }).first().click();
    await act.getByText('已恢复上次填写的内容').waitFor();
    expect(await act.getByLabel('文号').inputValue()).toBe('深南工告〔2026〕3 号');
    await act.getByRole('button', { name: '记录' }).click();
    await act.waitFor({ state: 'detached' });
    await petition.getByText('深南工告〔2026〕3 号').waitFor({ state: 'attached' });
    await forgotten(head);
  }, 90_000);

  it('keeps the legal facts that were typed and not saved', async () => {
    const { id } = await arrived();
    const desk = await as('handler-nanshan', `/tickets/${id}`);
    const { page } = desk;
    const legal = panel(page, '法定时效');
    await legal.getByRole('button', { name: '填写日期' }).click();
    await legal.getByLabel('劳动关系终止').fill('2026-01-15');
    await kept(county, '2026-01-15');
    await page.reload();
    await legal.getByLabel('劳动关系终止').waitFor();
    expect(await legal.getByLabel('劳动关系终止').inputValue()).toBe('2026-01-15');
    await look(desk);
    await legal.getByRole('button', { name: '保存' }).click();
    await legal
      .getByText(/于.*保存|保存于|更新/)
      .first()
      .waitFor();
    await forgotten(county);
    await legal.getByRole('button', { name: '修改日期' }).click();
    await legal.getByLabel('劳动关系终止').fill('2026-01-16');
    await kept(county, '2026-01-16');
    await legal.getByRole('button', { name: '取消' }).click();
    await forgotten(county);
  }, 60_000);

  it('shows older notes when they are asked for', async () => {
    const { id } = await arrived();
    for (let n = 1; n <= NOTES; n += 1) {
      const body = { text: `第 ${n} 条备注`, visible: 'all' as const };
      must(await county.api.POST('/api/tickets/{id}/notes', { params: { path: { id } }, body }));
    }
    const desk = await as('handler-nanshan', `/tickets/${id}`);
    const notes = panel(desk.page, '内部备注');
    await notes.getByText(`第 ${NOTES} 条备注`, { exact: true }).waitFor();
    expect(await notes.getByText('第 1 条备注', { exact: true }).count()).toBe(0);
    await notes.getByRole('button', { name: '更早的备注' }).click();
    await notes.getByText('第 1 条备注', { exact: true }).waitFor();
    expect(await notes.getByRole('article').count()).toBe(NOTES);
    await notes.getByRole('button', { name: '更早的备注' }).waitFor({ state: 'detached' });
  }, 90_000);

  it('withdraws a person from a case; what was typed survives a reload', async () => {
    const head = await hotline.as('supervisor-nanshan');
    const { id } = await arrived();
    must(await verbs.sign(county, await show(county, id)));
    const desk = await as('supervisor-nanshan', `/tickets/${id}`);
    const { page } = desk;
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '回避' }).click();
    const form = page.getByRole('form', { name: '回避' });
    await form.getByRole('button', { name: '确认回避' }).click();
    await form.getByText('例如与被反映单位负责人有亲属关系').first().waitFor();
    await form.getByRole('radio', { name: '其他人员' }).check();
    await form.getByRole('combobox').click();
    await page.locator('.ant-select-item-option', { hasText: '承办人' }).first().click();
    await form.getByLabel('利害关系').fill('与被反映单位负责人是同学');
    await kept(head, '是同学');
    await look(desk);
    await page.reload();
    await form.getByText('已恢复上次填写的内容').waitFor();
    expect(await form.getByLabel('利害关系').inputValue()).toBe('与被反映单位负责人是同学');
    await form.getByRole('button', { name: '确认回避' }).click();
    await form.waitFor({ state: 'detached' });
    await panel(page, '身份保护与回避').getByText('与被反映单位负责人是同学').waitFor();
    await look(desk);
    expect((await show(county, id)).together.recused).toBe(true);
    const phone = await as('handler-nanshan', `/tickets/${id}`, PHONE);
    await phone.page.getByText('您已回避本案', { exact: false }).first().waitFor();
    await look(phone);
  }, 90_000);

  it('hands the work of a person who leaves to a colleague', async () => {
    const { id, version } = must(await verbs.sign(county, await arrived()));
    const head = await hotline.as('supervisor-nanshan');
    const who = must(await head.api.GET('/api/tickets/{id}/assignees', { params: { path: { id } } }));
    const assigned = await head.post(
      `/api/tickets/${id}/assign`,
      { assigneeId: who[0]?.id },
      { 'if-match': `"${version}"` },
    );
    expect(assigned.status).toBe(200);
    const admin = await hotline.as('admin');
    const post = {
      unitId: await unitWithCode(admin, NANSHAN),
      role: 'handler' as const,
      kind: 'person' as const,
    };
    must(
      await admin.api.POST('/api/accounts', {
        body: { ...post, name: 'handler-next', displayName: '接手人' },
      }),
    );
    const desk = await as('admin', '/accounts?q=handler-nanshan');
    const { page } = desk;
    await page
      .getByRole('row', { name: /handler-nanshan/ })
      .getByRole('button')
      .click();
    await page.getByRole('button', { name: '交接' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/名下未办结 \d+ 件/).waitFor();
    await look(desk);
    await dialog.getByRole('combobox', { name: '交给哪位承办人' }).click();
    await page.locator('.ant-select-item-option', { hasText: '接手人' }).click();
    await dialog.getByLabel('理由（记入审计）').fill('岗位调整');
    await dialog.getByRole('button', { name: '交接', exact: true }).click();
    await page.getByText(/已交接 \d+ 件工单/).waitFor();
    await dialog.getByText('名下未办结 0 件', { exact: false }).waitFor();
    await look(desk);
    expect((await show(county, id)).assignee?.displayName).toBe('接手人');
  }, 60_000);

  it.each([
    ['/catalogue', '/api/catalogue'],
    ['/orders', '/api/orders'],
    ['/duty-roster', '/api/units/*/duty-week'],
    ['/units?view=changes', '/api/unit-changes'],
  ])(
    'says on %s that the network is gone, and fetches again when told to',
    async (path, api) => {
      const desk = await as(path === '/orders' ? 'supervisor-sz' : 'admin', '/notices');
      const { page } = desk;
      await page.route(`**${api}?*`, (route) => route.abort());
      await desk.go(path);
      const failure = page.getByRole('alert').filter({ hasText: '网络已断开' });
      await failure.first().waitFor();
      await look(desk);
      await page.unroute(`**${api}?*`);
      await failure.first().getByRole('button', { name: '重试' }).click();
      await failure.first().waitFor({ state: 'detached' });
      // Chromium reports what was cut off; nothing else may be wrong.
      expect(desk.complaints.filter((one) => !one.includes('ERR_FAILED'))).toEqual([]);
      desk.complaints.length = 0;
    },
    60_000,
  );

  it('keeps a watch that could not be saved, with the number typed before its person', async () => {
    // Next week, for a watch of today may be over by now and cannot be written any more.
    const monday = new Date(Date.now() + 8 * 3_600_000);
    monday.setUTCDate(monday.getUTCDate() + 8 - (monday.getUTCDay() || 7));
    const desk = await as('admin', `/duty-roster?week=${monday.toISOString().slice(0, 10)}`);
    const { page } = desk;
    await page.getByRole('button', { name: /周二.*添加班次/ }).click();
    const editor = page.getByRole('dialog');
    await editor.getByLabel('值班电话').fill('13900001234');
    await editor.getByRole('combobox', { name: '人员' }).click();
    await page.locator('.ant-select-item-option').first().click();
    expect(await editor.getByLabel('值班电话').inputValue()).toBe('13900001234');
    await desk.context.setOffline(true);
    await editor.getByRole('button', { name: '保存' }).click();
    await editor.getByRole('alert').getByText('网络已断开').waitFor();
    await look(desk);
    await desk.context.setOffline(false);
    await editor.getByRole('button', { name: '保存' }).click();
    await editor.waitFor({ state: 'detached' });
    await page.getByText('139****1234').first().waitFor();
    desk.complaints.length = 0;
  }, 60_000);

  it('sets rules for the line of one unit: kept while typed, previewed, published, and given back', async () => {
    const admin = await hotline.as('admin');
    const nanshan = await unitWithCode(admin, NANSHAN);
    const desk = await as('admin', `/presence-settings?unit=${nanshan}`);
    const { page } = desk;
    await page.getByText('沿用中华全国总工会').waitFor();
    await look(desk);
    await page.getByRole('button', { name: '为本单位另定' }).click();
    await page.getByLabel('话后整理').fill('45');
    await page.getByRole('button', { name: '添加原因' }).click();
    await page.getByLabel('新原因：中文名').fill('盘点');
    await page.getByLabel('盘点：英文名').fill('Stock');
    await page.getByLabel('盘点：代码').fill('Stock');
    await kept(admin, '盘点');
    await page.reload();
    const effect = page.getByRole('complementary', { name: '影响' });
    expect(await page.getByLabel('话后整理').inputValue()).toBe('45');
    await page.getByLabel('修改原因').fill('试行');
    await page.getByRole('button', { name: '发布' }).click();
    // What the server refuses stands at its row.
    await page.locator('.break-row .row-problem').waitFor();
    await page.getByLabel('盘点：代码').fill('stock');
    await effect.getByText('30 → 45 秒').waitFor();
    await effect.getByText('新增“盘点”，10 分').waitFor();
    await look(desk);
    // Somebody else is faster: what was typed stays, and says so.
    const { held } = must(await admin.api.GET('/api/presence-settings', { params: { query: {} } }));
    const settings = { ...held.settings, wrapUpSeconds: 50 };
    const other = { unitId: nanshan, basedOn: 0, settings, because: '另一个窗口' };
    must(await admin.api.PUT('/api/presence-settings', { body: other }));
    await page.getByRole('button', { name: '发布' }).click();
    await page.getByRole('alert').getByText('发布了第 1 版').waitFor();
    expect(await page.getByLabel('话后整理').inputValue()).toBe('45');
    await page.getByRole('button', { name: '以我的为准' }).click();
    await effect.getByText('50 → 45 秒').waitFor();
    desk.complaints.length = 0;
    await page.getByRole('button', { name: '发布' }).click();
    await page.getByText('本单位自定').waitFor();
    await forgotten(admin);
    await page.getByRole('button', { name: '改回沿用上级' }).click();
    await page.getByLabel('修改原因').fill('试行结束');
    await page.getByRole('button', { name: '发布' }).click();
    await page.getByText('沿用中华全国总工会').waitFor();
    const phone = await as('admin', `/presence-settings?unit=${nanshan}`, PHONE);
    await phone.page.getByText('第 3 版').first().waitFor();
    await look(phone);
    await phone.close();
  }, 90_000);

  it('sets the limits of a wall where they colour it, and keeps mine when somebody was faster', async () => {
    const admin = await hotline.as('admin');
    const desk = await as('admin', '/wallboard');
    const { page } = desk;
    await page.locator('.wall-waiting').waitFor();
    await desk.press('l');
    const drawer = page.getByRole('dialog');
    await drawer.getByText('随系统提供').waitFor();
    await drawer.getByLabel('等待人数').fill('7');
    await kept(admin, '"waiting":7');
    await look(desk);
    await desk.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await page.locator('.wall-waiting').waitFor();
    await desk.press('l');
    expect(await drawer.getByLabel('等待人数').inputValue()).toBe('7');
    const unitId = await unitWithCode(admin, 'cn');
    const limits = { waiting: 30, waitSeconds: 30, connection: 95, service: 80 };
    must(await admin.api.PUT('/api/wallboard/limits', { body: { unitId, basedOn: 0, limits } }));
    await drawer.getByRole('button', { name: '保存' }).click();
    await drawer.getByRole('alert').getByText('第 1 版').waitFor();
    expect(await drawer.getByLabel('等待人数').inputValue()).toBe('7');
    desk.complaints.length = 0;
    await drawer.getByRole('button', { name: '以我的为准' }).click();
    await drawer.getByRole('button', { name: '保存' }).click();
    await drawer.waitFor({ state: 'detached' });
    await page.locator('.wall-waiting').getByText('警戒 7').waitFor();
    const reader = await as('supervisor', '/wallboard', PHONE);
    await reader.page.locator('.wall-waiting').waitFor();
    await reader.press('l');
    await reader.page.getByRole('dialog').getByText('由本单位或上级的管理员修改').waitFor();
    await look(reader);
    await reader.close();
  }, 90_000);

  it('connects a call centre of a cloud: a secret made here, the address to deliver to, and a first delivery', async () => {
    const desk = await as('admin', '/lines');
    const { page } = desk;
    await page.getByRole('button', { name: '接入线路' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('接入方式').click();
    await page.locator('.ant-select-item-option', { hasText: '云联络中心推送' }).click();
    await form.getByLabel('名称').fill('云联络中心');
    await form.getByLabel('所属单位').click();
    await page.keyboard.insertText('广东省总工会');
    await page.locator('.ant-select-item-option', { hasText: '广东省总工会' }).first().click();
    await form.getByLabel('口令').fill('short');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('口令至少 24 个字符').waitFor();
    await form.getByRole('button', { name: '生成' }).click();
    const secret = await form.getByLabel('口令').inputValue();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await look(desk);
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByText('请把下面的推送地址和同一口令填到推送方').waitFor();
    const said = await page.locator('.line-address').textContent();
    const url = said?.split(' ')[0] ?? '';
    const [nonce, at, body] = ['first-delivery', String(Math.floor(Date.now() / 1_000)), '{"hello":1}'];
    const code = createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(
      `${nonce}.${at}.${body}`,
    );
    const headers = {
      'content-type': 'application/json',
      'webhook-id': nonce,
      'webhook-timestamp': at,
      'webhook-signature': `v1,${code.digest('base64')}`,
    };
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(204);
    await page.reload();
    await page.locator('.line-streams').getByText('推送').first().waitFor();
    await look(desk);
    const phone = await as('admin', new URL(page.url()).pathname + new URL(page.url()).search, PHONE);
    await phone.page.locator('.line-address').waitFor();
    await look(phone);
    await phone.close();
  }, 60_000);

  it('has no barrier on the way, and gave the browser nothing to complain about', () => {
    expect(barriers).toEqual([]);
    expect(windows.flatMap((window) => window.complaints)).toEqual([]);
  });
});
