import { type CallEvent, type CallEventType } from './call-event.js';

/**
 * Asterisk takes queues whose names differ in the case of Latin letters for one (`strcasecmp`), and writes the name now
 * as the dialplan spells it (ENTERQUEUE, exits, our own lines), now as `queues.conf` does (members, connects).
 */
export const nameKey = (queue: string): string => queue.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

const OF_ITS_MEMBERS = new Set<CallEventType>(['agent_offered', 'agent_missed', 'answered', 'talk_ended']);

/** Whether this event has the queue's name as the switchboard itself spells it. */
export const isOwnSpelling = ({ type, feed }: Pick<CallEvent, 'type' | 'feed'>): boolean =>
  OF_ITS_MEMBERS.has(type) ||
  (feed !== 'queue_log' && (type === 'queue_joined' || type.startsWith('agent_')));
