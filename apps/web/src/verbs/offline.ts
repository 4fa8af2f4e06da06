import { createContext, useContext } from 'react';
import type { TicketVerb, TicketView } from '../api/contract';

/** Takes a step that could not be sent because the network is down; false: it cannot wait, the form must keep it. */
export type TakeOffline = (ticket: TicketView, verb: TicketVerb, body: object) => boolean;

export const OfflineQueue = createContext<TakeOffline | null>(null);

export const useOfflineQueue = (): TakeOffline | null => useContext(OfflineQueue);
