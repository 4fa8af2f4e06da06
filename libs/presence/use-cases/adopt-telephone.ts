import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { Actors, homeUnit } from '@hotline/organization';
import { PresenceStore } from '../data/presence-store.js';
import type { Telephone } from '../data/telephones.js';
import { mayLead } from '../domain/keys.js';
import { signIn } from '../domain/person-steps.js';
import { blank, isSignedIn, type Presence } from '../domain/presence.js';
import { Chapter, PresenceBook } from './presence-book.js';

/** Signs in the person of a telephone that signed on at the switchboard by itself: a vendor's bar, a practice robot. */
@Injectable()
export class AdoptTelephone {
  constructor(
    private readonly store: PresenceStore,
    private readonly actors: Actors,
    private readonly book: PresenceBook,
  ) {}

  /** @param counts whether the sign-on says something new about a person who is signed out */
  async run(
    tx: Transaction,
    telephone: Telephone,
    at: Date,
    counts: (known: Presence) => boolean,
  ): Promise<void> {
    if (!mayLead(telephone)) return;
    const { accountId, endpointId } = telephone;
    const actor = await this.actors.ofAccount(tx, accountId);
    const home = actor && homeUnit(actor, 'presence.own');
    const post = home
      ? { unitId: home.unitId, unitPath: home.path }
      : { unitId: telephone.sourceUnitId, unitPath: telephone.sourceUnitPath };
    await this.store.begin(tx, blank(accountId, post.unitId, post.unitPath));
    const [known] = await this.store.lock(tx, [accountId]);
    if (!known || isSignedIn(known) || !counts(known)) return;
    const chapter = new Chapter(known, tx.now);
    chapter.take(at, { by: 'switchboard', cause: 'signed-in' }, (presence, moment) => {
      const decided = signIn(presence, post, endpointId, 'switchboard', moment);
      return decided.ok ? decided.value : presence;
    });
    await this.book.write(tx, [chapter]);
  }
}
