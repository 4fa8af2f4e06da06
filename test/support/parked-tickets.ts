import { ArchiveTicket, CloseTicket, RecordCallBack } from '@hotline/follow-up';
import { LinkTicket } from '@hotline/grouping';
import { LogWorkerContact, ReportHop, ReviewReport, SignHop } from '@hotline/handling';
import type { CaseHouse } from './case-house.js';

const CONTACT = { means: 'call', reached: true, note: '已联系' } as const;
const REPORT = {
  outcome: 'negotiated',
  amountRecovered: null,
  peopleHelped: null,
  narrative: '已协商解决。',
  workerContactId: null,
  attachmentIds: [],
};
const SAID = {
  reached: true,
  notReachedReason: null,
  solved: 'yes',
  handlingRating: 'satisfied',
  callRating: 'satisfied',
  reason: null,
  note: null,
} as const;

/** One ticket in each state of the lifecycle, Nanshan's unless it never got there; in the order of the states. */
export async function parkedTickets(house: CaseHouse): Promise<string[]> {
  const agent = await house.actor(['agent', 'cn']);
  const handlers = {
    nanshan: await house.actor(['handler', '440305']),
    above: [
      await house.actor(['handler', '440300']),
      await house.actor(['handler', '440000']),
      await house.actor(['handler', 'cn']),
    ],
  };
  const { nanshan } = handlers;
  const arrived = () => {
    house.clock.advance(1_000);
    return house.arrived({}, agent);
  };
  const step = async (id: string, act: (version: number) => Promise<unknown>): Promise<string> => {
    house.clock.advance(1_000);
    await act(await house.version(id));
    return id;
  };
  const handling = async () => {
    const id = await arrived();
    await step(id, (version) => house.get(SignHop).run(nanshan, id, version));
    return step(id, (version) => house.get(LogWorkerContact).run(nanshan, id, version, CONTACT));
  };
  const reported = async () => {
    const id = await handling();
    return step(id, (version) => house.get(ReportHop).run(nanshan, id, version, REPORT));
  };
  const toCallBack = async () => {
    const id = await reported();
    const accept = { decision: 'accept', reason: null } as const;
    for (const reviewer of handlers.above)
      await step(id, (version) => house.get(ReviewReport).run(reviewer, id, version, accept));
    return id;
  };
  const closed = async () => {
    const id = await toCallBack();
    await step(id, (version) => house.get(RecordCallBack).run(agent, id, version, SAID));
    return step(id, (version) => house.get(CloseTicket).run(agent, id, version, null));
  };
  const archived = async () => {
    const id = await closed();
    return step(id, (version) => house.get(ArchiveTicket).run(agent, id, version));
  };
  const grouped = async (masterTicketId: string) => {
    const id = await arrived();
    const order = { masterTicketId, kind: 'repeat', reason: '同一诉求' } as const;
    return step(id, (version) => house.get(LinkTicket).run(nanshan, id, version, order));
  };
  const unclear = await house.arrived({ places: {} }, agent);
  const master = await arrived();
  const parked = [unclear, master, await handling(), await reported(), await toCallBack()];
  parked.push(await grouped(master), await closed(), await archived());
  // Left where the relay would take it from: nobody runs jobs here.
  return [await house.openTicket({}, agent), ...parked];
}
