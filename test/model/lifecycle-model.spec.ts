import fc from 'fast-check';
import { Refused } from '@hotline/kernel';
import { GroupSweep } from '../../libs/grouping/jobs/group-sweep.js';
import { ListTickets } from '@hotline/ticket';
import { CaseHouse } from '../support/case-house.js';
import { PauseSweep, RaiseSweep } from '../../libs/handling/jobs/request-sweeps.js';
import { ACTS } from './acts.js';
import type { Attempt } from './attempt.js';
import type { PlainTicket } from './plain-ticket.js';
import { shortest } from './shortest.js';
import { drawn, type ModelPerson, retire, World, type WorldPlan } from './world.js';

// MODEL_RUNS=… walks longer, MODEL_SEED=… other ways; the usual walk is fixed, so that what it reaches can be demanded.
const RUNS = Number(process.env.MODEL_RUNS ?? 9);
const SEED = Number(process.env.MODEL_SEED ?? 12_351);
const USUAL = !process.env.MODEL_RUNS && !process.env.MODEL_SEED;
const STEPS = 90;
/** How long a failed walk may be made shorter. */
const SHRINK_MS = Number(process.env.MODEL_SHRINK_MS ?? 60_000);
const START = '2026-03-10T09:00:00+08:00';

let house: CaseHouse;
beforeAll(async () => {
  house = await CaseHouse.open();
}, 60_000);
afterAll(() => house.close());

interface StepPlan {
  readonly person: number;
  readonly ticket: number;
  readonly act: number;
  readonly unit: number;
  readonly second: number;
  readonly choice: number;
  /** Most steps are tried by somebody the model lets do them; the rest by anybody. */
  readonly fitting: boolean;
  /** What has been done least so far, instead of what the number says. */
  readonly rare: boolean;
  /** What was chosen when it was first walked: a shorter walk does the same. */
  readonly chosen?: { readonly name: string; readonly person: number };
}

