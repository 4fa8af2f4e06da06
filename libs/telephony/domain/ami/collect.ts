import { type AmiMessage, eventName, field } from './message.js';

/** Most events kept of one list answer: 200 queues with 100 members each, and room. */
export const LONGEST_LIST = 100_000;

/** An action whose answer is not whole yet. Plain state: the promise and its time-out live in the adapter. */
export interface OpenAction {
  actionId: string;
  response: AmiMessage | null;
  events: readonly AmiMessage[];
}

export type Progress =
  | { state: 'waiting'; open: OpenAction }
  | { state: 'answered'; response: AmiMessage | null; events: readonly AmiMessage[] }
  | { state: 'failed'; message: string };

export const openAction = (actionId: string): OpenAction => ({ actionId, response: null, events: [] });

const isStart = (message: AmiMessage): boolean => field(message, 'EventList')?.toLowerCase() === 'start';
const isEnd = (message: AmiMessage): boolean => {
  const list = field(message, 'EventList')?.toLowerCase();
  // Older list actions end with an event named …Complete and no EventList field.
  return list === 'complete' || list === 'cancelled' || (!list && eventName(message).endsWith('Complete'));
};

/** @returns whether this message answers that action (or belongs to its list) */
export const belongsTo = (open: OpenAction, message: AmiMessage): boolean =>
  field(message, 'ActionID') === open.actionId;

/**
 * Adds one message that `belongsTo` the action. A single answer is whole with its response; a list with the event
 * that says `EventList: Complete`. The last event is kept, because it carries the number of items.
 */
export function collect(open: OpenAction, message: AmiMessage): Progress {
  if (message.kind === 'response') {
    if (field(message, 'Response') === 'Error')
      return { state: 'failed', message: field(message, 'Message') ?? 'refused' };
    if (!isStart(message)) return { state: 'answered', response: message, events: open.events };
    return { state: 'waiting', open: { ...open, response: message } };
  }
  if (open.events.length >= LONGEST_LIST) return { state: 'failed', message: 'the list has no end' };
  const events = [...open.events, message];
  if (isEnd(message)) return { state: 'answered', response: open.response, events };
  return { state: 'waiting', open: { ...open, events } };
}
