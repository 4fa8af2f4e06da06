import { type AmiMessage, field } from '../ami/message.js';
import { callerOf, legOf, member, peerOf, text } from './ami-fields.js';
import { type Said, type Sign } from './call-event.js';

type Reading = (message: AmiMessage) => Said[];

const seen =
  (sign: Sign): Reading =>
  (message) => [
    {
      ...legOf(message),
      type: 'observed',
      sign,
      context: text(message, 'Context'),
      exten: text(message, 'Exten'),
      bridgeId: text(message, 'BridgeUniqueid'),
      peer: peerOf(text(message, 'Channel')),
      caller: callerOf(message),
      otherLegIds: [text(message, 'SwapUniqueid')].filter((leg) => leg !== null),
    },
  ];

const dialled =
  (sign: Sign): Reading =>
  (message) => [
    {
      ...legOf(message, 'Dest'),
      type: 'observed',
      sign,
      otherLegIds: [text(message, 'Uniqueid')].filter((leg) => leg !== null),
      peer: peerOf(text(message, 'DestChannel')),
      rawReason: text(message, 'DialStatus'),
    },
  ];

const hold =
  (type: 'held' | 'resumed'): Reading =>
  (message) => [{ ...legOf(message), type }];

/** A failed transfer changes nothing, nor does a third person who joins. Both kinds name the caller's leg, where there is one. */
const transfer =
  (reason: 'transfer_blind' | 'transfer_attended', transferers: readonly string[]): Reading =>
  (message) => {
    if ((field(message, 'Result') ?? 'Success') !== 'Success') return [];
    if (field(message, 'DestType') === 'Threeway') return [];
    const others = transferers.map((who) => text(message, `${who}Uniqueid`)).filter((leg) => leg !== null);
    const legId = text(message, 'TransfereeUniqueid');
    const callId = text(message, 'TransfereeLinkedid') ?? text(message, `${transferers[0]}Linkedid`);
    return [{ type: 'transferred', reason, legId, callId, otherLegIds: others }];
  };

export const CHANNEL_EVENTS: Readonly<Record<string, Reading>> = {
  Newchannel: seen('leg_created'),
  Newstate: seen('leg_seen'),
  MusicOnHoldStart: seen('music_started'),
  MusicOnHoldStop: seen('music_stopped'),
  BridgeEnter: seen('bridge_entered'),
  BridgeLeave: seen('bridge_left'),
  LocalBridge: (message) => [
    {
      ...legOf(message, 'LocalTwo'),
      type: 'observed',
      sign: 'local_joined',
      otherLegIds: [text(message, 'LocalOneUniqueid')].filter((leg) => leg !== null),
    },
  ],
  HangupRequest: seen('hangup_requested'),
  // Also when the dialplan hangs up: the end of the leg, should its Hangup be lost.
  SoftHangupRequest: seen('hung_up'),
  DialBegin: dialled('dial_begun'),
  DialEnd: dialled('dial_ended'),
  Hold: hold('held'),
  Unhold: hold('resumed'),
  BlindTransfer: transfer('transfer_blind', ['Transferer']),
  AttendedTransfer: transfer('transfer_attended', ['OrigTransferer', 'SecondTransferer']),
  Hangup: (message) => [
    {
      ...legOf(message),
      type: 'ended',
      rawReason: field(message, 'Cause') ?? null,
      context: text(message, 'Context'),
      exten: text(message, 'Exten'),
      peer: peerOf(text(message, 'Channel')),
    },
  ],
};

/** Answers of the resync lists; they carry no Timestamp. */
export const SNAPSHOT_EVENTS: Readonly<Record<string, Reading>> = {
  CoreShowChannel: (message) => [
    {
      ...legOf(message),
      type: 'observed',
      sign: 'leg_present',
      context: text(message, 'Context'),
      exten: text(message, 'Exten'),
      bridgeId: text(message, 'BridgeId'),
      application: text(message, 'Application'),
      peer: peerOf(text(message, 'Channel')),
      rawReason: text(message, 'Duration'),
    },
  ],
  // Not Asterisk's: our watch found that the switchboard has this leg no more (feeds/channel-watch.ts).
  HotlineGone: (message) => [{ ...legOf(message), type: 'ended', reason: 'lost_by_system' }],
  QueueMember: (message) => {
    const paused = field(message, 'Paused') === '1';
    const said: Said[] = [{ ...member(message), type: 'agent_signed_in' }];
    if (paused)
      said.push({ ...member(message), type: 'agent_paused', rawReason: text(message, 'PausedReason') });
    return said;
  },
};
