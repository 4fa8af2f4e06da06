import type { Browser } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { type Hotline, type Person, startHotline } from '../support/hotline.js';
import { comesTo, must, open as openTicket, show, verbs } from '../support/moves.js';
import { CHROMIUM, launch, PHONE, Window } from './browser.js';

const REASON = '涉及十二人，需逐一核对工资台账。';

// Without a browser the chapter is skipped; the test command says so loudly, and fails in CI.
const story = CHROMIUM ? describe : describe.skip;

/** Requests and rulings in a real browser: asked under a thumb, ruled at the desk, and nothing typed is lost. */
story('requests and rulings, from the phone to the desk', () => {
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
  /** The words have come to the server: what a reload may rely on. */
  const kept = (person: Person, words: string) =>
    eventually('the draft is on the server', async () =>
      (await (await person.raw('/api/drafts')).text()).includes(words),
    );
  const arrived = async () => comesTo(county, await openTicket(agent), 'dispatched');
  const inHand = async () =>
    must(await verbs.contactWorker(county, must(await verbs.sign(county, await arrived()))));

  beforeAll(async () => {
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    agent = await hotline.as('agent');
    county = await hotline.as('handler-nanshan');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await hotline?.close();
  });

  it('asks for more time on the phone; the typed form survives a reload', async () => {
    const { id } = await inHand();
    const phone = await as('handler-nanshan', `/tickets/${id}?do=help`, PHONE);
    const { page } = phone;
    await page.getByRole('button', { name: /申请延期/ }).click();
    const form = page.getByRole('form', { name: '申请延期' });
    await form.getByLabel('情况说明').fill(REASON);
    await kept(county, REASON);
    await form.getByText(/已保存/).waitFor();
    await look(phone);
    await page.reload();
    await page.getByText('已恢复上次填写的内容').waitFor();
    expect(await form.getByLabel('情况说明').inputValue()).toBe(REASON);
    await form.getByRole('combobox').first().click();
    await page.getByTitle('涉及人数多').click();
    await form.getByRole('button', { name: /提交/ }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('待深圳市总工会裁定').waitFor();
    expect((await show(county, id)).requests).toMatchObject([{ kind: 'extension', reason: REASON }]);
    const drafts = await county.raw('/api/drafts');
    expect(await drafts.json()).toEqual([]);
  }, 90_000);

  it('rules at the desk, where the header says that a ruling is owed and by when', async () => {
    const asked = await inHand();
    const plea = { reasonCode: 'many-people', reason: REASON, workingDays: 1, attachmentIds: [] };
    const answer = await county.post(`/api/tickets/${asked.id}/extensions`, plea, {
      'if-match': `"${asked.version}"`,
    });
    expect(answer.status).toBe(200);
    const desk = await as('handler-sz', `/tickets/${asked.id}`);
    const { page } = desk;
    const ruling = page.getByRole('form', { name: '裁定延期' });
    await page.getByText('裁定延期申请', { exact: true }).waitFor();
    await page
      .getByRole('timer')
      .getByText(/前裁定延期申请/)
      .waitFor();
    await ruling.getByRole('radio', { name: '同意延期' }).check();
    await ruling.getByLabel('裁定理由').fill('情况属实，准予延期。');
    await look(desk);
    await desk.press('Control+Enter');
    await ruling.waitFor({ state: 'detached' });
    await page.getByText('等待南山区总工会').first().waitFor();
    const [request] = (await show(county, asked.id)).requests;
    expect(request?.ruling).toMatchObject({ decision: 'granted' });
  }, 90_000);

  it('rules a return with the words typed before a reload', async () => {
    const asked = must(
      await verbs.requestReturn(county, await arrived(), {
        reasonCode: 'wrong-place',
        reason: '企业实际在宝安区经营。',
      }),
    );
    const desk = await as('handler-sz', `/tickets/${asked.id}`);
    const { page } = desk;
    const ruling = page.getByRole('form', { name: /裁定/ });
    await ruling.getByRole('radio', { name: /不予/ }).check();
    await ruling.getByLabel('裁定理由').fill('劳动合同履行地在南山，按用工所在地办理。');
    await kept(await hotline.as('handler-sz'), '按用工所在地办理');
    await page.reload();
    await ruling.getByText('已恢复上次填写的内容').waitFor();
    await look(desk);
    await ruling.getByRole('button', { name: '作出裁定' }).click();
    await ruling.waitFor({ state: 'detached' });
    const [ruled] = (await show(county, asked.id)).returns;
    expect(ruled?.ruling).toMatchObject({ decision: 'refused' });
  }, 90_000);

  it('lists a form that was begun and closed, and forgets it when told to', async () => {
    const { id } = await inHand();
    const desk = await as('handler-nanshan', `/tickets/${id}?do=pause`);
    const { page } = desk;
    const form = page.getByRole('form', { name: /挂起/ });
    await form.getByLabel('等待的单位或当事人').fill('深圳市人力资源和社会保障局');
    await kept(county, '深圳市人力资源和社会保障局');
    await form.getByRole('button', { name: '取消' }).click();
    const unsent = page.getByRole('region', { name: '未提交的草稿' });
    await unsent.getByRole('button', { name: '继续填写挂起' }).click();
    await form.getByText('已恢复上次填写的内容').waitFor();
    expect(await form.getByLabel('等待的单位或当事人').inputValue()).toBe('深圳市人力资源和社会保障局');
    await form.getByRole('button', { name: '取消' }).click();
    await look(desk);
    await unsent.getByRole('button', { name: '丢弃挂起的草稿' }).click();
    await unsent.waitFor({ state: 'detached' });
  }, 90_000);

  it('has no barrier on the way, and gave the browser nothing to complain about', () => {
    expect(barriers).toEqual([]);
    expect(windows.flatMap((window) => window.complaints)).toEqual([]);
  });
});
