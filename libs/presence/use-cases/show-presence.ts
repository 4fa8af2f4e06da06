import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, homeUnit, scopeOf } from '@hotline/organization';
import { type CallMask, CallMasks } from '../data/call-masks.js';
import { PresenceSettingsStore } from '../data/presence-settings-store.js';
import { PresenceStore } from '../data/presence-store.js';
import { type Telephone, Telephones } from '../data/telephones.js';
import { breakLimitAt } from '../domain/aims.js';
import { type Control, controlsOf, keysNow } from '../domain/keys.js';
import {
  type Aim,
  blank,
  type CallNow,
  isSignedIn,
  type Presence,
  sinceOf,
  type WrapUp,
} from '../domain/presence.js';
import { type BreakReason, limitSecondsOf, type PresenceSettings } from '../domain/settings.js';
import { shownOf } from '../domain/shown.js';
import { COUNTS_AS, type CountsAs, type Device, type Intent, type Shown } from '../domain/states.js';

export interface ShownCall extends CallNow {
  /** The other side's number with its middle hidden; null where it was withheld. */
  readonly masked: string | null;
}

export interface OwnPresence {
  readonly signedIn: boolean;
  readonly ledBy: Presence['ledBy'];
  readonly intent: Intent;
  readonly reason: string | null;
  readonly since: Date | null;
  readonly shown: Shown;
  readonly shownSince: Date | null;
  readonly countsAs: CountsAs;
  readonly device: Device;
  readonly call: ShownCall | null;
  readonly wrapUp:
    (WrapUp & { readonly prolongsLeft: number; readonly direction: CallNow['direction'] | null }) | null;
  readonly next: Aim | null;
  readonly breakLimitAt: Date | null;
  readonly overLimit: boolean;
  readonly telephone:
    | (Pick<Telephone, 'endpointId' | 'kind' | 'address' | 'name'> & {
        /** what this telephone can be told at all */
        readonly controls: Control[];
        /** what it can be told just now */
        readonly keys: Control[];
      })
    | null;
  readonly queues: readonly string[];
  /** null without a telephone */
  readonly line: 'live' | 'down' | null;
  readonly breaks: readonly BreakReason[];
  readonly version: number;
  readonly now: Date;
}

const telephoneOf = (presence: Presence, found: Telephone | null): OwnPresence['telephone'] =>
  found && {
    endpointId: found.endpointId,
    kind: found.kind,
    address: found.address,
    name: found.name,
    controls: controlsOf(found),
    keys: isSignedIn(presence) ? keysNow(presence, found) : [],
  };

const wrapUpOf = (
  wrapUp: WrapUp,
  masks: ReadonlyMap<string, CallMask>,
  { prolongTimes }: PresenceSettings,
): OwnPresence['wrapUp'] => ({
  ...wrapUp,
  direction: masks.get(wrapUp.callId ?? '')?.direction ?? null,
  prolongsLeft: prolongTimes - wrapUp.prolongedTimes,
});

/** The person's own presence, with everything his bar shows. */
@Injectable()
export class ShowPresence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: PresenceStore,
    private readonly settings: PresenceSettingsStore,
    private readonly telephones: Telephones,
    private readonly masks: CallMasks,
  ) {}

  run(actor: Actor): Promise<OwnPresence> {
    return this.work.read(scopeOf(actor, 'presence.own'), (tx) => this.shown(tx, actor));
  }

  private async shown(tx: Transaction, actor: Actor): Promise<OwnPresence> {
    const home = homeUnit(actor, 'presence.own');
    const presence =
      (await this.store.find(tx, actor.accountId)) ??
      blank(actor.accountId, home?.unitId ?? '', home?.path ?? '');
    const settings = (await this.settings.inForce(tx)).of(presence.unitId);
    const signedIn = isSignedIn(presence);
    const telephone = signedIn
      ? await this.telephones.byId(tx, presence.telephoneId)
      : await this.telephones.ofAccount(tx, actor.accountId);
    const shownCalls = [presence.call?.callId, presence.wrapUp?.callId].flatMap((id) => id ?? []);
    const masks = await this.masks.of(tx, shownCalls);
    const shown = shownOf(presence);
    const limitAt = breakLimitAt(presence, limitSecondsOf(settings, presence.intent, presence.reason));
    const { call, wrapUp } = presence;
    return {
      signedIn,
      ledBy: presence.ledBy,
      intent: presence.intent,
      reason: presence.reason,
      since: sinceOf(presence),
      shown,
      shownSince: presence.segment?.from ?? null,
      countsAs: COUNTS_AS[shown],
      device: presence.device,
      call: call && { ...call, masked: masks.get(call.callId)?.masked ?? null },
      wrapUp: wrapUp && wrapUpOf(wrapUp, masks, settings),
      next: presence.next,
      breakLimitAt: limitAt,
      overLimit: limitAt !== null && limitAt.getTime() <= tx.now.getTime(),
      telephone: telephoneOf(presence, telephone),
      queues: telephone?.queues ?? [],
      line: telephone?.line ?? null,
      breaks: settings.breaks,
      version: presence.version,
      now: tx.now,
    };
  }
}
