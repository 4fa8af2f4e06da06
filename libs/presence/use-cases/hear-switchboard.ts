import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Live, type Transaction } from '@hotline/kernel';
import { type CallChange, type CallListener, CallListeners, type CallSource } from '@hotline/telephony';
import { PresenceSettingsStore } from '../data/presence-settings-store.js';
import { PresenceStore } from '../data/presence-store.js';
import { SwitchboardReads } from '../data/switchboard-reads.js';
import { Telephones } from '../data/telephones.js';
import { type CallStep, hearCall } from '../domain/call-steps.js';
import type { Presence } from '../domain/presence.js';
import type { SettingsInForce } from '../domain/settings-in-force.js';
import { hearDevice, hearPause, hearSignedOut, hearUnpause } from '../domain/switchboard-steps.js';
import { AdoptTelephone } from './adopt-telephone.js';
import { Chapter, PresenceBook } from './presence-book.js';
import { ReconcileSwitchboard } from './reconcile-switchboard.js';

type Word = Extract<CallChange, { value: string | null }>;

const isCall = (change: CallChange): change is CallStep => 'callId' in change;
const isWord = (change: CallChange): change is Word => 'value' in change;

/** What the switchboard tells of people's telephones and calls, in the transaction that puts it on record. */
@Injectable()
export class HearSwitchboard implements CallListener, OnModuleInit {
  constructor(
    private readonly listeners: CallListeners,
    private readonly store: PresenceStore,
    private readonly settings: PresenceSettingsStore,
    private readonly reads: SwitchboardReads,
    private readonly telephones: Telephones,
    private readonly adoption: AdoptTelephone,
    private readonly book: PresenceBook,
    private readonly live: Live,
    private readonly reconcile: ReconcileSwitchboard,
  ) {}

  onModuleInit(): void {
    this.listeners.add(this);
  }

  async heard(tx: Transaction, source: CallSource, changes: readonly CallChange[]): Promise<void> {
    const calls = changes.filter(isCall);
    const words = changes.filter(isWord);
    if (calls.length + words.length > 0) await this.apply(tx, source, calls, words, changes);
    const state = changes.findLast((change) => change.kind === 'feed');
    if (state && state.state !== 'down') tx.afterCommit(() => this.reconcile.soon(source.sourceId));
  }

  private async apply(
    tx: Transaction,
    source: CallSource,
    calls: readonly CallStep[],
    words: readonly Word[],
    changes: readonly CallChange[],
  ): Promise<void> {
    const parties = await this.reads.partiesOf(
      tx,
      calls.filter(({ kind }) => kind === 'ended').map(({ callId }) => callId),
    );
    await this.adopt(tx, source, words);
    const named = [...calls, ...words].flatMap(({ accountId }) => accountId ?? []);
    const accounts = new Set([...named, ...[...parties.values()].flat()]);
    const settings = await this.settings.inForce(tx);
    const stillThere = await this.reads.membersStill(
      tx,
      words.filter(({ kind }) => kind === 'signed_out').map(({ accountId }) => accountId),
    );
    const chapters = new Map(
      (await this.store.lock(tx, [...accounts])).map((one) => [one.accountId, new Chapter(one, tx.now)]),
    );
    for (const change of inTime(changes)) {
      if (isCall(change))
        for (const accountId of peopleOf(change, parties)) hearOf(chapters.get(accountId), change, settings);
      else if (isWord(change) && !(change.kind === 'signed_out' && stillThere.has(change.accountId)))
        hearWord(chapters.get(change.accountId), change, settings);
    }
    await this.book.write(tx, [...chapters.values()]);
    if (calls.length > 0) tx.afterCommit(() => this.tell(calls, parties));
  }

  private tell(calls: readonly CallStep[], parties: ReadonlyMap<string, readonly string[]>): void {
    for (const call of calls)
      for (const accountId of peopleOf(call, parties)) {
        const { callId, visitId, direction, kind: state } = call;
        const at = call.at.toISOString();
        this.live.publish({ kind: 'call', accountId, callId, visitId, direction, state, at });
      }
  }

  /** A telephone that signed on by itself signs its person in, where such telephones lead. */
  private async adopt(tx: Transaction, { sourceId }: CallSource, words: readonly Word[]): Promise<void> {
    const joined = words.filter(({ kind }) => kind === 'signed_in');
    const accounts = [...new Set(joined.map(({ accountId }) => accountId))];
    for (const telephone of await this.telephones.onSource(tx, sourceId, accounts)) {
      const at = joined.find(({ accountId }) => accountId === telephone.accountId)?.at;
      if (at) await this.adoption.run(tx, telephone, at, (known) => at.getTime() > known.since.getTime());
    }
  }
}

/** A batch tells what happened call by call; people live through it in the order of time. */
const inTime = (changes: readonly CallChange[]): CallChange[] =>
  [...changes].sort((one, other) => one.at.getTime() - other.at.getTime());

const peopleOf = (
  { accountId, callId, kind }: CallStep,
  parties: ReadonlyMap<string, readonly string[]>,
): readonly string[] => {
  const others = kind === 'ended' ? (parties.get(callId) ?? []) : [];
  return [...new Set([...(accountId ? [accountId] : []), ...others])];
};

const began = (after: Presence, before: Presence): boolean =>
  after.wrapUp !== null && after.wrapUp !== before.wrapUp;

function hearOf(chapter: Chapter | undefined, step: CallStep, settings: SettingsInForce): void {
  chapter?.take(
    step.at,
    (after, before) =>
      began(after, before) ? { by: 'system', cause: 'wrap-up-began' } : { by: 'switchboard', cause: 'call' },
    (presence, at) => hearCall(presence, step, at, settings.of(presence.unitId)),
  );
}

function hearWord(chapter: Chapter | undefined, word: Word, settings: SettingsInForce): void {
  const act = (presence: Presence, at: Date): Presence => {
    switch (word.kind) {
      case 'device':
        return hearDevice(presence, word.value, word.at, at, settings.of(presence.unitId));
      case 'paused':
        return hearPause(presence, word.value, settings.of(presence.unitId), at);
      case 'unpaused':
        return hearUnpause(presence, at);
      case 'signed_out':
        return hearSignedOut(presence, at);
      default:
        return presence;
    }
  };
  const cause =
    word.kind === 'device' ? 'device' : word.kind === 'signed_out' ? 'signed-out' : 'telephone-pause';
  chapter?.take(
    word.at,
    (after, before) =>
      began(after, before) ? { by: 'system', cause: 'wrap-up-began' } : { by: 'switchboard', cause },
    act,
  );
}
