import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { onPath } from './programs.mjs';

/**
 * `npm run screenshots`: starts the product with its demo history on a free port and a folder of its own, and takes
 * the pictures of docs/screenshots. Needs a Chromium on PATH and fonts-noto-cjk.
 */
const home = fileURLToPath(new URL('../..', import.meta.url));
const PICTURES = join(home, 'docs', 'screenshots');
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const MOST_BYTES = 300_000;
const READY_MS = 240_000;
const HISTORY_MS = 300_000;

const program = onPath('chromium') ?? onPath('google-chrome');
if (!program) {
  console.error('no chromium on PATH');
  process.exit(1);
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function until(what, within, look) {
  const end = Date.now() + within;
  while (Date.now() < end) {
    if (await look().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`did not happen: ${what}`);
}

async function startProduct(folder) {
  const port = await freePort();
  const child = spawn(process.execPath, ['apps/launcher/start.mjs'], {
    cwd: home,
    env: { ...process.env, PORT: String(port), HOTLINE_DATA: folder, DATABASE_URL: '', QUEUE_URL: '' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const base = `http://127.0.0.1:${port}`;
  await until('the product is ready', READY_MS, async () => {
    if (child.exitCode !== null) throw new Error('the product ended');
    return (await fetch(`${base}/health/ready`)).ok;
  });
  const stop = () => (child.kill('SIGTERM'), ended);
  return { base, stop };
}

/** A page of one person of the demo, signed in. */
async function as(browser, base, name, viewport = DESKTOP) {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  if (name) {
    const answer = await context.request.post(`${base}/api/session`, {
      data: { name, password: 'demo-12351' },
      headers: { origin: base, 'sec-fetch-site': 'same-origin' },
    });
    if (!answer.ok()) throw new Error(`sign-in of ${name}: ${answer.status()}`);
  }
  return context.newPage();
}

const json = async (page, path) => (await page.request.get(path)).json();

/** Waits until nothing is loading any more and the fonts are there. */
async function settle(page) {
  await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined); // the live stream never idles
  await page.locator('.skeletons').first().waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready);
}

async function take(page, name) {
  await settle(page);
  const path = join(PICTURES, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(path);
  console.log(`${name}.png ${Math.round(size / 1000)} KB`);
  if (size > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES} bytes`);
}

/** A draft with one rule more, tried on the demo history. */
async function fillDraft(page) {
  await page.getByRole('button', { name: '起草新版' }).click();
  await page.getByLabel('要改什么').fill('深圳的劳动报酬由市总工会主办');
  await page.getByRole('button', { name: '开始起草' }).click();
  await page.getByText('没有发现错误').waitFor();
  await page.getByRole('button', { name: /^添加规则/ }).click();
  const drawer = page.locator('.rule-drawer');
  const choose = async (label, typed, option) => {
    await drawer.getByRole('combobox', { name: label, exact: true }).click();
    await page.keyboard.insertText(typed);
    await page.locator('.ant-select-item-option:visible', { hasText: option }).first().click();
    await page.keyboard.press('Tab');
  };
  await drawer.getByLabel('名称').fill('深圳欠薪');
  await drawer.getByLabel('优先级').fill('5');
  await choose('问题领域', '劳动报酬', '劳动报酬');
  await choose('工作地', '440300', '深圳市');
  await drawer.getByText('指定单位', { exact: true }).click();
  await choose('派给哪个单位', '深圳市总', '深圳市总工会');
  await drawer.getByLabel('规则全文').fill('深圳的劳动报酬诉求由市总工会主办。');
  await drawer.getByText(/已保存/).waitFor();
  await drawer.getByRole('button', { name: '完成' }).click();
  await page.getByText('没有发现错误').waitFor();
  await page.getByText('试运行', { exact: true }).first().click();
  await page.getByRole('button', { name: '开始试运行' }).click();
  await page.getByText('从哪里改到哪里').waitFor();
  await page.getByText('这些规则已在全国工单上试运行过').waitFor();
}

async function fillDesk(page) {
  await page.getByRole('button', { name: '登记来电' }).first().click();
  await page.getByLabel('来电号码').fill('13800138000');
  await page.keyboard.press('Enter');
  await page.keyboard.press('3');
  await page.locator('#desk-field').click();
  await page.keyboard.insertText('工资');
  await page.keyboard.press('Enter');
  await page.locator('#desk-workplace').click();
  await page.keyboard.insertText('440305');
  await page.locator('.place-option', { hasText: '南山区' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('#desk-employer').fill('岭澄（深圳）精密电子科技有限公司');
  await page.locator('#desk-people').fill('23');
  await page.getByText('对单位保密', { exact: true }).or(page.getByText('对单位保密')).first().click();
  await page
    .locator('#desk-text')
    .fill(
      '车间 23 人，去年 12 月和今年 1 月的工资一直没有发。公司说等客户回款，没有写过欠条。来电人有考勤表和工资条照片，希望月底前拿到。',
    );
  await page.getByText('南山区总工会').first().waitFor();
}

/** What a city owes beside the tickets it holds, and one ruling with its form. */
async function rulings(browser, base) {
  const city = await as(browser, base, 'handler-sz');
  await city.goto(`${base}/duties`);
  await city.getByRole('heading', { level: 1 }).waitFor();
  await take(city, 'duties');
  const { items } = await json(city, `${base}/api/duties?limit=50`);
  const owed = items.find((one) => /ruling/.test(one.kind)) ?? items[0];
  if (!owed) throw new Error('the demo history has no duty for the city');
  await city.goto(`${base}/tickets/${owed.ticket.id}`);
  await city.getByRole('form').first().waitFor();
  await take(city, 'ruling');
}

/** Every picture: who looks, where, what is done first. */
async function tour(browser, base) {
  const nobody = await as(browser, base, null);
  await nobody.goto(`${base}/sign-in`);
  await nobody.getByText('演示账号').waitFor();
  await take(nobody, 'sign-in');

  const agent = await as(browser, base, 'agent');
  await agent.goto(`${base}/desk`);
  await fillDesk(agent);
  await agent
    .getByText(/^已保存/)
    .first()
    .waitFor();
  await take(agent, 'desk');
  await agent.goto(`${base}/call-backs`);
  await agent.getByRole('form').first().waitFor();
  await take(agent, 'call-backs');

  const dispatcher = await as(browser, base, 'dispatcher');
  await dispatcher.goto(`${base}/dispatch`);
  await dispatcher.getByRole('radio').first().waitFor();
  await take(dispatcher, 'dispatch');

  const county = await as(browser, base, 'handler-nanshan');
  await county.goto(`${base}/inbox`);
  await county.getByRole('row').nth(3).waitFor();
  await take(county, 'inbox');
  const { items } = await json(
    county,
    `${base}/api/tickets?view=mine-to-do&state=handling&sort=due&limit=20`,
  );
  const ticket = items.find((one) => one.people > 1) ?? items[0];
  if (!ticket) throw new Error('the demo history has no ticket in handling for the county');
  await county.goto(`${base}/tickets/${ticket.id}`);
  await county.getByRole('heading', { level: 1 }).waitFor();
  await take(county, 'ticket');

  await rulings(browser, base);

  const supervisor = await as(browser, base, 'supervisor');
  await supervisor.goto(`${base}/board`);
  await supervisor.locator('.card-fraction a').first().waitFor();
  await take(supervisor, 'board');
  await supervisor.locator('.card-fraction a').nth(2).click();
  await supervisor.getByRole('row').nth(3).waitFor();
  await take(supervisor, 'rows');
  await supervisor.goto(`${base}/groups`);
  await supervisor.getByRole('heading', { level: 1 }).waitFor();
  await take(supervisor, 'groups');
  await supervisor.goto(`${base}/catalogue`);
  await supervisor.getByRole('row').nth(3).waitFor();
  await take(supervisor, 'catalogue');

  const admin = await as(browser, base, 'admin');
  await admin.goto(`${base}/units`);
  await admin.getByText('广东省总工会').first().waitFor();
  await take(admin, 'units');
  await admin.goto(`${base}/calendars`);
  await admin.getByText('工作日历').first().waitFor();
  await take(admin, 'calendars');
  await admin.goto(`${base}/catalogue?tab=versions`);
  await fillDraft(admin);
  await take(admin, 'catalogue-draft');

  const phone = await as(browser, base, 'handler-nanshan', PHONE);
  await phone.goto(`${base}/inbox`);
  await phone.getByRole('toolbar').waitFor();
  await take(phone, 'phone-inbox');
  await phone.goto(`${base}/tickets/${ticket.id}`);
  await phone.getByRole('toolbar').waitFor();
  await take(phone, 'phone-ticket');
  const views = items.map(({ id }) => json(county, `${base}/api/tickets/${id}`));
  const early = (await Promise.all(views)).find(({ verbs }) => verbs.includes('request-extension'));
  if (!early) throw new Error('the demo history has no ticket that may be extended');
  await phone.goto(`${base}/tickets/${early.id}?do=request-extension`);
  await phone.getByRole('form').waitFor();
  await take(phone, 'phone-extension');
}

mkdirSync(PICTURES, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'hotline-pictures-'));
let product;
let browser;
try {
  product = await startProduct(join(folder, 'data'));
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
  browser = await chromium.launch({ executablePath: program, args });
  const { base } = product;
  const looking = await as(browser, base, 'supervisor');
  await until('the demo history is there', HISTORY_MS, async () => {
    const { numbers } = await json(looking, `${base}/api/numbers`);
    return numbers.every((one) => one.denominator > 100);
  });
  await tour(browser, base);
} finally {
  await browser?.close();
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
}
