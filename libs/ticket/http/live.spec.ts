import { SignHop } from '@hotline/handling';
import { type Actor } from '@hotline/organization';
import { CaseHouse } from '../../../test/support/case-house.js';
import { eventually } from '../../../test/support/eventually.js';
import type { Person } from '../../../test/support/hotline.js';

let house: CaseHouse;
let county: Person;
let hunan: Person;
let handler: Actor;
beforeAll(async () => {
  house = await CaseHouse.open();
  county = await house.hotline.as('handler-nanshan');
  hunan = await house.hotline.as('handler-hn');
  handler = await house.actor(['handler', '440305']);
}, 60_000);
afterAll(() => house.close());

/** What a screen has been told so far. */
async function follow(person: Person) {
  const ended = new AbortController();
  const response = await person.raw('/api/live', { signal: ended.signal });
  const seen = { text: '', over: false, response };
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? [])
      seen.text += decoder.decode(chunk as Uint8Array, { stream: true });
    seen.over = true;
  })().catch(() => undefined);
  return { seen, end: () => ended.abort() };
}

describe('following live', () => {
  it('tells a screen what happens in its own subtree, as ids and versions', async () => {
    const [near, far] = [await follow(county), await follow(hunan)];
    expect(near.seen.response.headers.get('content-type')).toContain('text/event-stream');
    await eventually('both streams are open', async () => near.seen.text !== '' && far.seen.text !== '');
    const id = await house.arrived();
    await house.get(SignHop).run(handler, id, await house.version(id));
    const told = await eventually('the signing is told', async () =>
      near.seen.text.includes('"state":"handling"') ? near.seen.text : null,
    );
    expect(told).toContain(`data: {"id":"${id}","version":5,"state":"handling"`);
    expect(await eventually('the notice is told', async () => near.seen.text.includes('event: notice'))).toBe(
      true,
    );
    expect(near.seen.text).toContain('"kind":"hop-arrived"');
    expect(far.seen.text).not.toContain(id);
    near.end();
    // The other one stays open: closing the house has to end it.
  });

  it('is for people who are signed in', async () => {
    const response = await county.withoutSession().raw('/api/live');
    expect([response.status, response.headers.get('content-type')]).toEqual([
      401,
      'application/problem+json; charset=utf-8',
    ]);
  });
});

describe('a stale change', () => {
  it('is answered with the present copy', async () => {
    const id = await house.arrived();
    const version = await house.version(id);
    const first = await county.post(`/api/tickets/${id}/sign`, {}, { 'if-match': `"${version}"` });
    expect(first.status).toBe(200);
    const second = await county.post(`/api/tickets/${id}/sign`, {}, { 'if-match': `"${version}"` });
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({
      code: 'stale-version',
      current: { id, version: version + 1, state: 'handling' },
    });
  });

  it('of an invisible ticket says no more than of an absent one', async () => {
    const id = await house.arrived();
    const ask = async (asked: string) => {
      const response = await hunan.post(`/api/tickets/${asked}/sign`, {}, { 'if-match': '"1"' });
      const { requestId: _, ...body } = (await response.json()) as Record<string, unknown>;
      return [response.status, body];
    };
    expect(await ask(id)).toEqual(await ask('00000000-0000-7000-8000-00000000abcd'));
  });
});

it('an ETag is the version for If-Match', async () => {
  const id = await house.arrived();
  const response = await county.raw(`/api/tickets/${id}`);
  expect(response.headers.get('etag')).toBe(`"${await house.version(id)}"`);
});
