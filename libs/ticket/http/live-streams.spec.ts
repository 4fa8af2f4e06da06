import type { MessageEvent } from '@nestjs/common';
import { Live, type LiveMessage } from '@hotline/kernel';
import type { Actor, Role, Unit } from '@hotline/organization';
import { GUANGDONG, HUNAN, NANSHAN, NATION, SHENZHEN } from '../../../test/support/small-tree.js';
import { OpenScreens } from '@hotline/platform';
import type { FreshNotices } from '../use-cases/fresh-notices.js';
import { LiveStreams } from './live-streams.js';

class Wire extends Live {
  private listeners: ((message: LiveMessage) => void)[] = [];
  publish(message: LiveMessage): void {
    for (const listener of this.listeners) listener(message);
  }
  subscribe(listener: (message: LiveMessage) => void): () => void {
    this.listeners.push(listener);
    return () => (this.listeners = []);
  }
}

const person = (accountId: string, ...posts: [Role, Unit][]): Actor => ({
  accountId,
  name: accountId,
  displayName: accountId,
  memberships: posts.map(([role, unit], n) => ({ id: `m${n}`, role, unitId: unit.id, path: unit.path })),
});
const ticket = (path: string, turn: Unit | null): LiveMessage => ({
  kind: 'ticket',
  id: 't1',
  version: 7,
  state: 'handling',
  turnUnitId: turn?.id ?? null,
  path,
});

let wire: Wire;
let streams: LiveStreams;
beforeEach(() => {
  jest.useFakeTimers();
  wire = new Wire();
  const none = { of: () => Promise.resolve([]) } as unknown as FreshNotices;
  streams = new LiveStreams(wire, none, new OpenScreens());
  streams.onModuleInit();
});
afterEach(() => {
  streams.onModuleDestroy();
  jest.useRealTimers();
});

function watch(actor: Actor, stillThere: () => Promise<Actor | null> = () => Promise.resolve(actor)) {
  const seen: MessageEvent[] = [];
  const state = { seen, over: false };
  streams
    .open(actor, stillThere)
    .subscribe({ next: (event) => seen.push(event), complete: () => (state.over = true) });
  return state;
}
const kinds = ({ seen }: { seen: MessageEvent[] }) => seen.map((event) => event.type);

describe('who is told of a ticket', () => {
  it.each<[string, Actor, LiveMessage, boolean]>([
    ['the unit that has it', person('a', ['handler', NANSHAN]), ticket(NANSHAN.path, NANSHAN), true],
    ['its superior', person('a', ['supervisor', GUANGDONG]), ticket(NANSHAN.path, NANSHAN), true],
    ['not a neighbour', person('a', ['handler', HUNAN]), ticket(NANSHAN.path, NANSHAN), false],
    ['nor a unit below', person('a', ['handler', NANSHAN]), ticket(SHENZHEN.path, SHENZHEN), false],
    ['but whoever has to call back', person('a', ['agent', HUNAN]), ticket(NANSHAN.path, HUNAN), true],
    ['not an auditor', person('a', ['auditor', NATION]), ticket(NANSHAN.path, NATION), false],
  ])('%s', (_, actor, message, told) => {
    const screen = watch(actor);
    wire.publish(message);
    expect(kinds(screen)).toEqual(told ? ['ping', 'ticket'] : ['ping']);
  });

  it('says ids, version, state and turn, and never the path', () => {
    const screen = watch(person('a', ['handler', NANSHAN]));
    wire.publish(ticket(NANSHAN.path, NANSHAN));
    expect(screen.seen.at(-1)?.data).toEqual({
      id: 't1',
      version: 7,
      state: 'handling',
      turnUnitId: NANSHAN.id,
    });
  });
});

describe('a stream', () => {
  const actor = person('a', ['handler', NANSHAN]);

  it('says every fifteen seconds that it lives, and ends at the next one after a sign-out', async () => {
    let here: Actor | null = actor;
    const screen = watch(actor, () => Promise.resolve(here));
    await jest.advanceTimersByTimeAsync(30_000);
    expect(kinds(screen)).toEqual(['ping', 'ping', 'ping']);
    here = null;
    await jest.advanceTimersByTimeAsync(15_000);
    expect(screen.over).toBe(true);
  });

  it('ends when the person is given other posts', async () => {
    const screen = watch(actor, () => Promise.resolve(person('a', ['handler', HUNAN])));
    await jest.advanceTimersByTimeAsync(15_000);
    expect(screen.over).toBe(true);
  });

  it('outlives a database that does not answer', async () => {
    const screen = watch(actor, () => Promise.reject(new Error('connection lost')));
    await jest.advanceTimersByTimeAsync(15_000);
    expect(screen.over).toBe(false);
  });

  it('is one of at most twenty of a person', () => {
    for (let tab = 0; tab < 20; tab += 1) watch(actor);
    expect(() => watch(actor)).toThrow('too-many-requests');
    expect(() => watch(person('b', ['handler', NANSHAN]))).not.toThrow();
  });

  it('ends with the server', () => {
    const screen = watch(actor);
    streams.onModuleDestroy();
    expect(screen.over).toBe(true);
  });
});
