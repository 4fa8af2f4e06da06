import { callerNumber } from '../ami/redact.js';
import { type EslEvent } from '../esl/parser.js';
import { type AgentTelephones, extensionOfChannel } from '../esl/telephones.js';
import { type Said } from './call-event.js';

export const SECOND = 1_000_000;

export const header = (event: EslEvent, name: string): string | null => event.headers.get(name) || null;

/** Epoch seconds or microseconds. */
export const epoch = (event: EslEvent, name: string): number | null => {
  const text = header(event, name);
  return text !== null && /^\d{10,17}$/.test(text) ? Number(text) : null;
};

export const between = (event: EslEvent, from: string, to: string): number | null => {
  const start = epoch(event, from);
  const end = epoch(event, to);
  return start === null || end === null ? null : end - start;
};

/** `CC-Member-UUID` is a visit ready-made; `CC-Member-Session-UUID` is the caller's channel. */
const visit = (event: EslEvent): Partial<Said> => ({
  callId: header(event, 'CC-Member-Session-UUID'),
  visitId: header(event, 'CC-Member-UUID'),
  callerLegId: header(event, 'CC-Member-Session-UUID'),
  queue: header(event, 'CC-Queue'),
  caller: callerNumber(header(event, 'CC-Member-CID-Number')),
});

export const agentOf = (event: EslEvent, telephones: AgentTelephones): Partial<Said> => {
  const agent = header(event, 'CC-Agent');
  return { agent, agentExt: telephones.extensionOf(agent) };
};

export const serving = (event: EslEvent, telephones: AgentTelephones): Partial<Said> => ({
  ...visit(event),
  ...agentOf(event, telephones),
  legId: header(event, 'CC-Agent-UUID'),
  legKind: 'agent',
});

export const leaving = (event: EslEvent): Partial<Said> => ({
  ...visit(event),
  legId: header(event, 'CC-Member-Session-UUID'),
  legKind: 'caller',
});

export const isInbound = (event: EslEvent): boolean => header(event, 'Call-Direction') === 'inbound';

/** A leg of the queue's own making or a caller in it; what it does, mod_callcenter tells. */
export const isOfQueue = (event: EslEvent): boolean => header(event, 'variable_cc_side') !== null;

/** The leg that this one is rung for: the dialplan's `bridge` names it as the originator. */
const originatorOf = (event: EslEvent): string | null => {
  if (isInbound(event)) return null;
  const named = header(event, 'Other-Type') === 'originator' ? header(event, 'Other-Leg-Unique-ID') : null;
  return named ?? header(event, 'variable_originator');
};

/** The channel an event is about. A leg that mod_callcenter made for a caller is of his call before it is bridged. */
export const leg = (event: EslEvent): Partial<Said> => ({
  legId: header(event, 'Unique-ID'),
  callId:
    header(event, 'variable_cc_member_session_uuid') ??
    originatorOf(event) ??
    header(event, 'Channel-Call-UUID'),
  legKind: header(event, 'variable_cc_side') === 'agent' ? 'agent' : isInbound(event) ? 'caller' : null,
});

/** Rung for another leg, and not by a queue. */
export const isRung = (event: EslEvent): boolean => {
  const { legId, callId } = leg(event);
  return !isInbound(event) && !isOfQueue(event) && callId !== legId;
};

/** Made by `originate` under an id of the orderer's own, as our click-to-call does (esl/orders.ts). */
export const isOrdered = (event: EslEvent): boolean =>
  header(event, 'variable_origination_uuid') !== null &&
  header(event, 'variable_origination_uuid') === header(event, 'Unique-ID');

/**
 * What stands behind a channel: `user/8001` for a telephone, `gateway/pbx2` for the way out; null where FreeSWITCH does not say, and
 * for callers and the queue's own legs. Who signed in with a secret says so (`user_name`); who was rung by the directory, too.
 */
export function deviceOf(event: EslEvent, telephones: AgentTelephones): string | null {
  if (isOfQueue(event)) return null;
  const user = header(event, isInbound(event) ? 'variable_user_name' : 'variable_dialed_user');
  if (user !== null) return `user/${user}`;
  if (isInbound(event)) return null;
  const gateway = header(event, 'variable_sip_gateway_name');
  if (gateway !== null) return `gateway/${gateway}`;
  const extension = channelExtension(event);
  return isOrdered(event) || telephones.agentAt(extension) !== null ? `user/${extension}` : null;
}

export const callerOf = (event: EslEvent): string | null =>
  header(event, 'Caller-Privacy-Hide-Number') === 'true'
    ? 'withheld'
    : callerNumber(header(event, 'Caller-Caller-ID-Number'));

/** The extension whose channel it is; only an agent's is ever looked for. */
export const channelExtension = (event: EslEvent): string =>
  extensionOfChannel({
    name: header(event, 'Channel-Name') ?? '',
    presenceId: header(event, 'Channel-Presence-ID') ?? '',
  });
