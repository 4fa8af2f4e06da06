import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LiveLine } from '@hotline/practice-line';
import { Switchboards } from '@hotline/telephony';
import type { Browser, Locator } from 'playwright-core';
import { type Hotline, startHotline } from '../support/hotline.js';
import { CHROMIUM, launch, PHONE, Window } from './browser.js';
import { chineseOn, everywhere, offline, speak, unexpected } from './looks.js';

const story = CHROMIUM ? describe : describe.skip;
const SECRET = 'line-secret-12351';
// The light is looked at every five seconds; a busy machine takes its time to connect.
const SLOW = { timeout: 30_000 };
const DATA = [
  '广州话务中心',
  '中华全国总工会',
  '林小禾',
  '郑国栋',
  '叶知秋',
  '系统管理员',
  '坐席',
  '督办8077',
];

/** An administrator brings a switchboard to the product, and a supervisor hears a talk on it; all over a real manager wire. */
story('the telephone lines', () => {
  let hotline: Hotline;
  let browser: Browser;
  let line: LiveLine;
  let folder: string;
  let port: number;
  let admin: Window;
  let desk: Window;
  let watch: Window;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hotline-lines-'));
    const queueLog = join(folder, 'queue_log');
    writeFileSync(queueLog, '');
    const queue = { name: 'q12351', ringMs: 20_000, retryMs: 200, limitMs: 60_000, mostWaiting: 6 };
    line = new LiveLine({
      host: '127.0.0.1',
      port: 0,
      account: { username: 'hotline', secret: SECRET },
      board: { number: '12351', ivrMs: 50, queues: [{ ...queue, serviceSeconds: 15 }] },
      seed: 1,
      queueLog,
      now: () => Date.now(),
    });
    [hotline, browser, port] = await Promise.all([startHotline(), launch(), line.open()]);
    admin = await (await Window.open(browser, hotline.base)).as('admin', '/lines');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await line?.close();
    await hotline?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const dialog = (window: Window, name: string) => window.page.getByRole('dialog', { name });
  const detail = () => admin.page.getByRole('region', { name: '数据流' }).first();
  const light = (word: string) => admin.page.locator('.line-light').filter({ hasText: word });
  /** Chooses in a list that opens at the field, by typing. */
  const pick = async (window: Window, field: Locator, typed: string, option: RegExp) => {
    await field.click();
    await window.type(typed);
    await window.page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
  };
  const sourceId = async () => {
    const list = await admin.context.request.get(`${hotline.base}/api/telephony/sources`);
    return ((await list.json()) as { items: { id: string }[] }).items[0]?.id ?? '';
  };
  /** Somebody gives the switchboard a telephone by hand; it is never rung. */
  const plugIn = async (address: string, name: string) =>
    hotline.nest.get(Switchboards, { strict: false }).ask(await sourceId(), 'QueueAdd', {
      Queue: 'q12351',
      Interface: address,
      MemberName: name,
      Paused: 'true',
      Reason: 'spare',
    });

  it('say what to do where there is none yet', async () => {
    await admin.page.getByText('还没有话务线路').first().waitFor();
    expect(await everywhere(admin, admin.page.getByText('还没有话务线路'))).toEqual([]);
    await admin.page.getByRole('button', { name: '接入线路' }).focus();
    await admin.press('Enter');
    const form = dialog(admin, '接入线路');
    await admin.focused(form.getByLabel('名称'));
    await admin.press('Control+Enter');
    expect(await form.isVisible()).toBe(true);
    expect(await admin.barriers()).toEqual([]);
  }, 60_000);

  it('name the wrong password on the line’s health, and in its test', async () => {
    const form = dialog(admin, '接入线路');
    await admin.type('广州话务中心');
    await pick(admin, form.getByRole('combobox', { name: '所属单位' }), 'zhqg', /中华全国总工会/);
    await form.getByLabel('主机').fill('127.0.0.1');
    await form.getByLabel('端口').fill(String(port));
    await form.getByLabel('账号').fill('hotline');
    await form.getByLabel('口令').fill('wrong-12351');
    await form.getByLabel('日志文件路径').fill(join(folder, 'queue_log'));
    await form.getByText('允许督办监听通话').click();
    await form.getByText('允许督办强插通话').click();
    await admin.press('Enter');
    await form.waitFor({ state: 'detached' });
    await detail().getByText('口令被拒').first().waitFor(SLOW);
    await light('中断').first().waitFor(SLOW);
    await admin.page.getByRole('button', { name: '测试' }).click();
    await admin.page.getByRole('alert').getByText('没有连上：口令被拒').waitFor();
    expect(await everywhere(admin, admin.page.getByText('没有连上：口令被拒'))).toEqual([]);
  }, 60_000);

  it('turn green once it is mended', async () => {
    await admin.page.getByRole('button', { name: '修改' }).click();
    const form = dialog(admin, '修改');
    await admin.focused(form.getByLabel('名称'));
    await admin.tabTo(form.getByLabel('口令'));
    await admin.type(SECRET);
    await admin.press('Enter');
    await form.waitFor({ state: 'detached' });
    await light('正常').first().waitFor(SLOW);
    await admin.page.getByRole('button', { name: '测试' }).click();
    const tested = admin.page.getByRole('status').filter({ hasText: '已登录' });
    await tested.getByText('q12351：等待 0，坐席 0').waitFor();
    await tested.getByText('日志可读').waitFor();
  }, 60_000);

  it('show a telephone nobody owns, and whose it is once it is given', async () => {
    await plugIn('PJSIP/8077', '督办8077');
    await light('需要关注').first().waitFor(SLOW);
    await detail().getByText('有未登记的话机').waitFor();
    await detail().getByRole('button', { name: '登记 PJSIP/8077' }).click();
    const form = dialog(admin, '登记话机');
    await pick(admin, form.getByRole('combobox', { name: '使用人' }), '郑国栋', /郑国栋/);
    expect(await form.getByLabel('设备').inputValue()).toBe('PJSIP/8077');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    await detail().getByText('郑国栋').waitFor();
    await light('正常').first().waitFor(SLOW);
    expect(await detail().getByText('有未登记的话机').count()).toBe(0);
  }, 60_000);

  it('refuse two people on one extension by name, with what was typed kept', async () => {
    const give = async (who: string, address: string, member: string) => {
      await detail().getByRole('button', { name: '登记话机' }).click();
      const form = dialog(admin, '登记话机');
      await pick(admin, form.getByRole('combobox', { name: '使用人' }), who, new RegExp(who));
      await form.getByLabel('设备').fill(address);
      await form.getByLabel('队列里的名称').fill(member);
      await form.getByRole('combobox', { name: '队列', exact: true }).click();
      await admin.type('q12351');
      await admin.press('Enter');
      await form.getByRole('combobox', { name: '类型' }).click();
      await admin.page.locator('.ant-select-item-option').filter({ hasText: '练习话机' }).click();
      await form.getByRole('button', { name: '保存' }).click();
      return form;
    };
    await (await give('林小禾', 'PJSIP/8001', '坐席8001')).waitFor({ state: 'detached' });
    const form = await give('叶知秋', 'PJSIP/8001', '坐席8001');
    await form.getByText(/林小禾/).waitFor();
    expect(await form.getByLabel('设备').inputValue()).toBe('PJSIP/8001');
    expect(await admin.barriers()).toEqual([]);
    await admin.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(unexpected(admin, '409')).toEqual([]);
  }, 60_000);

  it('speak English, and say when the network is gone', async () => {
    await speak(admin, 'en');
    await admin.page.getByText('Live events').waitFor();
    await admin.page.getByRole('button', { name: 'Test' }).click();
    await admin.page.getByText('The log can be read').waitFor();
    expect(await chineseOn(admin, DATA)).toEqual([]);
    await speak(admin, 'zh');
    await detail().getByText('郑国栋').waitFor();
    expect(await everywhere(admin, detail().getByText('郑国栋'))).toEqual([]);
    await offline(admin, async () => {
      await admin.page.getByRole('button', { name: '测试' }).click();
      await admin.page.getByRole('alert').getByText(/网络/).first().waitFor();
      expect(await detail().getByText('郑国栋').isVisible()).toBe(true);
    });
    expect(unexpected(admin, '409', 'ERR_INTERNET_DISCONNECTED')).toEqual([]);
  }, 60_000);

  describe('agents at them', () => {
    const pill = (state: string) => desk.page.locator(`.state-pill.state-${state}`);
    const row = () => watch.page.locator('.agent-now').filter({ hasText: '林小禾' });

    it('are nobody, then one who talks, with what the supervisor may do', async () => {
      watch = await (await Window.open(browser, hotline.base)).as('supervisor', '/agents');
      await watch.page.getByText('没有坐席签入').waitFor();
      expect(await everywhere(watch, watch.page.getByText('没有坐席签入'))).toEqual([]);
      desk = await (await Window.open(browser, hotline.base)).as('agent', '/desk');
      await pill('offline').click();
      await desk.page.getByText('签入话务').click();
      await row().getByText('就绪').waitFor();
      expect(await row().getByRole('button').count()).toBe(0);
      const plan = { queue: 'q12351', patienceMs: 120_000, talkMs: 600_000, endedBy: 'caller' as const };
      line.call({ number: '14206650001', ...plan });
      await desk.page.locator('.call-pop').getByText('142****0001').waitFor();
      await desk.press('Alt+a');
      await row().getByText('通话').first().waitFor();
      await row().getByRole('button', { name: '监听' }).waitFor();
      expect(await everywhere(watch, row())).toEqual([]);
    }, 60_000);

    it('are heard for a reason, by the keyboard alone', async () => {
      await plugIn('PJSIP/8077', '督办8077').catch(() => undefined);
      await row().getByRole('button', { name: '监听' }).focus();
      await watch.press('Enter');
      const form = dialog(watch, '监听 林小禾 的通话');
      await watch.focused(form.getByLabel('理由'));
      await watch.tabTo(form.getByRole('button', { name: '监听' }));
      await watch.press('Enter');
      await form.getByText('请写明理由').waitFor();
      expect(await watch.barriers()).toEqual([]);
      await form.getByLabel('理由').fill('新坐席带教');
      await form.getByRole('button', { name: '监听' }).click();
      await watch.page.getByText('您的话机正在振铃').waitFor();
      await form.waitFor({ state: 'detached' });
    }, 60_000);

    it('are not offered to one without a telephone there, nor where the line does not allow it', async () => {
      const path = `${hotline.base}/api/telephony/sources/${await sourceId()}`;
      const { settings, version } = (await (await admin.context.request.get(path)).json()) as {
        settings: object;
        version: number;
      };
      const changed = await admin.context.request.patch(path, {
        data: { settings: { ...settings, bargeIn: false } },
        headers: { 'if-match': `"${version}"`, 'sec-fetch-site': 'same-origin', origin: hotline.base },
      });
      expect(changed.status()).toBe(200);
      await watch.page.reload();
      await row().getByRole('button', { name: '监听' }).waitFor();
      expect(await row().getByRole('button').count()).toBe(1);
    }, 60_000);

    it('speak English, stay while the network is gone, and fit a phone', async () => {
      await speak(watch, 'en');
      await row().getByRole('button', { name: 'Listen' }).waitFor();
      expect(await chineseOn(watch, DATA)).toEqual([]);
      await offline(watch, async () => expect(await row().isVisible()).toBe(true));
      const phone = await Window.open(browser, hotline.base, PHONE);
      await phone.as('supervisor', '/agents?state=talking');
      await phone.page.locator('.agent-now').waitFor();
      await phone.close();
      expect(unexpected(watch, 'ERR_INTERNET_DISCONNECTED')).toEqual([]);
      expect(desk.complaints).toEqual([]);
    }, 60_000);
  });
});
