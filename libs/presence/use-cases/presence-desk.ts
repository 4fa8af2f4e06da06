import { Injectable } from '@nestjs/common';
import { type Decision, orRefuse, refuse, type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, homeUnit, scopeOf } from '@hotline/organization';
import { PresenceSettingsStore } from '../data/presence-settings-store.js';
import { PresenceStore } from '../data/presence-store.js';
import { blank, type Cause, type Presence } from '../domain/presence.js';
import type { PresenceSettings } from '../domain/settings.js';
import { Chapter, PresenceBook } from './presence-book.js';

export interface PersonStep {
  readonly tx: Transaction;
  readonly presence: Presence;
  readonly settings: PresenceSettings;
  readonly at: Date;
}

/** A person changes his own presence: his row is locked, the rule asked, the change put on record. */
@Injectable()
export class PresenceDesk {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: PresenceStore,
    private readonly settings: PresenceSettingsStore,
    private readonly book: PresenceBook,
  ) {}

  /**
   * @param version what the person saw; refused as stale only when the intent has changed since, not for each ring
   * @throws Refused `stale-version`, and what the rule refuses
   */
  change(
    actor: Actor,
    version: number,
    cause: Cause,
    rule: (step: PersonStep) => Promise<Decision<Presence>> | Decision<Presence>,
  ): Promise<Presence> {
    return this.work.run(scopeOf(actor, 'presence.own'), async (tx) => {
      const presence = await this.own(tx, actor);
      if (version < presence.intentVersion || version > presence.version)
        refuse('stale-version', { facts: { yours: version, newest: presence.version } });
      const settings = (await this.settings.inForce(tx)).of(presence.unitId);
      const chapter = new Chapter({ ...presence, seenAt: tx.now }, tx.now);
      const at = tx.now;
      const decided = orRefuse(await rule({ tx, presence: chapter.presence, settings, at }));
      chapter.take(at, { by: 'person', cause }, () => decided);
      await this.book.write(tx, [chapter]);
      return chapter.presence;
    });
  }

  private async own(tx: Transaction, actor: Actor): Promise<Presence> {
    const [known] = await this.store.lock(tx, [actor.accountId]);
    if (known) return known;
    const home = homeUnit(actor, 'presence.own') ?? refuse('forbidden');
    await this.store.begin(tx, blank(actor.accountId, home.unitId, home.path));
    const [begun] = await this.store.lock(tx, [actor.accountId]);
    return begun ?? refuse('unavailable');
  }
}
