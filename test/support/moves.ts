import type { components } from '../../apps/web/src/api/schema.js';
import { eventually } from './eventually.js';
import type { Person } from './hotline.js';

type Schemas = components['schemas'];
export type Ticket = Schemas['TicketViewBody'];
export type Opening = Schemas['OpenTicketBody'];
type Versioned = Pick<Ticket, 'id' | 'version'>;

/** Places of the demo people's units. */
export const NANSHAN = '440305';
export const BAOAN = '440306';
export const CHANGSHA_YUELU = '430104';
export const WUHOU = '510107';

/** The data of an answer that has to be a good one. */
export function must<T>({ data, error }: { data?: T; error?: unknown }): T {
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}

/** A call that rang three minutes ago and was answered after six seconds. */
export function aCall(rest: Partial<Schemas['LogContactBody']> = {}): Schemas['LogContactBody'] {
  const ring = Date.now() - 180_000;
  const at = (ms: number) => new Date(ring + ms).toISOString();
  return {
    channel: 'call',
    startedAt: at(0),
    answeredAt: at(6_000),
    endedAt: at(170_000),
    outcome: 'answered',
    ...rest,
  };
}

/** Unpaid wages in Nanshan: a clear case that goes down four levels. */
export function aCase(rest: Partial<Opening> = {}): Opening {
  return {
    contact: aCall({ outcome: 'open' }),
    kind: 'complaint',
    field: 'pay',
    difficulty: 'general',
    urgency: 'general',
    places: { workplace: { code: NANSHAN } },
    confidentiality: 'open',
    title: '拖欠两个月工资',
    text: '去年 12 月和今年 1 月的工资一直没发。',
    ...rest,
  };
}

export async function open(agent: Person, rest: Partial<Opening> = {}, key?: string): Promise<Ticket> {
  const header = key === undefined ? {} : { 'Idempotency-Key': key };
  return must(await agent.api.POST('/api/tickets', { params: { header }, body: aCase(rest) }));
}

export const show = async (person: Person, id: string): Promise<Ticket> =>
  must(await person.api.GET('/api/tickets/{id}', { params: { path: { id } } }));

/** Waits until the ticket has come to the state; the person has to be able to see it there. */
export function comesTo(person: Person, { id }: Pick<Ticket, 'id'>, state: Ticket['state']): Promise<Ticket> {
  return eventually(`ticket ${id} comes to ${state}`, async () => {
    const { data } = await person.api.GET('/api/tickets/{id}', { params: { path: { id } } });
    return data?.state === state ? data : null;
  });
}

const on = ({ id, version }: Versioned) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

/** The verbs of a ticket, each against the version last seen; answers as the client gives them. */
export const verbs = {
  dispatch: (who: Person, ticket: Versioned, body: Schemas['DispatchTicketBody']) =>
    who.api.POST('/api/tickets/{id}/dispatch', { ...on(ticket), body }),
  recall: (who: Person, ticket: Versioned) => who.api.POST('/api/tickets/{id}/recall', on(ticket)),
  sign: (who: Person, ticket: Versioned) => who.api.POST('/api/tickets/{id}/sign', on(ticket)),
  contactWorker: (who: Person, ticket: Versioned, reached = true) =>
    who.api.POST('/api/tickets/{id}/worker-contacts', {
      ...on(ticket),
      body: { means: 'call', reached, note: '核实拖欠月份与人数。' },
    }),
  passDown: (who: Person, ticket: Versioned, body: Schemas['PassDownBody']) =>
    who.api.POST('/api/tickets/{id}/pass-down', { ...on(ticket), body }),
  requestReturn: (who: Person, ticket: Versioned, body: Schemas['RequestReturnBody']) =>
    who.api.POST('/api/tickets/{id}/returns', { ...on(ticket), body }),
  ruleReturn: (who: Person, ticket: Versioned, returnId: string, body: Schemas['RuleReturnBody']) =>
    who.api.POST('/api/tickets/{id}/returns/{returnId}/ruling', {
      params: { path: { id: ticket.id, returnId }, header: on(ticket).params.header },
      body,
    }),
  report: (who: Person, ticket: Versioned, rest: Partial<Schemas['ReportHopBody']> = {}) =>
    who.api.POST('/api/tickets/{id}/reports', {
      ...on(ticket),
      body: {
        outcome: 'mediated',
        narrative: '经调解，公司与职工签订协议，分两次付清。',
        proof: {},
        ...rest,
      },
    }),
  review: (who: Person, ticket: Versioned, body: Schemas['ReviewReportBody']) =>
    who.api.POST('/api/tickets/{id}/reviews', { ...on(ticket), body }),
  callBack: (who: Person, ticket: Versioned, body: Schemas['RecordCallBackBody']) =>
    who.api.POST('/api/tickets/{id}/call-backs', { ...on(ticket), body }),
  close: (who: Person, ticket: Versioned) =>
    who.api.POST('/api/tickets/{id}/close', { ...on(ticket), body: {} }),
};

/** The id of the unit with this code. */
export async function unitWithCode(person: Person, code: string): Promise<string> {
  const { items } = must(await person.api.GET('/api/units', { params: { query: { q: code } } }));
  const found = items.find((unit) => unit.code === code);
  if (!found) throw new Error(`no unit ${code}`);
  return found.id;
}

/** From the county's inbox to a report on the superior's desk. */
export async function handleAndReport(who: Person, arrived: Ticket): Promise<Ticket> {
  const signed = must(await verbs.sign(who, arrived));
  const contacted = must(await verbs.contactWorker(who, signed));
  return must(await verbs.report(who, contacted));
}

/** Every superior accepts, nearest first; afterwards the worker can be called back. */
export async function acceptUpwards(superiors: readonly Person[], reported: Ticket): Promise<Ticket> {
  let ticket = reported;
  for (const superior of superiors)
    ticket = must(await verbs.review(superior, ticket, { decision: 'accept' }));
  return ticket;
}
