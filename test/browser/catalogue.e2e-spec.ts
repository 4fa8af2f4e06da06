import type { Browser, Locator } from 'playwright-core';
import { Behind } from '../support/behind.js';
import { type Hotline, startHotline } from '../support/hotline.js';
import { comesTo, must, open as openTicket } from '../support/moves.js';
import { CHROMIUM, launch, PHONE, Window } from './browser.js';

const story = CHROMIUM ? describe : describe.skip;
const NOTE = '深圳欠薪由市总工会主办';
const TEXT = '深圳的欠薪由市总工会主办。';
const LONG = 30_000;
// A batch waits as long as the test holds the lock; nothing else of the queue does.
const HOLD = `create function hold_batch() returns trigger language plpgsql as $$
  begin perform pg_advisory_xact_lock(12351); return new; end $$;
create trigger hold_batch before update of done_at on outbox for each row
  when (new.name = 'judge-batch') execute function hold_batch()`;

/** The catalogue's editor in a real browser: a rule is written, mended, tried, published and taken back. */
story('the catalogue’s editor', () => {
  let hotline: Hotline;
  let browser: Browser;
  let editor: Window;
  let draft = '';
  let accepted = ''; // the draft a proposal went into
  const windows: Window[] = [];

  const open = async (name: string, path: string, viewport?: typeof PHONE) => {
    const window = await (await Window.open(browser, hotline.base, viewport)).as(name, path);
    windows.push(window);
    return window;
  };
  /** What a ruling of the city says the catalogue should have known. */
  const propose = async (reason: string) => {
    const [agent, county] = await Promise.all([hotline.as('agent'), hotline.as('handler-nanshan')]);
    const ticket = await comesTo(county, await openTicket(agent), 'dispatched');
    const ruler = await hotline.as('supervisor-sz');
    must(await ruler.api.POST('/api/catalogue/proposals', { body: { ticketId: ticket.id, reason } }));
  };
  const drawer = () => editor.page.locator('.rule-drawer');
  const saved = () =>
    drawer()
      .getByText(/已保存/)
      .waitFor();
  const choose = async (field: Locator, typed: string, option: Locator) => {
    await field.click();
    await editor.type(typed);
    await option.first().click();
    await editor.press('Tab');
  };

  beforeAll(async () => {
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    const [agent, county] = await Promise.all([hotline.as('agent'), hotline.as('handler-nanshan')]);
    await comesTo(county, await openTicket(agent, { item: 'unpaid-wages' }), 'dispatched');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await hotline?.close();
  });

  it(
    'begins a draft as a copy of the version in force',
    async () => {
      editor = await open('admin', '/catalogue?tab=versions');
      const { page } = editor;
      await page.getByRole('button', { name: '起草新版' }).click();
      const dialog = page.getByRole('dialog');
      await editor.focused(dialog.getByLabel('要改什么'));
      await editor.press('Enter');
      await dialog.getByText('请用一句话写明要改什么').waitFor();
      expect(await editor.barriers()).toEqual([]);
      await editor.type(NOTE);
      await editor.press('Enter');
      await page.waitForURL('**/catalogue?draft=*');
      draft = new URL(page.url()).searchParams.get('draft') ?? '';
      await page.getByText('没有发现错误').waitFor();
    },
    LONG,
  );

  it('names a fault at its rule and its field, and it is mended there', async () => {
    const { page } = editor;
    await page.getByText('没有发现错误').waitFor();
    await editor.press('n');
    await editor.focused(drawer().getByLabel('名称'));
    await editor.type('欠薪');
    await drawer().getByLabel('优先级').fill('5');
    const option = (text: string) => page.locator('.ant-select-item-option:visible', { hasText: text });
    await choose(drawer().getByRole('combobox', { name: '问题领域' }), '劳动报酬', option('劳动报酬'));
    await choose(drawer().getByRole('combobox', { name: '工作地', exact: true }), '440300', option('深圳市'));
    await drawer().getByText('指定单位', { exact: true }).click();
    await drawer().getByLabel('规则全文').fill(TEXT);
    await drawer().getByText('没有指定单位').waitFor();
    await drawer().getByRole('button', { name: '完成' }).click();
    await page.getByRole('button', { name: '发布' }).click();
    const publishing = page.getByRole('dialog');
    expect(await publishing.getByRole('button', { name: '发布' }).isDisabled()).toBe(true);
    // The line of the fault leads to its rule and puts the focus into its field.
    await publishing.getByRole('button', { name: /没有指定单位/ }).click();
    await editor.focused(drawer().getByRole('combobox', { name: '派给哪个单位' }));
    await choose(
      drawer().getByRole('combobox', { name: '派给哪个单位' }),
      '深圳市总',
      option('深圳市总工会'),
    );
    await drawer().getByText('没有指定单位').waitFor({ state: 'detached' });
    await saved();
    await drawer().getByRole('button', { name: '完成' }).click();
    await page.getByText('没有发现错误').waitFor();
  }, 60_000);

  it(
    'brings a removed rule back, and keeps everything through a reload',
    async () => {
      const { page } = editor;
      await page.getByRole('button', { name: '删除规则 新就业形态' }).click();
      await page.getByText('已删除第 4 条').waitFor();
      await page.getByText(/没有兜底规则/).waitFor();
      await editor.press('Control+z');
      await page.getByText('没有发现错误').waitFor();
      await page.reload();
      await page.getByRole('button', { name: '欠薪', exact: true }).waitFor();
      expect(await page.getByText(TEXT).isVisible()).toBe(true);
    },
    LONG,
  );

  it(
    'keeps what is typed when somebody else saved first, beside the newer copy',
    async () => {
      const { page } = editor;
      await page.getByLabel('说明').waitFor();
      const admin = await hotline.as('admin');
      const { data } = await admin.api.GET('/api/catalogue/drafts/{id}', { params: { path: { id: draft } } });
      const rules = (data?.rules ?? []).map(({ unit: _, ...rule }) =>
        rule.no === 12 ? { ...rule, text: '由别处改写。' } : rule,
      );
      await admin.api.PUT('/api/catalogue/drafts/{id}', {
        params: { path: { id: draft }, header: { 'If-Match': `"${data?.version}"` } },
        body: { note: NOTE, rules },
      });
      await page.getByLabel('说明').fill(`${NOTE}，我的`);
      const conflict = page.getByRole('alert', { name: '这份草稿在别处也改了' });
      await conflict.getByText('由别处改写。').waitFor();
      expect(await editor.barriers()).toEqual([]);
      expect(await page.getByLabel('说明').inputValue()).toBe(`${NOTE}，我的`);
      await conflict.getByRole('button', { name: '保留我的' }).click();
      await conflict.waitFor({ state: 'detached' });
      // Chromium reports the refused save; nothing else may be wrong.
      expect(editor.complaints.filter((one) => !one.includes('409'))).toEqual([]);
      editor.complaints.length = 0;
    },
    LONG,
  );

  it(
    'tries the draft on past tickets and opens every number, without tickets to read',
    async () => {
      const { page } = editor;
      await page.getByText('试运行', { exact: true }).first().click();
      await page.getByRole('button', { name: '开始试运行' }).click();
      await page.getByText('这些规则已在全国工单上试运行过').waitFor();
      await page.getByRole('button', { name: '改派其他单位 1 件，查看工单' }).click();
      const rows = page.getByRole('dialog');
      await rows.getByText('深圳市总工会').waitFor();
      await rows.getByText('你的岗位不查看工单内容').waitFor();
      expect(await rows.locator('a[href^="/tickets/"]').count()).toBe(0);
      expect(await editor.barriers()).toEqual([]);
      await page.reload();
      await page.getByRole('dialog').getByText('深圳市总工会').waitFor();
      await editor.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
    LONG,
  );

  it(
    'shows the tickets of a run as links to people who may read them',
    async () => {
      const dispatcher = await open('dispatcher', `/catalogue?draft=${draft}&side=dry-run&outcome=changed`);
      await dispatcher.page.getByRole('dialog').locator('a[href^="/tickets/"]').first().waitFor();
      await dispatcher.close();
    },
    LONG,
  );

  it('publishes, compares and rolls back', async () => {
    const { page } = editor;
    await page.getByRole('button', { name: '发布' }).click();
    const publishing = page.getByRole('dialog');
    await publishing.getByText('新增 1 条').waitFor();
    expect(await editor.barriers()).toEqual([]);
    expect(await publishing.getByText('还没有试运行过').count()).toBe(0);
    await publishing.getByRole('button', { name: '发布' }).click();
    await page.waitForURL('**/catalogue?tab=versions');
    await page.getByRole('row', { name: /第 2 版 现行/ }).waitFor();
    for (const name of ['选择 第 1 版', '选择 第 2 版']) await page.getByLabel(name).check();
    await page.getByRole('button', { name: /对比所选/ }).click();
    await page.getByText('新增 1 条 · 删除 0 条 · 修改 0 条 · 未变 17 条').waitFor();
    expect(await editor.barriers()).toEqual([]);
    await page.getByRole('link', { name: '返回版本' }).click();
    await page
      .getByRole('row', { name: /第 1 版/ })
      .getByRole('button', { name: '回退到此版' })
      .click();
    const back = page.getByRole('dialog');
    await back.getByLabel('回退理由').fill('区县已有力量承办');
    expect(await editor.barriers()).toEqual([]);
    await back.getByRole('button', { name: '回退到此版' }).click();
    await page.getByRole('row', { name: /第 3 版 现行/ }).waitFor();
    await page.getByText('与第 1 版相同（回退）').waitFor();
  }, 60_000);

  it(
    'takes a proposal over as a rule of a draft',
    async () => {
      const { page } = editor;
      const reason = '该工地由宝安管理';
      await propose(reason);
      await editor.go('/catalogue?tab=proposals');
      await page.getByText(reason).waitFor();
      expect(await editor.barriers()).toEqual([]);
      await page.getByRole('button', { name: '采纳为规则' }).click();
      const dialog = page.getByRole('dialog');
      await choose(
        dialog.getByRole('combobox', { name: '应当派往' }),
        '宝安',
        page.locator('.ant-select-item-option:visible', { hasText: '宝安区总工会' }),
      );
      expect(await editor.barriers()).toEqual([]);
      await dialog.getByRole('button', { name: '加入草稿' }).click();
      await page.waitForURL('**/catalogue?draft=*');
      // The new rule is open, to be widened or narrowed.
      await drawer().getByLabel('名称').waitFor();
      expect(await drawer().getByLabel('名称').inputValue()).toBe('改派宝安区总工会');
      accepted = new URL(page.url()).searchParams.get('draft') ?? '';
    },
    LONG,
  );

  it('shows how far a dry run has come, and stops it when told to', async () => {
    const { page } = editor;
    const behind = await Behind.of(hotline);
    await behind.rows(HOLD);
    await behind.rows('select pg_advisory_lock(12351)');
    await editor.go(`/catalogue?draft=${accepted}&side=dry-run`);
    await page.getByRole('button', { name: '开始试运行' }).click();
    const going = page.getByRole('status').filter({ hasText: '已判 0 / 2 件' });
    await going.getByRole('progressbar', { name: '试运行进度' }).waitFor();
    expect(await page.getByRole('button', { name: '开始试运行' }).isDisabled()).toBe(true);
    expect(await editor.barriers()).toEqual([]);
    await behind.rows(
      `update catalogue_dry_run set state = 'running', done = 1, same = 1 where draft_id = $1 and finished_at is null`,
      [accepted],
    );
    await page.getByText('进行中 已判 1 / 2 件').waitFor();
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByText(/已停止/).waitFor();
    await page.getByText('共判 1 件').waitFor();
    expect(await editor.barriers()).toEqual([]);
    // What was stopped proves nothing; a new run goes on to its end.
    await behind.rows('select pg_advisory_unlock(12351)');
    await behind.close();
    await page.getByRole('button', { name: '开始试运行' }).click();
    await page.getByText('共判 2 件').waitFor();
  }, 60_000);

  it(
    'declines a proposal with its reason, which stays to be read',
    async () => {
      const { page } = editor;
      await propose('应由市总直接办理');
      await editor.go('/catalogue?tab=proposals');
      await page
        .locator('.proposal', { hasText: '应由市总直接办理' })
        .getByRole('button', { name: '不采纳' })
        .click();
      const dialog = page.getByRole('dialog');
      await editor.focused(dialog.getByLabel('不采纳的理由'));
      await dialog.getByRole('button', { name: '不采纳' }).click();
      await dialog.getByText('请写明理由，不超过 500 字').waitFor();
      expect(await editor.barriers()).toEqual([]);
      await dialog.getByLabel('不采纳的理由').fill('规则没有问题，当时工作地选错了');
      await dialog.getByRole('button', { name: '不采纳' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('没有待处理的建议').waitFor();
      await page.getByText('未采纳', { exact: true }).click();
      await page.getByText('规则没有问题，当时工作地选错了').waitFor();
      expect(await editor.barriers()).toEqual([]);
    },
    LONG,
  );

  it('has no barrier at a desk or on a phone, light or dark', async () => {
    const paths = [
      '/catalogue?tab=rules&version=2',
      '/catalogue?tab=versions',
      '/catalogue?tab=compare&from=1&to=2',
      `/catalogue?draft=${accepted}&side=try`,
      `/catalogue?draft=${accepted}&row=18`,
    ];
    const phone = await open('admin', '/catalogue', PHONE);
    const found: string[] = [];
    for (const window of [editor, phone]) {
      for (const path of paths) {
        await window.page.emulateMedia({
          colorScheme: window === phone ? 'dark' : 'light',
          reducedMotion: 'reduce',
        });
        await window.go(path);
        await window.page.getByRole('main').waitFor();
        await window.page.locator('.skeletons').first().waitFor({ state: 'detached' });
        found.push(...(await window.barriers()));
      }
    }
    const overflow = await phone.page.evaluate('document.documentElement.scrollWidth');
    expect([found, overflow]).toEqual([[], PHONE.width]);
  }, 90_000);

  it('gave the browser nothing to complain about', () => {
    expect(windows.flatMap((window) => window.complaints)).toEqual([]);
  });
});
