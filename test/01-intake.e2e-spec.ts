import { randomUUID } from 'node:crypto';
import { Behind } from './support/behind.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import { aCall, aCase, must, NANSHAN, open, show } from './support/moves.js';

const NUMBER = '13800138000';
/** What a clock still has left changes while the test runs. */
const withoutCountdown = (ticket: object): unknown =>
  JSON.parse(JSON.stringify(ticket, (name, value: unknown) => (name === 'remaining' ? undefined : value)));

const EMPLOYER = '岭澄（深圳）精密电子科技有限公司';

/** A worker approaches: answered at once, or a ticket is opened, and nothing typed is lost. */
describe('intake', () => {
  let hotline: Hotline;
  let behind: Behind;
  let agent: Person;
  let guangdong: Person;

  beforeAll(async () => {
    hotline = await startHotline({ workers: false });
    behind = await Behind.of(hotline);
    agent = await hotline.as('agent');
    guangdong = await hotline.as('agent-gd');
  }, 60_000);

  afterAll(async () => {
    await behind?.close();
    await hotline?.close();
  });

  const drafts = async (person: Person) => must(await person.api.GET('/api/drafts'));
  const save = (person: Person, id: string, version: number, text: string) =>
    person.api.PUT('/api/drafts/{id}', {
      params: { path: { id } },
      body: { version, purpose: 'contact', subjectId: null, body: { text } },
    });
  const upload = (person: Person, name: string, content: string) =>
    person.raw(`/api/attachments?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body: content,
      headers: { 'content-type': 'application/octet-stream' },
    });

  describe('a question', () => {
    it('is answered and closed in one step, without a ticket', async () => {
      const contact = must(
        await agent.api.POST('/api/contacts', {
          body: aCall({
            number: NUMBER,
            callerName: '赵小明',
            kind: 'consult',
            field: 'pay',
            summary: '离职工资什么时候结清',
            answer: '解除劳动合同时一次付清。',
            callRating: 'satisfied',
          }),
        }),
      );
      expect(contact).toMatchObject({
        numberMasked: '138****8000',
        callerNameMasked: '赵*明',
        outcome: 'answered',
        ticketId: null,
        agent: { displayName: '林小禾' },
      });
      expect(contact.no).toMatch(/^\d{8}-\d{5,}$/);
      expect(await behind.count('ticket')).toBe(0);
      const mine = must(await agent.api.GET('/api/contacts', { params: { query: { mine: true } } }));
      expect(mine.items.map((one) => one.id)).toEqual([contact.id]);
      expect(JSON.stringify(mine)).not.toContain(NUMBER);
    });

    it('missed is logged as missed, and nobody rates it', async () => {
      const { answeredAt: _, ...missed } = aCall({ outcome: 'abandoned' });
      expect(must(await agent.api.POST('/api/contacts', { body: missed })).answeredAt).toBeNull();
      const rated = await agent.api.POST('/api/contacts', { body: { ...missed, callRating: 'satisfied' } });
      expect(rated.error).toMatchObject({ code: 'rating-without-contact', field: 'callRating' });
    });
  });

  describe('a ticket', () => {
    it('carries four places, the worker masked, and the words as they were said', async () => {
      const ticket = await open(agent, {
        contact: aCall({ outcome: 'open', number: NUMBER, callerName: '赵小明' }),
        tags: ['migrant'],
        employer: EMPLOYER,
        people: 23,
        places: { workplace: { code: NANSHAN }, caller: { code: '430104', guessed: true } },
        worker: {
          name: '赵小明',
          phone: NUMBER,
          idNumber: '11010519491231002X',
          address: '深圳市南山区科苑路 1 号',
        },
        text: '𠮷某：工资一直没发。',
      });
      expect(ticket).toMatchObject({
        state: 'queued',
        version: 1,
        people: 23,
        text: '𠮷某：工资一直没发。',
        places: {
          workplace: { code: NANSHAN, name: '广东省深圳市南山区', guessed: false },
          caller: { code: '430104', guessed: true },
          employerSeat: { code: null },
          insurance: { code: null },
        },
        identity: { nameMasked: '赵*明', phoneMasked: '138****8000', withheld: false },
      });
      expect(ticket.dueAt).not.toBeNull();
      expect(ticket.clocks.map((clock) => clock.kind).sort()).toEqual(['dispatch', 'promise']);
      const shown = await show(agent, ticket.id);
      expect(withoutCountdown(shown)).toEqual(withoutCountdown(ticket));
      expect(JSON.stringify(shown)).not.toMatch(/13800138000|11010519491231002X|科苑路|赵小明/);
    });

    it('follows from a contact logged before, once', async () => {
      const contact = must(await agent.api.POST('/api/contacts', { body: aCall({ outcome: 'open' }) }));
      const { contact: _, ...rest } = aCase();
      const body = { ...rest, contactId: contact.id };
      const ticket = must(await agent.api.POST('/api/tickets', { params: {}, body }));
      expect(ticket.contacts.map((one) => one.id)).toEqual([contact.id]);
      const again = await agent.api.POST('/api/tickets', { params: {}, body });
      expect(again.error).toMatchObject({ code: 'unknown-contact', status: 422 });
    });

    it('of an anonymous worker keeps no identity, whatever is sent', async () => {
      const before = await behind.count('identity');
      const ticket = await open(agent, {
        confidentiality: 'anonymous',
        worker: { name: '赵小明', phone: NUMBER },
      });
      expect(ticket.identity).toMatchObject({ nameMasked: null, phoneMasked: null });
      expect(await behind.count('identity')).toBe(before);
    });

    it.each([
      ['a place nobody knows', { places: { workplace: { code: '999999' } } }, 'unknown-place'],
      ['a field nobody knows', { field: 'weather' }, 'unknown-category'],
      ['an item of another field', { item: 'injury.none' }, 'unknown-category'],
      ['a wrong check character', { worker: { idNumber: '110105194912310021' } }, 'invalid-input'],
      ['no telephone number', { worker: { phone: '12' } }, 'invalid-input'],
    ] as const)('with %s is refused and stores nothing', async (_, change, code) => {
      const before = await behind.census();
      const { error } = await agent.api.POST('/api/tickets', { params: {}, body: aCase(change) });
      expect(error).toMatchObject({ code, status: 422 });
      expect(await behind.census()).toEqual(before);
    });
  });

  describe('a repeated submission', () => {
    it('twenty times at once makes one ticket, and all twenty get it', async () => {
      const before = await behind.count('ticket');
      const body = aCase();
      const params = { header: { 'Idempotency-Key': 'twenty-at-once' } };
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => agent.api.POST('/api/tickets', { params, body })),
      );
      expect(new Set(answers.map((one) => must(one).id)).size).toBe(1);
      expect(await behind.count('ticket')).toBe(before + 1);
    });

    it('with another body is refused', async () => {
      const params = { header: { 'Idempotency-Key': 'same-key-other-body' } };
      must(await agent.api.POST('/api/tickets', { params, body: aCase() }));
      const other = await agent.api.POST('/api/tickets', { params, body: aCase({ title: '另一件事' }) });
      expect(other.error).toMatchObject({ code: 'same-key-other-body', status: 422 });
      const contact = await agent.api.POST('/api/contacts', { params, body: aCall() });
      expect(contact.error).toMatchObject({ code: 'same-key-other-body' });
    });

    it('with another person’s key is a submission of its own', async () => {
      const params = { header: { 'Idempotency-Key': 'anybody-can-guess-1' } };
      const body = aCase();
      const mine = must(await agent.api.POST('/api/tickets', { params, body }));
      const theirs = must(await guangdong.api.POST('/api/tickets', { params, body }));
      expect(theirs.id).not.toBe(mine.id);
    });
  });

  describe('a draft', () => {
    it('is kept, refuses a stale save with the newer copy, and is gone once handed in', async () => {
      const id = randomUUID();
      expect(must(await save(agent, id, 0, '职工反映')).version).toBe(1);
      expect(must(await save(agent, id, 1, '职工反映拖欠')).version).toBe(2);
      const stale = await save(agent, id, 1, '另一个窗口');
      expect(stale.error).toMatchObject({
        code: 'stale-version',
        status: 409,
        current: { version: 2, body: { text: '职工反映拖欠' } },
      });
      expect((await drafts(agent)).map((one) => one.id)).toEqual([id]);
      expect(await drafts(guangdong)).toEqual([]);
      must(await agent.api.POST('/api/contacts', { body: aCall({ draftId: id }) }));
      expect(await drafts(agent)).toEqual([]);
      expect((await save(agent, id, 2, '迟到的保存')).error).toMatchObject({ status: 404 });
    });

    it('given up is gone for its writer alone', async () => {
      const id = randomUUID();
      must(await save(agent, id, 0, '写了一半'));
      await guangdong.api.DELETE('/api/drafts/{id}', { params: { path: { id } } });
      expect(await drafts(agent)).toHaveLength(1);
      await agent.api.DELETE('/api/drafts/{id}', { params: { path: { id } } });
      expect(await drafts(agent)).toEqual([]);
    });
  });

  describe('the caller', () => {
    it.each([
      ['13800138000', 'mobile-prefix'],
      ['0755-26541234', 'area-code'],
      ['10086', null],
    ])('%s is placed by a guess: %s', async (number, basis) => {
      const guess = must(await agent.api.POST('/api/places/guess', { body: { number } }));
      expect(guess.basis).toBe(basis);
      expect(guess.place === null).toBe(basis === null);
    });

    it('is known again by number and by employer, through masks', async () => {
      const caller = must(
        await agent.api.POST('/api/callers/lookup', { body: { number: NUMBER, employer: EMPLOYER } }),
      );
      expect(caller).toMatchObject({
        numberMasked: '138****8000',
        nameMasked: '赵*明',
        lastRating: 'satisfied',
        sameEmployer: { total: 1, ticket: { employer: EMPLOYER } },
      });
      expect(caller.contactsLastYear).toBeGreaterThanOrEqual(2);
      expect(caller.openTickets.map((one) => one.people)).toEqual([23]);
      expect(JSON.stringify(caller)).not.toMatch(/13800138000|赵小明/);
    });

    it('stays unknown to a desk outside of those units', async () => {
      const caller = must(await guangdong.api.POST('/api/callers/lookup', { body: { number: NUMBER } }));
      expect(caller).toMatchObject({ nameMasked: null, contactsLastYear: 0, openTickets: [] });
    });
  });

  describe('a file', () => {
    it('is handed in with the ticket and comes back byte for byte, as a download', async () => {
      const content = '2026 年 1 月工资条：0 元。\n';
      const file = (await (await upload(agent, '工资条 1 月.txt', content)).json()) as { id: string };
      expect(file).toMatchObject({ name: '工资条 1 月.txt', size: Buffer.byteLength(content) });
      const ticket = await open(agent, { attachmentIds: [file.id] });
      expect(ticket.attachments.map((one) => one.id)).toEqual([file.id]);
      const download = await agent.raw(`/api/attachments/${file.id}`);
      expect(download.headers.get('content-disposition')).toContain('attachment');
      expect(download.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await download.text()).toBe(content);
      expect((await guangdong.raw(`/api/attachments/${file.id}`)).status).toBe(404);
    });

    it.each([
      ['a page', '说明.html', '<!doctype html><script>alert(1)</script>'],
      ['a page under another ending', '说明.txt', '<script>alert(1)</script>'],
      ['a path', '../../etc/passwd.txt', 'root'],
      ['a program', '工资表.pdf.exe', 'MZ'],
      ['another content than its name', '照片.png', 'not a picture'],
      ['nothing', '空.txt', ''],
    ])('that is %s is refused', async (_, name, content) => {
      const before = await behind.count('attachment');
      const answer = await upload(agent, name, content);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(await behind.count('attachment')).toBe(before);
    });

    it('of somebody else cannot be put on a ticket', async () => {
      const file = (await (await upload(guangdong, '说明.txt', '文字')).json()) as { id: string };
      const { error } = await agent.api.POST('/api/tickets', {
        params: {},
        body: aCase({ attachmentIds: [file.id] }),
      });
      expect(error).toMatchObject({ status: 422 });
    });
  });
});
