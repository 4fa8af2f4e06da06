import { LiveLine, RecordedEventSocket } from '@hotline/practice-line';
import type { Browser, Locator } from 'playwright-core';
import { type Hotline, startHotline } from '../support/hotline.js';
import { MARIADB_SERVER, type MariadbServer } from '../support/mariadb-server.js';
import { MysqlLogTable } from '../support/mysql-log-table.js';
import { sampleEsl } from '../support/telephony-sample.js';
import { CHROMIUM, DESKTOP, launch, PHONE, Window } from './browser.js';
import { chineseOn, everywhere, speak, unexpected } from './looks.js';

const story = CHROMIUM ? describe : describe.skip;
const withTable = MARIADB_SERVER ? it : it.skip;
const PASSWORD = 'ClueCon-12351';
const SECRET = 'line-secret-12351';
const SLOW = { timeout: 30_000 };
const DATA = ['深圳自由交换', '佛山话务中心', '中华全国总工会', '系统管理员'];
/** Where screenshots of the forms go, for whoever wants to look at them. */
const LOOK = process.env.HOTLINE_LOOK;

/** An administrator fills the forms of a FreeSWITCH and of a log in a table, wrong first; over real wires and a real database. */
story('the forms of telephone lines', () => {
  let hotline: Hotline;
  let browser: Browser;
  let socket: RecordedEventSocket;
  let line: LiveLine;
  let server: MariadbServer | null = null;
  let table: MysqlLogTable | null = null;
  let ports: { socket: number; line: number };
  let admin: Window;

  beforeAll(async () => {
    const wire = { host: '127.0.0.1', port: 0, now: () => Date.now() };
    socket = new RecordedEventSocket({ ...wire, password: PASSWORD, recording: sampleEsl() });
    const queue = { name: 'q12351', ringMs: 20_000, retryMs: 200, limitMs: 60_000, mostWaiting: 6 };
    line = new LiveLine({
      ...wire,
      account: { username: 'hotline', secret: SECRET },
      board: { number: '12351', ivrMs: 50, queues: [{ ...queue, serviceSeconds: 15 }] },
      seed: 1,
    });
    ports = { socket: await socket.open(), line: await line.open() };
    if (MARIADB_SERVER) server = await MysqlLogTable.start();
    if (server) table = await MysqlLogTable.open(server);
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    admin = await (await Window.open(browser, hotline.base)).as('admin', '/lines');
  }, 150_000);

  afterAll(async () => {
    await browser?.close();
    await hotline?.close();
    await socket?.close();
    await line?.close();
    await server?.stop();
  });

  const dialog = (name: string): Locator => admin.page.getByRole('dialog', { name });
  const detail = (): Locator => admin.page.getByRole('region', { name: '数据流' }).first();
  const light = (word: string): Locator => admin.page.locator('.line-light').filter({ hasText: word });
  const pick = async (field: Locator, typed: string, option: RegExp): Promise<void> => {
    await field.click();
    await admin.type(typed);
    await admin.page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
  };
  const begin = async (name: string): Promise<Locator> => {
    await admin.page.getByRole('button', { name: '接入线路' }).first().click();
    const form = dialog('接入线路');
    await form.getByLabel('名称').fill(name);
    await pick(form.getByRole('combobox', { name: '所属单位' }), 'zhqg', /中华全国总工会/);
    return form;
  };
  const shot = async (name: string): Promise<void> => {
    if (!LOOK) return;
    for (const [size, viewport] of Object.entries({ desk: DESKTOP, phone: PHONE })) {
      await admin.page.setViewportSize(viewport);
      await admin.page.screenshot({ path: `${LOOK}/${name}-${size}.png` });
    }
    await admin.page.setViewportSize(DESKTOP);
  };
  const choose = async (form: Locator, option: string): Promise<void> =>
    form.locator('.ant-radio-button-wrapper', { hasText: option }).click();

  it('take a FreeSWITCH with a wrong password, say so, and turn green with the right one', async () => {
    const form = await begin('深圳自由交换');
    await pick(form.getByRole('combobox', { name: '接入方式' }), '', /FreeSWITCH/);
    expect(await form.getByLabel('端口').inputValue()).toBe('8021');
    await form.getByLabel('主机').fill('127.0.0.1');
    await form.getByLabel('端口').fill(String(ports.socket));
    await form.getByLabel('口令').fill('wrong-12351');
    expect(await form.getByText('话务日志').count()).toBe(0);
    expect(await admin.barriers()).toEqual([]);
    await shot('esl-form');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    await detail().getByText('口令被拒').first().waitFor(SLOW);
    await light('中断').first().waitFor(SLOW);
    await admin.page.getByRole('button', { name: '测试' }).click();
    await admin.page.getByRole('alert').getByText('没有连上：口令被拒').waitFor();
    await shot('esl-refused');
    await admin.page.getByRole('button', { name: '修改' }).click();
    const change = dialog('修改');
    await change.getByLabel('口令').fill(PASSWORD);
    await change.getByRole('button', { name: '保存' }).click();
    await change.waitFor({ state: 'detached' });
    await light('正常').first().waitFor(SLOW);
    expect(await admin.page.getByText('没有连上').count()).toBe(0);
    expect(await everywhere(admin, detail())).toEqual([]);
  }, 90_000);

  withTable(
    'take a log in a MySQL table with a wrong password, say so, and read it with the right one',
    async () => {
      if (!table) throw new Error('no table');
      await table.write(['1795356581|1.7|q12351|NONE|DID|12351']);
      const form = await begin('佛山话务中心');
      await form.getByLabel('主机').first().fill('127.0.0.1');
      await form.getByLabel('端口').first().fill(String(ports.line));
      await form.getByLabel('账号').first().fill('hotline');
      await form.getByLabel('口令').first().fill(SECRET);
      await choose(form, '数据库表');
      await choose(form, 'PostgreSQL');
      expect(await form.getByLabel('端口').last().inputValue()).toBe('5432');
      await choose(form, 'MySQL / MariaDB');
      expect(await form.getByLabel('端口').last().inputValue()).toBe('3306');
      const { settings } = table;
      await form.getByLabel('数据库主机').fill(settings.host);
      await form.getByLabel('端口').last().fill(String(settings.port));
      await form.getByLabel('数据库', { exact: true }).fill(settings.database);
      await form.getByLabel('只读账号').fill(settings.username);
      await form.getByLabel('数据库口令').fill('wrong-12351');
      expect(await admin.barriers()).toEqual([]);
      await shot('table-form');
      await form.getByRole('button', { name: '保存' }).click();
      await form.waitFor({ state: 'detached' });
      await detail().getByText('日志数据库口令被拒').first().waitFor(SLOW);
      await light('需要关注').first().waitFor(SLOW);
      await admin.page.getByRole('button', { name: '测试' }).click();
      await admin.page
        .getByRole('status')
        .getByText(/日志数据库口令被拒/)
        .waitFor();
      expect(await everywhere(admin, detail())).toEqual([]);
      await shot('table-refused');
      await admin.page.getByRole('button', { name: '修改' }).click();
      const change = dialog('修改');
      await change.getByLabel('数据库口令').fill(table.secret);
      await change.getByRole('button', { name: '保存' }).click();
      await change.waitFor({ state: 'detached' });
      await light('正常').nth(1).waitFor(SLOW);
      await detail().getByText('已读 1 行').waitFor(SLOW);
      await admin.page.getByRole('button', { name: '测试' }).click();
      await admin.page.getByRole('status').getByText('日志可读').waitFor();
    },
    90_000,
  );

  withTable(
    'say what else is wrong with the table',
    async () => {
      if (!table) throw new Error('no table');
      await table.revoke();
      await admin.page.getByRole('button', { name: '测试' }).click();
      await admin.page
        .getByRole('status')
        .getByText(/日志表无权读取.*grant select/)
        .waitFor();
      await light('需要关注').first().waitFor(SLOW);
      await table.grant();
      await light('正常').nth(1).waitFor({ timeout: 60_000 });
    },
    120_000,
  );

  it('speak English', async () => {
    await speak(admin, 'en');
    await admin.page.getByRole('button', { name: 'Connect a line' }).first().click();
    const form = dialog('Connect a line');
    await choose(form, 'Database table');
    await choose(form, 'PostgreSQL');
    expect(await chineseOn(admin, DATA)).toEqual([]);
    await shot('table-form-en');
    await pick(form.getByRole('combobox', { name: 'Kind', exact: true }), '', /FreeSWITCH/);
    expect(await chineseOn(admin, DATA)).toEqual([]);
    await shot('esl-form-en');
    expect(unexpected(admin)).toEqual([]);
  }, 60_000);
});
