import type { Browser, Locator } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { type Hotline, startHotline } from '../support/hotline.js';
import { PracticeDesk } from '../support/practice-desk.js';
import { CHROMIUM, launch, PHONE, Window } from './browser.js';
import { ticketToCallBack } from './rated-ticket.js';

const story = CHROMIUM ? describe : describe.skip;
// The practice line answers for a number by its last digit: 1 takes the call, 8 is busy.
const ANSWERS = '13800138001';
const BUSY = '13800138008';
const NOTE = '职工说补发已到账，';

interface Attempt {
  reached: boolean;
  why: string | null;
  result: string | null;
  arrived_at: Date | null;
  answered_at: Date | null;
  talk_ended_at: Date | null;
  recording: string | null;
  masked: string | null;
}

/** A call-back dialled on a practice line, in two browsers of one person; what comes later stands on what came before. */
story('a call-back dialled from the desk', () => {
  let hotline: Hotline;
  let browser: Browser;
  let practice: PracticeDesk;
  let desk: Window;
  let other: Window;
  let ticket: string;
  let busy: string;

  beforeAll(async () => {
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    practice = await PracticeDesk.open(hotline, 'agent');
    ticket = (await ticketToCallBack(hotline, 'dialled-call-back', ANSWERS)).id;
    busy = (await ticketToCallBack(hotline, 'busy-call-back', BUSY)).id;
    await eventually('the line is live', () => practice.isLive());
    desk = await (await Window.open(browser, hotline.base)).as('agent', '/desk');
    await desk.page.locator('.state-pill.state-offline').click();
    await desk.page.getByText('签入话务').click();
    await desk.page.locator('.state-pill.state-idle').waitFor();
    other = await Window.open(browser, hotline.base, PHONE);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await practice?.close();
    await hotline?.close();
  });

  const state = (window: Window, words: string | RegExp): Locator =>
    window.page.locator('.dial-state', { hasText: words });
  const dialKey = (window: Window): Locator => window.page.locator('.dial-line button').first();
  const chosen = (words: string): Locator =>
    desk.page.locator('.choice-option.is-on', { hasText: new RegExp(`^${words}$`) });
  const attempts = (id: string): Promise<Attempt[]> =>
    practice.behind.rows<Attempt>(
      `select b.reached, b.not_reached_reason as why, k.result, k.arrived_at, k.answered_at, k.talk_ended_at, k.recording,
         k.caller_masked as masked
       from call_back b left join call k on k.id = b.call_id where b.ticket_id = '${id}' order by b.at`,
    );

  it('rings, is taken and shows its times while the form is being written', async () => {
    await desk.go(`/call-backs?ticket=${ticket}`);
    await other.as('agent', `/call-backs?ticket=${ticket}`);
    await dialKey(desk).click();
    await state(desk, /正在/).waitFor();
    const note = desk.page.getByLabel('回访备注');
    await note.fill(NOTE);
    await note.focus();
    await state(desk, '正在呼叫职工').waitFor();
    await state(other, '正在呼叫职工').waitFor();
    expect(await dialKey(other).isDisabled()).toBe(true);
    await desk.type('谢谢');
    await state(desk, '通话中').waitFor();
    await state(other, '通话中').waitFor();
    await chosen('接通').waitFor();
    expect(await note.inputValue()).toBe(`${NOTE}谢谢`);
    await desk.focused(note);
    expect(await desk.page.locator('.call-pop').count()).toBe(0);
    expect([...(await desk.barriers()), ...(await other.barriers())]).toEqual([]);
  }, 60_000);

  it('ends by a key, and the attempt is saved with the times of the call', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '挂断' }).first().click();
    await state(desk, '通话结束').waitFor();
    await page.locator('.dial-times', { hasText: /拨出.*呼叫.*接通.*结束.*通话.*录音/ }).waitFor();
    const choose = (group: string | RegExp, option: string) =>
      page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: option, exact: true }).check();
    await choose('问题是否解决', '已解决');
    await choose('职工满意度', '满意');
    await choose('话务满意度', '满意');
    expect(await desk.barriers()).toEqual([]);
    await page.getByRole('button', { name: /保存回访/ }).click();
    await eventually('the attempt is on record', async () => (await attempts(ticket)).length === 1);
    const [attempt] = await attempts(ticket);
    expect(attempt).toMatchObject({ reached: true, why: null, result: 'answered', masked: '138****8001' });
    expect(attempt?.recording).toMatch(/^practice\/[0-9a-f-]{36}\.wav$/);
    const times = [attempt?.arrived_at, attempt?.answered_at, attempt?.talk_ended_at].map(Number);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    await desk.go(`/tickets/${ticket}`);
    await page
      .getByText(/拨出 .*接通 .*结束 .*通话 .*录音/)
      .first()
      .waitFor();
    expect(await desk.barriers()).toEqual([]);
  }, 60_000);

  it('proposes what the network said of a number that is busy, and leaves the choice to the person', async () => {
    await desk.go(`/call-backs?ticket=${busy}`);
    const wrapUp = desk.page.getByRole('button', { name: /整理完毕/ });
    if (await wrapUp.count()) await desk.press('Alt+w');
    await dialKey(desk).click();
    await state(desk, '对方忙').waitFor();
    await chosen('未接通').waitFor();
    await chosen('占线').waitFor();
    await desk.page.getByText('这一次是用其他电话打的').waitFor();
    await desk.page.getByRole('radio', { name: '无人接听', exact: true }).check();
    await desk.page.getByRole('button', { name: /保存回访/ }).click();
    await eventually('the attempt is on record', async () => (await attempts(busy)).length === 1);
    expect(await attempts(busy)).toMatchObject([
      { reached: false, why: 'no-answer', result: 'busy', answered_at: null },
    ]);
    const said = JSON.stringify(
      await practice.behind.rows(
        `select facts from audit where action = 'call-dialled' union all select to_jsonb(d) from presence_dial d`,
      ),
    );
    expect(said).not.toContain('1380013800');
    expect([...desk.complaints, ...other.complaints]).toEqual([]);
  }, 60_000);
});
