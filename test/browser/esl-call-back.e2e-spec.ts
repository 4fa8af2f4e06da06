import { RecordedEventSocket, type SocketCall } from '@hotline/practice-line';
import type { Browser, Locator } from 'playwright-core';
import { Behind } from '../support/behind.js';
import { eventually } from '../support/eventually.js';
import { type Hotline, startHotline } from '../support/hotline.js';
import { must, unitWithCode } from '../support/moves.js';
import { sampleEsl } from '../support/telephony-sample.js';
import { CHROMIUM, launch, Window } from './browser.js';
import { ticketToCallBack } from './rated-ticket.js';

const story = CHROMIUM ? describe : describe.skip;
const PASSWORD = 'ClueCon-12351';
const NUMBER = '13800138001';
const SLOW = { timeout: 30_000 };
/** Of the recording: its agents are there, nobody has called yet. */
const AGENTS_ONLY = 9;
/** What the network says, what the page says of it, and which choice of the form is proposed. */
const ENDS = [
  ['USER_BUSY', '486', '对方忙', '占线'],
  ['SUBSCRIBER_ABSENT', '480', '关机或不在服务区', '关机'],
  ['UNALLOCATED_NUMBER', '404', '号码有误', '号码有误'],
  ['CALL_REJECTED', '603', '对方拒接', '无人接听'],
] as const;

/** A call-back dialled at a FreeSWITCH: the form hears of it as of one at an Asterisk. */
story('a call-back dialled at a FreeSWITCH', () => {
  let hotline: Hotline;
  let browser: Browser;
  let behind: Behind;
  let line: RecordedEventSocket;
  let desk: Window;
  let ticket: string;

  beforeAll(async () => {
    const wire = { host: '127.0.0.1', port: 0, password: PASSWORD, recording: sampleEsl() };
    line = new RecordedEventSocket({ ...wire, now: () => Date.now() });
    line.step(AGENTS_ONLY);
    const port = await line.open();
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    behind = await Behind.of(hotline);
    const admin = await hotline.as('admin');
    const { id } = must(
      await admin.api.POST('/api/telephony/sources', {
        body: {
          name: '深圳自由交换',
          kind: 'esl',
          unitId: await unitWithCode(admin, 'cn'),
          settings: { host: '127.0.0.1', port, username: '', tls: false },
          secret: PASSWORD,
        },
      }),
    );
    const [account] = await behind.rows<{ id: string }>(`select id from account where name = 'agent'`);
    const telephone = {
      kind: 'desk' as const,
      address: 'user/8001',
      name: '8001',
      queues: ['q12351@default'],
    };
    must(
      await admin.api.POST('/api/telephony/sources/{id}/telephones', {
        params: { path: { id } },
        body: { ...telephone, accountId: account?.id ?? '' },
      }),
    );
    ticket = (await ticketToCallBack(hotline, 'esl-call-back', NUMBER)).id;
    await eventually(
      'the line is live',
      async () =>
        (await behind.rows<{ state: string }>(`select state from telephony_feed where feed = 'esl'`))[0]
          ?.state === 'live',
      30_000,
    );
    desk = await (await Window.open(browser, hotline.base)).as('agent', '/desk');
    await desk.page.locator('.state-pill.state-offline').click();
    await desk.page.getByText('签入话务').click();
    await desk.page.locator('.state-pill.state-idle').waitFor(SLOW);
  }, 150_000);

  afterAll(async () => {
    await browser?.close();
    await behind?.close();
    await hotline?.close();
    await line?.close();
  });

  const state = (words: string | RegExp): Locator => desk.page.locator('.dial-state', { hasText: words });
  const chosen = (words: string): Locator =>
    desk.page.locator('.choice-option.is-on', { hasText: new RegExp(`^${words}$`) });
  const dial = async (): Promise<SocketCall> => {
    const before = line.dialled.length;
    await desk.go(`/call-backs?ticket=${ticket}`);
    const wrapUp = desk.page.getByRole('button', { name: /整理完毕/ });
    if (await wrapUp.count()) await desk.press('Alt+w');
    await desk.page.locator('.dial-line button').first().click();
    return eventually('it is ordered', async () => line.dialled[before] ?? null);
  };

  it('rings, is taken and ends under the form, with its times', async () => {
    const call = await dial();
    await state(/正在接通您的话机/).waitFor(SLOW);
    call.pickUp();
    await state('正在呼叫职工').waitFor(SLOW);
    call.answer();
    await state('通话中').waitFor(SLOW);
    await chosen('接通').waitFor(SLOW);
    expect(await desk.barriers()).toEqual([]);
    await desk.page.getByRole('button', { name: '挂断' }).first().click();
    await state('通话结束').waitFor(SLOW);
    expect(call.isOver).toBe(true);
    await desk.page.locator('.dial-times', { hasText: /拨出.*呼叫.*接通.*结束.*通话/ }).waitFor(SLOW);
    const rows = await behind.rows(
      `select direction, result, caller_masked as masked from call where direction <> 'in'`,
    );
    expect(rows).toEqual([{ direction: 'out', result: 'answered', masked: '138****8001' }]);
  }, 90_000);

  it.each(ENDS)(
    'that ends by %s (SIP %s) says “%s” and proposes %s',
    async (cause, sip, words, proposal) => {
      const call = await dial();
      call.pickUp();
      await state('正在呼叫职工').waitFor(SLOW);
      call.fail(cause, sip);
      await state(words).waitFor(SLOW);
      await chosen('未接通').waitFor();
      await chosen(proposal).waitFor();
    },
    60_000,
  );

  it('complains of nothing', () => expect(desk.complaints).toEqual([]));
});
