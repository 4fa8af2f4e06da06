import { type AmiMessage, field, numberField } from '../ami/message.js';
import { OwnTexts } from '../ami/own-texts.js';
import { callerNumber } from '../ami/redact.js';
import { type Said } from './call-event.js';

export const text = (message: AmiMessage, key: string): string | null => {
  const value = field(message, key);
  return value === undefined || value === '' || value === '<unknown>' ? null : value;
};

/** `PJSIP/8001-0000001a` → `PJSIP/8001`: the device behind a channel. */
export const peerOf = (channel: string | null): string | null =>
  channel === null ? null : devices.of(channel.replace(/-[0-9a-f]{8}(;\d)?$/, ''));
const devices = new OwnTexts();

/** `PJSIP/8001`, `Local/8001@agents/n`, `SIP/8001` → `8001`. */
export const extensionOf = (device: string | null): string | null =>
  device === null ? null : (/^[A-Za-z0-9]+\/([^@/]+)/.exec(device)?.[1] ?? device);

/** The channel of an event (or, with the prefix `Dest`, its other one) as the leg the event is about. */
export const legOf = (message: AmiMessage, prefix = ''): Pick<Said, 'legId' | 'callId'> => ({
  legId: text(message, `${prefix}Uniqueid`),
  callId: text(message, `${prefix}Linkedid`) ?? text(message, 'Linkedid'),
});

export const callerOf = (message: AmiMessage): string | null => {
  const number = callerNumber(field(message, 'CallerIDNum'));
  const hidden = /prohib/i.test(field(message, 'CID-CallingPres') ?? '');
  return hidden ? 'withheld' : number;
};

/** Queue, agent and both legs of an app_queue event; `Uniqueid` is the caller's leg, `Dest…` the agent's. */
export const queueCall = (message: AmiMessage): Partial<Said> => ({
  callId: text(message, 'Linkedid'),
  callerLegId: text(message, 'Uniqueid'),
  legId: text(message, 'DestUniqueid'),
  legKind: 'agent',
  queue: text(message, 'Queue'),
  agent: text(message, 'MemberName') ?? text(message, 'Interface'),
  agentExt: extensionOf(text(message, 'Interface')),
  waitS: numberField(message, 'HoldTime'),
  talkS: numberField(message, 'TalkTime'),
});

export const member = (message: AmiMessage): Partial<Said> => ({
  queue: text(message, 'Queue'),
  agent: text(message, 'MemberName') ?? text(message, 'Name') ?? text(message, 'Interface'),
  agentExt: extensionOf(text(message, 'Interface') ?? text(message, 'Location')),
});
