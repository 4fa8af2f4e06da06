import { newId, WHOLE_TREE } from '@hotline/kernel';
import { LogWorkerContact, ReportHop, ReviewReport, SignHop } from '@hotline/handling';
import type { Actor } from '@hotline/organization';
import { ShowTicket } from '@hotline/ticket';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { PlantedLine } from '../../../test/support/planted-calls.js';
import { ListDialledCalls } from './list-dialled-calls.js';
import { NumberToCallBack } from './number-to-call-back.js';
import { RecordCallBack } from './record-call-back.js';

const UNITS = ['440305', '440300', '440000', 'cn'];
const SILENT = {
  reached: false,
  notReachedReason: 'no-answer',
  solved: null,
  handlingRating: null,
  callRating: null,
  reason: null,
  note: null,
} as const;

let house: CaseHouse;
let line: PlantedLine;
let agent: Actor;
let ticket: string;
const people = new Map<string, Actor>();
beforeAll(async () => {
  house = await CaseHouse.open();
  line = await PlantedLine.open(house);
  agent = await house.actor(['agent', 'cn']);
  for (const code of UNITS) people.set(code, await house.actor(['handler', code]));
  ticket = await house.arrived();
}, 60_000);
afterAll(() => house.close());

const holder = async () => people.get((await house.show(agent, ticket)).accountable?.code ?? '') ?? agent;
const numberOf = () =>
  house.work.run(WHOLE_TREE, (tx) => house.get(NumberToCallBack).numberOf(tx, agent, ticket));

/** Signed, contacted, reported and accepted all the way up: the worker is owed a call. */
async function reported(): Promise<void> {
  house.clock.advance(60_000);
  const version = () => house.version(ticket);
  const by = await holder();
  await house.get(SignHop).run(by, ticket, await version());
  await house
    .get(LogWorkerContact)
    .run(by, ticket, await version(), { means: 'call', reached: true, note: '已联系' });
  await house.get(ReportHop).run(by, ticket, await version(), {
    outcome: 'negotiated',
    amountRecovered: null,
    peopleHelped: null,
    narrative: '已解决',
    workerContactId: null,
    attachmentIds: [],
  });
  while ((await house.facts(ticket)).state === 'reported') {
    const { turn } = await house.show(agent, ticket);
    const reviewer = people.get(turn?.unit.code ?? '') ?? agent;
    await house
      .get(ReviewReport)
      .run(reviewer, ticket, await version(), { decision: 'accept', reason: null });
  }
  house.clock.advance(1_000);
}

async function dialled(by: Actor): Promise<string> {
  const id = newId();
  await house.owner.query(
    `insert into presence_dial (id, account_id, source_id, call_key, subject, subject_id, at)
     values ($1::uuid, $2, $3, $1::text, 'ticket', $4, $5)`,
    [id, by.accountId, line.sourceId, ticket, house.clock.now()],
  );
  return id;
}

/** The switchboard tells of the call it was asked for. */
async function told(dialId: string, answeredAfter: number | null, endedAfter: number): Promise<string> {
  const { callId } = await line.call('13812342046');
  const from = house.clock.now().getTime();
  await house.owner.query(
    `update call set call_key = $2, direction = 'out', answered_at = $3, ended_at = $4, talk_ended_at = $4, outcome = 'answered',
       talk_us = extract(epoch from $4::timestamptz - $3::timestamptz) * 1000000, result = $5 where id = $1`,
    [
      callId,
      dialId,
      answeredAfter === null ? null : new Date(from + answeredAfter * 1_000),
      new Date(from + endedAfter * 1_000),
      answeredAfter === null ? 'busy' : 'answered',
    ],
  );
  return callId;
}

it('gives no number before a call-back is due', async () => {
  expect(await refusalOf(numberOf())).toBe('wrong-state');
});

it('gives the number of the worker to the switchboard when it is due', async () => {
  await reported();
  expect(await numberOf()).toBe('13812342046');
});

it('shows how my own calls about the ticket go, and nobody else’s', async () => {
  const dialId = await dialled(agent);
  const list = () => house.get(ListDialledCalls).run(agent, ticket);
  expect(await list()).toMatchObject([{ dialId, callId: null, answeredAt: null, fault: null }]);
  const callId = await told(dialId, 4, 84);
  expect(await list()).toMatchObject([
    { dialId, callId, fault: null, result: 'answered', endKnown: true, writtenDown: false },
  ]);
  const other = await house.actor(['agent', 'cn']);
  expect(await house.get(ListDialledCalls).run(other, ticket)).toEqual([]);
});

it('ties one attempt to the call it was made by, with its length', async () => {
  await house.get(RecordCallBack).run(agent, ticket, await house.version(ticket), SILENT);
  house.clock.advance(60_000);
  await house.get(RecordCallBack).run(agent, ticket, await house.version(ticket), SILENT);
  const { callBacks } = await house.get(ShowTicket).run(agent, ticket);
  expect(callBacks.map(({ talkSeconds }) => talkSeconds)).toEqual([80, null]);
  expect(callBacks[0]?.calledAt).not.toBeNull();
});

it('adds another attempt with another dial, of the call that was meant, and none of somebody else’s', async () => {
  const record = (by?: string | null) =>
    house
      .get(RecordCallBack)
      .run(agent, second, versionOfSecond, { ...SILENT, notReachedReason: 'busy' }, by)
      .then(async () => (versionOfSecond = await house.version(second)));
  const second = await house.arrived();
  ticket = second;
  await reported();
  let versionOfSecond = await house.version(second);
  const [first, other] = [
    await told(await dialled(agent), null, 9),
    await told(await dialled(agent), null, 9),
  ];
  expect(await refusalOf(record(newId()))).toBe('invalid-input callId');
  await record(first);
  expect(await refusalOf(record(first))).toBe('invalid-input callId');
  house.clock.advance(60_000);
  await record(null);
  const { rows } = await house.owner.query<{ call_id: string | null }>(
    'select call_id from call_back where ticket_id = $1 order by at',
    [second],
  );
  expect(rows.map(({ call_id }) => call_id)).toEqual([first, null]);
  expect(
    (await house.get(ListDialledCalls).run(agent, second)).map((one) => [one.callId, one.writtenDown]),
  ).toEqual(
    expect.arrayContaining([
      [first, true],
      [other, false],
    ]),
  );
});
