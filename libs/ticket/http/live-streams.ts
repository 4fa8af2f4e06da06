import { Injectable, type MessageEvent, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Observable, type Subscriber } from 'rxjs';
import { Live, type LiveMessage, refuse } from '@hotline/kernel';
import { type Actor, hasChanged, scopeOf, type StillThere } from '@hotline/organization';
import { OpenScreens } from '@hotline/platform';
import { FreshNotices } from '../use-cases/fresh-notices.js';
import { unitsOf } from '../use-cases/list-notices.js';

const PING_MS = 15_000;
const MOST_STREAMS = 4_000;
// A person's tabs; more is a program gone wrong.
const MOST_OF_ONE = 20;

interface Stream {
  readonly accountId: string;
  readonly prefixes: readonly string[];
  readonly unitIds: readonly string[];
  /** Subtrees whose people at the line the person watches over. */
  readonly watches: readonly string[];
  readonly to: Subscriber<MessageEvent>;
  /** Asks again who the person is and where his posts are. */
  readonly ask: () => void;
}

/** The open screens of this process; each message goes to those who may know of it. */
@Injectable()
export class LiveStreams implements OnModuleInit, OnModuleDestroy {
  private readonly streams = new Set<Stream>();
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly live: Live,
    private readonly notices: FreshNotices,
    private readonly screens: OpenScreens,
  ) {}

  onModuleInit(): void {
    this.unsubscribe = this.live.subscribe((message) => this.deliver(message));
  }

  /** Open streams would otherwise keep the server from closing. */
  onModuleDestroy(): void {
    this.unsubscribe();
    for (const stream of this.streams) stream.to.complete();
  }

  open(actor: Actor, stillThere: StillThere): Observable<MessageEvent> {
    const own = [...this.streams].filter((stream) => stream.accountId === actor.accountId);
    if (this.streams.size >= MOST_STREAMS) refuse('unavailable');
    if (own.length >= MOST_OF_ONE) refuse('too-many-requests');
    return new Observable<MessageEvent>((to) => {
      const { prefixes } = scopeOf(actor, 'ticket.read');
      const ask = () => void this.ping(stream, actor, stillThere);
      const watches = scopeOf(actor, 'presence.read').prefixes;
      const { accountId } = actor;
      const stream: Stream = { accountId, prefixes, unitIds: unitsOf(actor), watches, to, ask };
      this.streams.add(stream);
      const closed = this.screens.opened(accountId);
      const ping = setInterval(ask, PING_MS);
      to.next({ type: 'ping', data: {} });
      return () => {
        clearInterval(ping);
        closed();
        this.streams.delete(stream);
      };
    });
  }

  /** A stream whose person has left or has other posts now ends; the browser opens a new one and is asked who it is. */
  private async ping({ to }: Stream, actor: Actor, stillThere: StillThere): Promise<void> {
    const now = await stillThere().catch(() => actor);
    if (hasChanged(actor, now)) to.complete();
    else to.next({ type: 'ping', data: {} });
  }

  private deliver(message: LiveMessage): void {
    if (message.kind === 'notice') {
      void this.tell(message.unitId, message.path);
      return;
    }
    // Units have moved: whose paths have changed gets a new stream.
    if (message.kind === 'units') {
      for (const stream of this.streams) stream.ask();
      return;
    }
    if (message.kind === 'call' || message.kind === 'presence') {
      for (const stream of this.streams) atTheLine(stream, message);
      return;
    }
    if (message.kind === 'missed-calls') {
      for (const { prefixes, to } of this.streams)
        if (prefixes.some((prefix) => message.path.startsWith(prefix)))
          to.next({ type: message.kind, data: {} });
      return;
    }
    const { kind, ...data } = message;
    for (const { prefixes, unitIds, to } of this.streams) {
      if (message.kind === 'numbers') to.next({ type: kind, data });
      else if (concerns(message, prefixes, unitIds)) to.next({ type: kind, data: withoutPath(message) });
    }
  }

  /** One read for all screens of a unit. */
  private async tell(unitId: string, path: string): Promise<void> {
    const listening = () => [...this.streams].filter((stream) => stream.unitIds.includes(unitId));
    if (listening().length === 0) return;
    const fresh = await this.notices.of(unitId, path).catch(() => []);
    for (const { to } of listening()) for (const notice of fresh) to.next({ type: 'notice', data: notice });
  }
}

type LineMessage = Extract<LiveMessage, { kind: 'call' | 'presence' }>;

/** A call concerns the one whose telephone it is at; his state also those who watch over his unit. */
function atTheLine({ accountId, watches, to }: Stream, message: LineMessage): void {
  const own = message.accountId === accountId;
  if (message.kind === 'call') {
    const { callId, visitId, direction, state, at } = message;
    if (own) to.next({ type: 'call', data: { callId, visitId, direction, state, at } });
  } else if (own || watches.some((prefix) => message.path.startsWith(prefix)))
    to.next({ type: 'presence', data: { accountId: message.accountId, version: message.version } });
}

type TicketMessage = Extract<LiveMessage, { kind: 'ticket' }>;

/** In one's own subtrees, or one's own turn though the ticket lies elsewhere (a call-back). */
function concerns(
  { path, turnUnitId }: TicketMessage,
  prefixes: readonly string[],
  unitIds: readonly string[],
): boolean {
  const mine = turnUnitId !== null && prefixes.length > 0 && unitIds.includes(turnUnitId);
  return mine || prefixes.some((prefix) => path.startsWith(prefix));
}

const withoutPath = ({ id, version, state, turnUnitId }: TicketMessage): object => ({
  id,
  version,
  state,
  turnUnitId,
});
