/**
 * What a batch of events changed, for rooms above: who is rung, who talks, whose telephone is how. Ids only, no numbers
 * of people. Told in the transaction that writes the rows, so that what follows from it stands or falls with them.
 */
export type CallChange =
  | {
      /**
       * `offered`: the telephone rings; `dialling`: it was taken, and the number it dials is rung; `missed`: it stopped
       * without an answer; `ended`: the caller's leg, or the dialler's, is gone
       */
      readonly kind:
        'offered' | 'dialling' | 'missed' | 'answered' | 'held' | 'resumed' | 'talk_ended' | 'ended';
      readonly callId: string;
      /** null for a call without a queue: outbound, internal */
      readonly visitId: string | null;
      /** whose telephone it is; null where no person is known for it, and for `ended` */
      readonly accountId: string | null;
      readonly direction: 'in' | 'out' | 'internal';
      readonly at: Date;
    }
  | {
      /** the switchboard's own word on an agent: its device's state, its membership and its pause */
      readonly kind: 'device' | 'signed_in' | 'signed_out' | 'paused' | 'unpaused';
      readonly accountId: string;
      /** state of the device (Asterisk's number as text) or the reason of the pause; null where none was given */
      readonly value: string | null;
      readonly at: Date;
    }
  | {
      /** the feed of the source came, went, or began anew after a restart of the switchboard */
      readonly kind: 'feed';
      readonly state: 'live' | 'down' | 'restarted';
      readonly at: Date;
    };

export interface CallSource {
  readonly sourceId: string;
  readonly unitPath: string;
}
