import type { Browser } from 'playwright-core';
import { type Hotline, type Person, startHotline } from '../support/hotline.js';
import { comesTo, handleAndReport, open as openTicket } from '../support/moves.js';
import { CHROMIUM, launch, Window } from './browser.js';

const story = CHROMIUM ? describe : describe.skip;

/** Timers without a delay fire late, as in a busy browser: what an answer brought is drawn after its form has closed. */
const LATE = `const prompt = window.setTimeout;
  window.setTimeout = (run, ms = 0, ...rest) => prompt(run, ms === 0 ? 60 : ms, ...rest);`;

story('a slow page', () => {
  let hotline: Hotline;
  let browser: Browser;
  let agent: Person;
  let county: Person;

  beforeAll(async () => {
    [hotline, browser] = await Promise.all([startHotline(), launch()]);
    agent = await hotline.as('agent');
    county = await hotline.as('handler-nanshan');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await hotline?.close();
  });

  it('does not open a form again that has been sent', async () => {
    const arrived = await comesTo(county, await openTicket(agent), 'dispatched');
    const { id } = await handleAndReport(county, arrived);
    const window = await Window.open(browser, hotline.base);
    await window.page.addInitScript(LATE);
    await window.as('handler-sz', `/tickets/${id}`);
    const form = window.page.getByRole('form', { name: '审核报结' });
    await form.getByRole('radio', { name: '通过', exact: true }).check();
    await window.press('Control+Enter');
    await window.page.locator('.idle-panel').getByText('审核报结').waitFor();
    expect(await form.count()).toBe(0);
    expect(window.complaints).toEqual([]);
  }, 60_000);
});