const worldPlan: fc.Arbitrary<WorldPlan> = fc.record({
  parents: fc.array(fc.nat(1_000), { minLength: 5, maxLength: 10 }),
  people: fc.array(fc.record({ role: fc.nat(5), unit: fc.nat(12), second: fc.nat(20) }), {
    minLength: 1,
    maxLength: 4,
  }),
  intakes: fc.array(fc.record({ unit: fc.nat(12), employer: fc.nat(12), blind: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
  }),
});

const stepPlan: fc.Arbitrary<StepPlan> = fc.record({
  person: fc.nat(1_000),
  ticket: fc.nat(5),
  act: fc.nat(1_000),
  unit: fc.nat(1_000),
  second: fc.nat(1_000),
  choice: fc.nat(5),
  fitting: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
  rare: fc.boolean(),
});

let why = '';
async function tried(work: Promise<unknown>): Promise<'allowed' | 'refused'> {
  try {
    await work;
    return 'allowed';
  } catch (error) {
    if (error instanceof Refused) {
      why = error.refusal.code;
      return 'refused';
    }
    throw error;
  }
}

const NAMES = Object.keys(ACTS);
/** The way to the end of a ticket is tried more often than what leads away from it. */
const FORWARD = ['dispatch', 'sign', 'contact', 'pass-down', 'report', 'review', 'call-back', 'close'];
const SUPPORT = [
  'dispatch-to-two',
  'dispatch-to-two',
  'request-extension',
  'ask-support',
  'sign-support',
  'report-support',
  'report-waiving',
  'rule-extension',
  'wait',
];
const WEIGHTED = [...NAMES, ...FORWARD, ...FORWARD, ...FORWARD, ...SUPPORT, 'link', 'unlink'];
/** What leaves little to be done afterwards is not sought. */
const SPOILERS = ['withdraw', 'decline', 'recuse-oneself', 'recuse-unit', 'close', 'archive', 'link'];
/** How often each act was really done: a walk that never gets to a report proves little. */
const done = new Map<string, number>();

/** The step as planned, or by the first person and verb (from there on) that the paper model would allow. */
function choose(world: World, step: StepPlan): { name: string; attempt: Attempt } {
  const ticket = world.pick(world.tickets, step.ticket);
  const attemptOf = (person: ModelPerson): Attempt => ({
    person,
    ticket,
    unit: world.pick(world.units, step.unit),
    second: world.pick(world.units, step.second),
    other: world.pick(world.tickets, step.ticket + step.choice),
    choice: step.choice,
    handlers: world.handlersOf(ticket.holder),
  });
  if (step.chosen)
    return { name: step.chosen.name, attempt: attemptOf(world.pick(world.people, step.chosen.person)) };
  const planned = {
    name: world.pick(WEIGHTED, step.act),
    attempt: attemptOf(world.pick(world.people, step.person)),
  };
  if (!step.fitting) return planned;
  // Whoever neither sees the ticket nor runs a unit would be refused everything.
  const people = world.people.filter((one) => ticket.visibleTo(one) || !one.posts.some(isReader));
  const asking = asker();
  const able = (name: string): Attempt | undefined => {
    const person = people.find((one) => asking(name, attemptOf(one)));
    return person && attemptOf(person);
  };
  const rarest = [...NAMES].sort((one, two) => (done.get(one) ?? 0) - (done.get(two) ?? 0));
  const inTurn = WEIGHTED.map((_, shift) => world.pick(WEIGHTED, step.act + shift));
  for (const name of step.rare ? rarest.filter((one) => !SPOILERS.includes(one)) : inTurn) {
    const attempt = able(name);
    if (attempt) return { name, attempt };
  }
  return planned;
}

const isReader = ({ role }: { readonly role: string }): boolean =>
  !['administrator', 'auditor'].includes(role);

/** Asks copies of the papers, so that asking changes nothing; a refusal leaves a copy as it is, good for the next question. */
function asker(): (name: string, attempt: Attempt) => boolean {
  const copies = new Map<PlainTicket, PlainTicket>();
  const copyOf = (ticket: PlainTicket): PlainTicket => {
    const made = copies.get(ticket) ?? copy(ticket);
    copies.set(ticket, made);
    return made;
  };
  return (name, attempt) => {
    const asked = { ...attempt, ticket: copyOf(attempt.ticket), other: copyOf(attempt.other) };
    return ACTS[name]?.plain(asked) === 'allowed';
  };
}

function copy<T extends object>(ticket: T): T {
  const clone = Object.create(Object.getPrototypeOf(ticket) as object) as T;
  for (const [key, value] of Object.entries(ticket)) {
    const held = Array.isArray(value)
      ? [...value]
      : value instanceof Set
        ? new Set(value)
        : value instanceof Map
          ? new Map(value)
          : value;
    Object.assign(clone, { [key]: held });
  }
  return clone;
}

/** State, the one accountable unit, whose turn it is, every open clock, and everybody who keeps it in sight. */
async function compare(world: World, concerned: readonly PlainTicket[] = world.tickets): Promise<void> {
  for (const ticket of concerned) {
    const facts = await house.check(ticket.id);
    expect({
      state: facts.state,
      accountable: facts.accountable.id,
      turn: facts.turn && { unit: facts.turn.unit.id, expected: facts.turn.expected },
      clocks: facts.openClocks.map(({ kind, unitId }) => `${kind} ${unitId}`).sort(),
      parts: facts.supports.filter((part) => part.ending === null).map((part) => part.unitId),
      paused: facts.pauses.some((one) => one.endedAt === null),
      assignee: facts.assigneeId,
      inSight: await world.inSightOf(ticket.id),
    }).toEqual({
      state: ticket.state,
      accountable: ticket.holder.id,
      turn: ticket.turn && { unit: ticket.turn.unit.id, expected: ticket.turn.expected },
      clocks: ticket.clocks.map(({ kind, unit }) => `${kind} ${unit.id}`).sort(),
      parts: ticket.parts.filter((part) => part.open).map((part) => part.unit.id),
      paused: ticket.paused,
      assignee: ticket.assignee,
      inSight: [...ticket.touched].map((unit) => unit.path).sort(),
    });
    // Dates are the calendar's, which has an oracle of its own: the paper copies them.
    ticket.dues = new Map(facts.openClocks.map(({ kind, dueAt }) => [kind, dueAt]));
    ticket.pauseUntil = facts.pauses.find((one) => one.endedAt === null)?.until ?? null;
  }
}

/** What one person sees of each ticket: nothing, a ticket without who and what the worker is and says, or all of it. */
async function compareReading(world: World, person: ModelPerson): Promise<void> {
  const expected = world.tickets.filter((ticket) => ticket.visibleTo(person));
  expect(await world.seenBy(person)).toEqual(expected.map(({ id }) => id).sort());
  for (const ticket of expected) {
    const { keptFrom, text, identity } = await house.show(person.actor, ticket.id);
    const kept = ticket.keptFrom(person);
    expect({ keptFrom, silent: text === '', withheld: identity.withheld }).toEqual({
      keptFrom: kept,
      silent: kept,
      withheld: ticket.withheldFrom(person),
    });
  }
}

/** The same set by row-level security alone, and by the lists a person pages through. */
async function compareSight(world: World): Promise<void> {
  for (const person of world.people) {
    const expected = world.tickets.filter((ticket) => ticket.visibleTo(person)).map((ticket) => ticket.id);
    await compareReading(world, person);
    const list = async (view: 'all' | 'once-handled') =>
      (await house.get(ListTickets).run(person.actor, { view, limit: 100, sort: 'newest' })).items.map(
        (row) => row.id,
      );
    const listed = new Set([...(await list('all')), ...(await list('once-handled'))]);
    expect(
      world.tickets
        .map((ticket) => ticket.id)
        .filter((id) => listed.has(id))
        .sort(),
    ).toEqual(expected.sort());
  }
}

interface Walked {
  readonly words: string[];
  readonly steps: StepPlan[];
  error?: unknown;
}

async function play(plan: WorldPlan, steps: readonly StepPlan[]): Promise<Walked> {
  house.clock.set(START);
  const world = await World.build(house, plan);
  const came = world.tickets.map((ticket, n) => `T${n} came in at ${ticket.intake.label}`);
  const walked: Walked = { words: [drawn(world.units), ...came], steps: [] };
  try {
    await compare(world);
    for (const step of steps) await walk(world, step, walked);
    await compare(world);
    await compareSight(world);
  } catch (error) {
    walked.error = error;
  }
  await retire(world);
  return walked;
}

async function walk(world: World, step: StepPlan, walked: Walked): Promise<void> {
  // Two people never act in the same instant.
  house.clock.advance(1_000);
  for (const ticket of world.tickets) ticket.now = house.clock.now();
  const { name, attempt } = choose(world, step);
  const act = ACTS[name];
  if (!act) throw new Error(`no act ${name}`);
  walked.words.push(inWords(world, name, attempt));
  walked.steps.push({ ...step, chosen: { name, person: world.people.indexOf(attempt.person) } });
  const version = await house.version(attempt.ticket.id);
  const real = await tried(act.real(attempt, world, version));
  if (real === 'allowed') act.spread?.(attempt, world);
  const plain = act.plain(attempt);
  expect([name, real, plain === real ? '' : why]).toEqual([name, plain, '']);
  if (real === 'allowed') done.set(name, (done.get(name) ?? 0) + 1);
  await byThemselves(world);
  const changed = await world.changed();
  const { ticket, other } = attempt;
  await compare(
    world,
    world.tickets.filter((one) => one === ticket || one === other || changed.has(one.id)),
  );
  await compareReading(world, attempt.person);
}

const inWords = (world: World, name: string, { person, ticket, unit, second, other, choice }: Attempt) =>
  `${person.label}: ${name} T${world.tickets.indexOf(ticket)} ` +
  `[${unit.label}, ${second.label}, T${world.tickets.indexOf(other)}, ${choice}] ` +
  `while ${ticket.state} at ${ticket.holder.label}`;

/** Jobs and sweeps, and on paper whatever time brings. */
async function byThemselves(world: World): Promise<void> {
  await house.settle();
  await house.get(PauseSweep).sweep();
  await house.get(RaiseSweep).sweep();
  await house.get(GroupSweep).sweep();
  for (const ticket of world.tickets) ticket.tick(house.clock.now());
  for (const ticket of world.tickets) ticket.settle();
}

/** The shortest walk that still goes wrong, as a script somebody can follow. */
async function told(plan: WorldPlan, first: Walked): Promise<Error> {
  let last = first;
  await shortest(
    first.steps,
    async (steps) => {
      const again = await play(plan, steps);
      if (again.error) last = again;
      return again.error !== undefined;
    },
    Date.now() + SHRINK_MS,
  );
  const reason = last.error instanceof Error ? last.error.message : String(last.error);
  return new Error(`seed ${SEED}, the shortest walk found:\n  ${last.words.join('\n  ')}\n${reason}`);
}

describe('random people on random trees', () => {
  it(
    'do to tickets in the database what they do to tickets on paper',
    async () => {
      const plans = fc.tuple(worldPlan, fc.array(stepPlan, { minLength: 60, maxLength: STEPS, size: 'max' }));
      for (const [plan, steps] of fc.sample(plans, { seed: SEED, numRuns: RUNS })) {
        const walked = await play(plan, steps);
        if (walked.error) throw await told(plan, walked);
      }
      if (process.env.MODEL_COUNTS) process.stdout.write(`${JSON.stringify([...done])}\n`);
      if (USUAL) expect(NAMES.filter((name) => !done.has(name))).toEqual([]);
    },
    RUNS * 20_000 + SHRINK_MS,
  );
});
