import { unitId } from '@hotline/organization';
import type { Browser } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { type Hotline, type Person, startHotline } from '../support/hotline.js';
import { must } from '../support/moves.js';
import { CHROMIUM, launch, Window } from './browser.js';
import { chineseOn, everywhere, offline, speak, unexpected } from './looks.js';

const story = CHROMIUM ? describe : describe.skip;
const NATION = unitId('cn');
const DAY_MS = 86_400_000;

/** The Monday so many weeks from this one, in Asia/Shanghai. */
function monday(weeks: number): string {
  const now = new Date(Date.now() + 8 * 3_600_000);
  const back = (now.getUTCDay() + 6) % 7;
  return new Date(now.getTime() + (weeks * 7 - back) * DAY_MS).toISOString().slice(0, 10);
}

/** 班表: a week typed like a sheet, copied on, and kept when somebody else was quicker. */
story('the roster', () => {
  let hotline: Hotline;
  let browser: Browser;
  let leader: Window;
  let admin: Person;

  beforeAll(async () => {
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    admin = await hotline.as('admin');
    leader = await (await Window.open(browser, hotline.base)).as('supervisor', `/shifts?week=${monday(1)}`);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await hotline?.close();
  });

  const cell = (day: string) => leader.page.getByRole('textbox', { name: new RegExp(`林小禾 ${day}`) });
  /** A draft comes a moment after the sheet. */
  const reads = (day: string, text: string) =>
    eventually(`${day} reads ${text}`, async () => (await cell(day).inputValue()) === text);
  const save = () => leader.page.getByRole('button', { name: '保存', exact: true });
  const stored = async (week: string) =>
    must(
      await admin.api.GET('/api/units/{id}/shift-weeks/{monday}', {
        params: { path: { id: NATION, monday: week } },
      }),
    );

  it('is typed with the keyboard alone, and says which cell cannot be read', async () => {
    await cell('周一').waitFor();
    expect(await save().isDisabled()).toBe(true);
    await cell('周一').focus();
    await leader.type('8-16');
    await leader.press('ArrowRight');
    await leader.focused(cell('周二'));
    await leader.type('八点到四点');
    await leader.press('ArrowRight');
    await leader.type('22-6');
    await leader.page.getByText('有 1 格读不懂').waitFor();
    expect(await cell('周二').getAttribute('aria-invalid')).toBe('true');
    expect(await save().isDisabled()).toBe(true);
    expect(await everywhere(leader, cell('周二'))).toEqual([]);
    await cell('周二').fill('8-12/13-17');
    await leader.page
      .getByText(/已保存/)
      .first()
      .waitFor();
    await leader.page.reload();
    await cell('周三').waitFor();
    await reads('周三', '22-6');
    await save().click();
    await leader.page.getByText('班表已保存').waitFor();
    const { shifts } = await stored(monday(1));
    expect(shifts.map(({ from, to }) => `${from}-${to}`).sort()).toEqual([
      '08:00-12:00',
      '08:00-16:00',
      '13:00-17:00',
      '22:00-06:00',
    ]);
    await leader.page.getByText(/郑国栋.*保存/).waitFor();
  }, 60_000);

  it('is copied to the week after', async () => {
    await leader.page.getByRole('button', { name: '下一周' }).click();
    await leader.page.waitForURL(`**week=${monday(2)}**`);
    await cell('周一').waitFor();
    expect(await cell('周一').inputValue()).toBe('');
    await leader.page.getByRole('button', { name: '复制上周' }).click();
    await leader.page.getByText('已填入上周的班，保存后生效').waitFor();
    await reads('周二', '8-12/13-17');
    await save().click();
    await leader.page.getByText('班表已保存').first().waitFor();
    await save().and(leader.page.locator(':disabled')).waitFor();
    expect((await stored(monday(2))).shifts).toHaveLength(4);
  }, 60_000);

  it('keeps mine when somebody else has saved first', async () => {
    await cell('周五').fill('9-18');
    const { version, people } = await stored(monday(2));
    const accountId = people.find(({ name }) => name === '林小禾')?.accountId ?? '';
    const theirs = [{ accountId, day: monday(2), from: '10:00', to: '15:00' }];
    must(
      await admin.api.PUT('/api/units/{id}/shift-weeks/{monday}', {
        params: { path: { id: NATION, monday: monday(2) } },
        body: { basedOn: version, shifts: theirs },
      }),
    );
    await save().click();
    await leader.page.getByRole('alert').getByText('系统管理员 刚保存了这一周').waitFor();
    expect(await cell('周五').inputValue()).toBe('9-18');
    await leader.page
      .locator('td')
      .filter({ has: cell('周一') })
      .waitFor();
    await reads('周一', '10-15');
    expect(await leader.barriers()).toEqual([]);
    await save().click();
    await leader.page.getByRole('alert').filter({ hasText: '刚保存了' }).waitFor({ state: 'detached' });
    const { shifts } = await stored(monday(2));
    expect(shifts.map(({ from }) => from).sort()).toEqual(['09:00', '10:00']);
    expect(unexpected(leader, '409')).toEqual([]);
  }, 60_000);

  it('keeps what is typed while the network is gone', async () => {
    await offline(leader, async () => {
      await cell('周六').fill('9-12');
      await save().click();
      await leader.page.locator('.ant-message-error').waitFor();
      expect(await cell('周六').inputValue()).toBe('9-12');
    });
    await save().click();
    await save().and(leader.page.locator(':disabled')).waitFor();
    expect((await stored(monday(2))).shifts).toHaveLength(3);
  }, 60_000);

  it('is read by agents, is empty in a unit without any, and speaks English', async () => {
    const agent = await (await Window.open(browser, hotline.base)).as('agent', `/shifts?week=${monday(2)}`);
    await agent.page.getByText('9-18').waitFor();
    expect(await agent.page.getByRole('textbox').count()).toBe(0);
    expect(await agent.barriers()).toEqual([]);
    await agent.close();
    await leader.go(`/shifts?week=${monday(2)}&unit=${unitId('110000')}`);
    await leader.page.getByText('这个单位还没有坐席账号').waitFor();
    expect(await everywhere(leader, leader.page.getByText('这个单位还没有坐席账号'))).toEqual([]);
    await leader.go(`/shifts?week=${monday(2)}`);
    await speak(leader, 'en');
    await leader.page.getByRole('textbox').first().waitFor();
    expect(await chineseOn(leader, ['中华全国总工会', '林小禾', '叶知秋', '郑国栋', '系统管理员'])).toEqual(
      [],
    );
    expect(unexpected(leader, '409', 'ERR_INTERNET_DISCONNECTED')).toEqual([]);
  }, 60_000);
});
