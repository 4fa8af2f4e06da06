import { eventually } from '../support/eventually.js';
import type { Hotline, Person } from '../support/hotline.js';

type Step = (person: Person, tail: string, body?: object) => Promise<void>;

/** One ticket of 南山区, handled, reviewed, called back, rated 满意 and closed: what the board already counts. */
export async function rateOneTicket(hotline: Hotline, key: string): Promise<void> {
  const agent = await hotline.as('agent');
  const { step } = await ticketToCallBack(hotline, key);
  const rating = { reached: true, solved: 'yes', handlingRating: 'satisfied', callRating: 'satisfied' };
  await step(agent, 'call-backs', rating);
  await step(agent, 'close');
}

/** One ticket of 南山区, handled and accepted all the way up: its worker is owed a call. */
export async function ticketToCallBack(
  hotline: Hotline,
  key: string,
  number = '13800138001',
): Promise<{ id: string; step: Step }> {
  const agent = await hotline.as('agent');
  const county = await hotline.as('handler-nanshan');
  const { data, error } = await agent.api.POST('/api/tickets', {
    params: { header: { 'Idempotency-Key': key } },
    body: {
      contact: {
        channel: 'call',
        number,
        startedAt: new Date(Date.now() - 60_000).toISOString(),
        answeredAt: new Date(Date.now() - 55_000).toISOString(),
        endedAt: new Date().toISOString(),
        outcome: 'open',
      },
      kind: 'complaint',
      field: 'pay',
      difficulty: 'general',
      urgency: 'general',
      places: { workplace: { code: '440305' } },
      confidentiality: 'open',
      title: `拖欠工资 ${key}`,
      text: '上个月的工资没有发。',
    },
  });
  if (!data) throw new Error(JSON.stringify(error));
  const path = `/api/tickets/${data.id}`;
  const step: Step = async (person, tail, body = {}) => {
    const now = (await (await person.raw(path)).json()) as { version: number };
    const answer = await person.post(`${path}/${tail}`, body, { 'if-match': `"${now.version}"` });
    if (!answer.ok) throw new Error(`${tail}: ${await answer.text()}`);
  };
  await eventually('the ticket is at the county', async () => {
    const answer = await county.raw(path);
    return answer.ok && ((await answer.json()) as { state: string }).state === 'dispatched';
  });
  await step(county, 'sign');
  await step(county, 'worker-contacts', { means: 'call', reached: true, note: '已核实。' });
  await step(county, 'reports', { outcome: 'mediated', narrative: '已经补发。', proof: {} });
  for (const name of ['handler-sz', 'handler-gd', 'handler'])
    await step(await hotline.as(name), 'reviews', { decision: 'accept' });
  return { id: data.id, step };
}
