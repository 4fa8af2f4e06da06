import type { Browser } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { type Hotline, startHotline } from '../support/hotline.js';
import { PracticeDesk } from '../support/practice-desk.js';
import { CHROMIUM, launch, PHONE, Window } from './browser.js';

const story = CHROMIUM ? describe : describe.skip;
const NUMBER = '14206650001';
const MASK = '142****0001';
const TYPED = '来电人称公司自三月起没有缴社保，';

interface Answered {
  id: string;
  arrived_at: Date;
  answered_at: Date;
  talk_ended_at: Date;
  contact_id: string;
}

/** One practice call from the ring to ready again, over a real switchboard's wire; what comes later stands on what came before. */
story('a call on the agent’s desk', () => {
  let hotline: Hotline;
  let browser: Browser;
  let practice: PracticeDesk;
  let desk: Window;
  let wall: Window;

  beforeAll(async () => {
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    practice = await PracticeDesk.open(hotline, 'agent');
    await eventually('the line is live', () => practice.isLive());
    desk = await (await Window.open(browser, hotline.base)).as('agent', '/desk');
    wall = await (await Window.open(browser, hotline.base)).as('supervisor', '/wallboard');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await practice?.close();
    await hotline?.close();
  });

  const pill = (state: string) => desk.page.locator(`.state-pill.state-${state}`);
  /** A square of the wall that says so. */
  const tile = (area: string, text: string | RegExp) =>
    wall.page.locator(`.wall-panel.wall-${area}`).filter({ hasText: text });
  const pop = () => desk.page.locator('.call-pop:not(.call-gone)');

  it('the agent signs in at the line and is ready', async () => {
    await pill('offline').click();
    await desk.page.getByText('签入话务').click();
    await pill('idle').waitFor();
    expect(await desk.barriers()).toEqual([]);
    await tile('agents', /坐席 1 人在岗.*就绪1/).waitFor();
    await tile('lines', '全部正常').waitFor();
    expect(await wall.barriers()).toEqual([]);
  }, 60_000);

  it('the call pops without taking the focus from a half-filled form', async () => {
    await desk.press('Alt+n');
    await desk.page.locator('#desk-text').fill(TYPED);
    await desk.page.locator('#desk-text').focus();
    practice.ring(NUMBER);
    await pop().getByText(MASK).waitFor();
    await pop().getByText('近一年首次来电').waitFor();
    await pill('ringing').waitFor();
    await tile('waiting', /正在等待1人/).waitFor();
    await tile('agents', /振铃1/).waitFor();
    await desk.type('未');
    expect(await desk.page.locator('#desk-text').inputValue()).toBe(`${TYPED}未`);
    expect(await desk.barriers()).toEqual([]);
  }, 60_000);

  it('shows itself on another page and on a phone as well', async () => {
    const other = await Window.open(browser, hotline.base, PHONE);
    await other.as('agent', '/call-backs');
    await other.page.locator('.call-pop').getByText(MASK).waitFor();
    expect(await other.barriers()).toEqual([]);
    await other.close();
  }, 60_000);

  it('is answered by a key and opens beside the form that was begun', async () => {
    const second = await (await Window.open(browser, hotline.base)).as('agent', '/desk');
    await second.page.locator('.call-pop').getByText(MASK).waitFor();
    await desk.press('Alt+a');
    await pill('talking').waitFor();
    await tile('waiting', /正在等待0人/).waitFor();
    await tile('agents', /通话1/).waitFor();
    await desk.page.locator('.contact-tab[aria-selected="true"]', { hasText: MASK }).waitFor();
    await desk.page.locator('.contact-tab', { hasText: '未填号码' }).waitFor();
    await desk.focused(desk.page.locator('[data-desk="kind"]'));
    expect(await pop().count()).toBe(0);
    // Another browser of the same person shows the state, and leaves the call where it was answered.
    await second.page.locator('.state-pill.state-talking').waitFor();
    await eventually('one screen has the call', async () => {
      const screens = await practice.behind.rows('select screen_id from call_screen');
      return screens.length === 1;
    });
    expect(await second.page.locator('.contact-tab', { hasText: MASK }).count()).toBe(0);
    expect(second.complaints).toEqual([]);
    await second.close();
  }, 60_000);

  it('shows the number for a written reason and a while, on record, in no address and in no store', async () => {
    const { page } = desk;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const bar = page.locator('.call-bar .call-reveal');
    await bar.getByRole('button', { name: '查看号码' }).click();
    await bar.getByLabel(/查看理由/).fill('断线回拨核对');
    expect(await desk.barriers()).toEqual([]);
    await desk.press('Enter');
    await bar.getByText(NUMBER).waitFor();
    await bar.getByText(/还显示 0[45]:/).waitFor();
    await desk.focused(bar.getByRole('button', { name: '隐藏' }));
    await desk.press('Escape');
    await bar.getByText(MASK).waitFor();
    await desk.focused(bar.getByRole('button', { name: '查看号码' }));
    expect(await page.getByText(NUMBER).count()).toBe(0);
    expect([...asked, page.url()].filter((url) => url.includes(NUMBER))).toEqual([]);
    const looks = await practice.behind.rows(
      `select a.reason, c.name from audit a join account c on c.id = a.actor_id where a.action = 'call-number-revealed'`,
    );
    expect(looks).toEqual([{ reason: '断线回拨核对', name: 'agent' }]);
  }, 60_000);

  it('is put on hold and taken back by a key', async () => {
    await desk.press('Alt+h');
    await pill('hold').waitFor();
    await desk.press('Alt+h');
    await pill('talking').waitFor();
  }, 60_000);

  it('hangs up by a key; the wrap-up counts down with the call still on the form', async () => {
    await desk.press('Alt+g');
    await pill('wrap-up').waitFor();
    await tile('agents', /话后1/).waitFor();
    await tile('connection', /100\.0%.*1 \/ 1/).waitFor({ timeout: 40_000 });
    expect(wall.complaints).toEqual([]);
    await desk.page.locator('.wrap-up [role="timer"]').waitFor();
    await desk.page.locator('.contact-tab[aria-selected="true"]', { hasText: '话后补录' }).waitFor();
    expect(await desk.barriers()).toEqual([]);
  }, 60_000);

  it('makes a ticket whose contact has the number and the times of the call', async () => {
    const { page } = desk;
    await desk.press('3');
    await page.locator('#desk-field').click();
    await desk.type('拖欠');
    await page.locator('.ant-cascader-menu-item').first().waitFor();
    await desk.press('Enter');
    await page.getByText('不保密').click();
    await page.locator('#desk-text').fill('公司拖欠两个月工资，要求补发。');
    await desk.press('Control+Shift+Enter');
    await page.locator('.done-sent').waitFor();
    const [call] = await practice.behind.rows<Answered>(
      `select k.id, k.arrived_at, v.answered_at, v.talk_ended_at, k.contact_id
       from call k join call_visit v on v.call_id = k.id where k.contact_id is not null`,
    );
    const contacts = await practice.behind.rows(
      `select c.id, c.started_at, c.answered_at, c.ended_at, c.outcome, i.phone_masked, c.ticket_id is not null as ticket
       from contact c left join identity i on i.id = c.identity_id`,
    );
    expect(contacts).toEqual([
      {
        id: call?.contact_id,
        started_at: call?.arrived_at,
        answered_at: call?.answered_at,
        ended_at: call?.talk_ended_at,
        outcome: 'open',
        phone_masked: MASK,
        ticket: true,
      },
    ]);
  }, 60_000);

  it('shows the number among the agent’s own rows of the report, not among those of his supervisor', async () => {
    const rows = async (name: string) => {
      const person = await hotline.as(name);
      const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
      const since = new Date(`${day}T00:00:00+08:00`).toISOString();
      const until = new Date(Date.parse(since) + 86_400_000).toISOString();
      const query = { since, until, result: 'answered' as const };
      const found = await person.api.GET('/api/call-reports/rows', { params: { query } });
      return found.data?.items.map(({ masked, revealable }) => [masked, revealable]);
    };
    expect(await rows('agent')).toEqual([[MASK, true]]);
    expect(await rows('supervisor')).toEqual([[MASK, false]]);
  }, 60_000);

  it('is written up, and the agent is ready for the next', async () => {
    await desk.press('Alt+w');
    await pill('idle').waitFor();
    practice.ring('anonymous');
    await pop().getByText('隐藏号码').waitFor();
    expect(desk.complaints).toEqual([]);
  }, 60_000);

  it('hatches the time nobody heard the line on every chart, with its name, its hours and whether the log filled it', async () => {
    const day = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const ago = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
    const hole = (from: Date, to: Date, mended: Date | null) =>
      practice.behind.rows(
        `insert into feed_gap (source_id, from_at, to_at, mended_at) select id, $1, $2, $3 from telephony_source`,
        [from, to, mended],
      );
    await hole(ago(100), ago(70), null);
    await hole(ago(60), ago(55), new Date());
    await hole(ago(1_500), ago(1_440), null);
    const { page } = await (
      await Window.open(browser, hotline.base)
    ).as('supervisor', `/board?from=${day(ago(2_880))}&to=${day(ago(0))}`);
    const band = (state: string) => page.locator(`.gap-band[title*="练习线"][title*="${state}"]`);
    await page.locator('.trend .gap-band[title*="未计入"]').first().waitFor();
    await page.locator('.tail-gap', { hasText: '练习线中断' }).waitFor();
    await page.goto(`${hotline.base}/call-figures`);
    await page.locator('.gap-strip').waitFor();
    await band('未计入').first().waitFor();
    await band('已按话务日志补齐').waitFor();
    await page.goto(`${hotline.base}/call-reports?from=${day(ago(1_500))}&to=${day(ago(0))}&step=60`);
    await page.locator('.report-chart .gap-band[title*="未计入"]').first().waitFor();
    await page.goto(`${hotline.base}/wallboard`);
    await page.locator('.wall-connection .wall-gap:not(.is-mended)').waitFor({ state: 'attached' });
    await page.locator('.wall-connection .wall-gap.is-mended').waitFor({ state: 'attached' });
    await page.locator('.wall-flags').getByText('0 / 0 / 0').waitFor();
    await page.locator('.wall-alerts').getByText('紧急未读 0').waitFor();
  }, 90_000);
});
