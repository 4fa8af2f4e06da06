import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { get } from './client';
import type { NoticeView, Page, TicketRow, TicketView } from './contract';

export interface LiveEvents {
  ticket: { id: string; version: number; state: string; turnUnitId: string | null };
  notice: NoticeView;
  numbers: { asOf: string };
  /** At one's own telephone. */
  call: {
    callId: string;
    visitId: string | null;
    direction: 'in' | 'out' | 'internal';
    state: CallStep;
    at: string;
  };
  presence: { accountId?: string; version: number };
  'missed-calls': Record<string, never>;
}
export type CallStep =
  'offered' | 'dialling' | 'missed' | 'answered' | 'held' | 'resumed' | 'talk_ended' | 'ended';
type Kind = keyof LiveEvents;
type Handler<K extends Kind> = (event: LiveEvents[K]) => void;

const handlers: { [K in Kind]: Set<Handler<K>> } = {
  ticket: new Set(),
  notice: new Set(),
  numbers: new Set(),
  call: new Set(),
  presence: new Set(),
  'missed-calls': new Set(),
};
const shortest = 5000; // ms before a stream that was ended for good is opened again; doubles up to a minute
const longest = 60_000;
const watchers = new Set<() => void>();
let source: EventSource | null = null;
let connected = false;
let pause = shortest;
let retry: ReturnType<typeof setTimeout> | undefined;

function setConnected(value: boolean): void {
  if (connected === value) return;
  connected = value;
  for (const watcher of watchers) watcher();
}

function listen<K extends Kind>(to: EventSource, kind: K): void {
  to.addEventListener(kind, (message: MessageEvent<string>) => {
    const event = JSON.parse(message.data) as LiveEvents[K];
    for (const handler of handlers[kind]) handler(event);
  });
}

/** Opens the one event stream of the app, and again when the server has ended it. */
export function openLive(): void {
  if (source) return;
  const opened = new EventSource('/api/live');
  source = opened;
  opened.onopen = () => {
    pause = shortest;
    setConnected(true);
  };
  opened.onerror = () => {
    setConnected(false);
    if (opened.readyState !== EventSource.CLOSED) return;
    source = null;
    retry = setTimeout(openLive, pause);
    pause = Math.min(pause * 2, longest);
  };
  listen(opened, 'ticket');
  listen(opened, 'notice');
  listen(opened, 'numbers');
  listen(opened, 'call');
  listen(opened, 'presence');
  listen(opened, 'missed-calls');
}

export function closeLive(): void {
  clearTimeout(retry);
  source?.close();
  source = null;
  setConnected(false);
}

export function useLiveConnected(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => connected,
  );
}

/** Calls `handler` for every live event of one kind while the component is on screen. */
export function useLive<K extends Kind>(kind: K, handler: Handler<K>): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => {
    const own: Handler<K> = (event) => latest.current(event);
    handlers[kind].add(own);
    return () => {
      handlers[kind].delete(own);
    };
  }, [kind]);
}

type Rows = Page<TicketRow> | InfiniteData<Page<TicketRow>>;

function pagesOf(data: Rows): Page<TicketRow>[] {
  return 'pages' in data ? data.pages : [data];
}

function replaceIn(page: Page<TicketRow>, row: TicketRow): Page<TicketRow> {
  return {
    ...page,
    items: page.items.map((item) => (item.id === row.id && item.version < row.version ? row : item)),
  };
}

/** Puts one fresh ticket into the page of that ticket and into every list that shows it; no list is asked again. */
export function patchTicket(client: QueryClient, ticket: TicketView): void {
  client.setQueryData<TicketView>(['ticket', ticket.id], (old) =>
    old && old.version > ticket.version ? old : ticket,
  );
  client.setQueriesData<Rows>({ queryKey: ['tickets'] }, (data) => {
    if (!data || !pagesOf(data).some((page) => page.items.some((item) => item.id === ticket.id))) return data;
    if ('pages' in data) return { ...data, pages: data.pages.map((page) => replaceIn(page, ticket)) };
    return replaceIn(data, ticket);
  });
}

/** Fetches the ticket of a live event once, and only if it is on screen and older than the event. */
export async function followTicket(client: QueryClient, event: LiveEvents['ticket']): Promise<void> {
  const known = client.getQueryCache().findAll({ type: 'active' });
  const onScreen = known.some(({ queryKey, state }) => {
    if (queryKey[0] === 'ticket' && queryKey[1] === event.id && queryKey.length === 2) {
      return ((state.data as TicketView | undefined)?.version ?? 0) < event.version;
    }
    if (queryKey[0] !== 'tickets' || !state.data) return false;
    return pagesOf(state.data as Rows).some((page) =>
      page.items.some((item) => item.id === event.id && item.version < event.version),
    );
  });
  if (!onScreen) return;
  const ticket = await get(`/tickets/${event.id}`).catch(() => null);
  if (ticket) patchTicket(client, ticket);
}
