import { Injectable } from '@nestjs/common';
import type { Decision, Instant, Transaction } from '@hotline/kernel';
import type { CallChange } from '@hotline/telephony';
import { PresenceSettingsStore } from '../data/presence-settings-store.js';
import { PresenceStore } from '../data/presence-store.js';
import { type CallStep, hearCall } from '../domain/call-steps.js';
import { choose, endWrapUp, signIn, signOut } from '../domain/person-steps.js';
import { blank, type Presence, READY } from '../domain/presence.js';
import { breakNamed, type PresenceSettings } from '../domain/settings.js';
import { hearDevice, WRAP_UP_PAUSE } from '../domain/switchboard-steps.js';
import type { Made } from '../domain/record.js';
import { Chapter } from './presence-book.js';

/** Who was at the line, at which telephone. */
export interface PastPerson {
  readonly accountId: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly telephoneId: string;
}

type Word = Extract<CallChange, { value: string | null }>;

const done = (presence: Presence, decided: Decision<Presence>): Presence =>
  decided.ok ? decided.value : presence;

/**
 * Segments of a day that is over, by the same steps that make them while it lasts. Whoever paused his telephone is taken to
 * have done so at his console. Where people are now is not touched.
 */
@Injectable()
export class RetellPresence {
  constructor(
    private readonly store: PresenceStore,
    private readonly settings: PresenceSettingsStore,
  ) {}

  /** @param before number of the segment before the first: a past that is told later counts below nought, by days */
  async run(
    tx: Transaction,
    people: readonly PastPerson[],
    changes: readonly CallChange[],
    before: number,
  ): Promise<void> {
    const settings = await this.settings.inForce(tx);
    const chapters = people.map((person) => {
      const nobody = blank(person.accountId, person.unitId, person.unitPath);
      return { person, chapter: new Chapter({ ...nobody, lastSeq: before }, tx.now) };
    });
    for (const change of [...changes].sort((one, other) => one.at.getTime() - other.at.getTime()))
      for (const { person, chapter } of chapters)
        if (concerns(change, person)) live(chapter, person, change, settings.of(person.unitId));
    await this.store.keep(
      tx,
      chapters.map(({ chapter }) => chapter.saving),
    );
  }
}

/** The end of a call concerns whoever had it. */
const concerns = (change: CallChange, { accountId }: PastPerson): boolean =>
  change.kind === 'ended' || ('accountId' in change && change.accountId === accountId);

/** A wrap-up is prolonged as often as it may be, and then ends by itself. */
function passTime(
  chapter: Chapter,
  until: Instant,
  { prolongSeconds, prolongTimes }: PresenceSettings,
): void {
  const { wrapUp } = chapter.presence;
  if (!wrapUp) return;
  const over = new Date(wrapUp.endsAt.getTime() + prolongSeconds * prolongTimes * 1_000);
  if (over < until)
    chapter.take(over, { by: 'system', cause: 'wrap-up-ended' }, (presence, at) =>
      done(presence, endWrapUp(presence, at)),
    );
}

function live(chapter: Chapter, person: PastPerson, change: CallChange, settings: PresenceSettings): void {
  if (change.kind === 'feed') return;
  passTime(chapter, change.at, settings);
  if ('value' in change) return hear(chapter, person, change, settings);
  const step: CallStep = change;
  chapter.take(
    step.at,
    (after, was) =>
      after.wrapUp !== null && after.wrapUp !== was.wrapUp
        ? { by: 'system', cause: 'wrap-up-began' }
        : { by: 'switchboard', cause: 'call' },
    (presence, at) => hearCall(presence, step, at, settings),
  );
}

const CAUSES = { signed_in: 'signed-in', signed_out: 'signed-out', paused: 'chosen' } as const;

function causeOf({ kind }: Word, before: Presence): Made {
  if (kind === 'device') return { by: 'switchboard', cause: 'device' };
  if (kind === 'unpaused') return { by: 'person', cause: before.wrapUp ? 'wrap-up-ended' : 'chosen' };
  return { by: 'person', cause: CAUSES[kind] };
}

function hear(chapter: Chapter, person: PastPerson, word: Word, settings: PresenceSettings): void {
  chapter.take(
    word.at,
    (_, before) => causeOf(word, before),
    (presence, at) => after(presence, person, word, at, settings),
  );
}

function after(
  presence: Presence,
  person: PastPerson,
  { kind, value, at: said }: Word,
  at: Instant,
  settings: PresenceSettings,
): Presence {
  switch (kind) {
    case 'signed_in':
      return done(presence, signIn(presence, person, person.telephoneId, 'console', at));
    case 'signed_out':
      return done(presence, signOut({ ...presence, call: null, device: 'free' }, at));
    case 'device':
      return hearDevice(presence, value, said, at, settings);
    case 'paused': {
      const named = value === WRAP_UP_PAUSE ? undefined : breakNamed(settings, value);
      return named ? done(presence, choose(presence, named, settings, at)) : presence;
    }
    default:
      return presence.wrapUp
        ? done(presence, endWrapUp(presence, at))
        : done(presence, choose(presence, READY, settings, at));
  }
}
