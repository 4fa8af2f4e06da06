import { Injectable } from '@nestjs/common';
import { newId, refuse, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, AuditLog, scopeOf } from '@hotline/organization';
import { LineLost } from '@hotline/telephony';
import { DialStore } from '../data/dial-store.js';
import { PresenceStore } from '../data/presence-store.js';
import { type Telephone, Telephones } from '../data/telephones.js';
import { comeBack } from '../domain/aims.js';
import { controlsOf } from '../domain/keys.js';
import { dialOrder } from '../domain/orders.js';
import { startDialling } from '../domain/person-steps.js';
import { NOT_PLACED_MS } from '../domain/time-steps.js';
import { type DialSubject, NumbersToDial } from './numbers-to-dial.js';
import { Chapter, PresenceBook } from './presence-book.js';
import { PresenceDesk } from './presence-desk.js';
import { SwitchboardDoor } from './switchboard-door.js';

/** Where a dialled number enters the dialplan, unless the source says otherwise. */
const OUTBOUND_CONTEXT = 'hotline-outbound';

export interface DialTarget {
  readonly subject: DialSubject;
  readonly subjectId: string;
}

interface Placing {
  readonly id: string;
  readonly telephone: Telephone;
  readonly number: string;
}

const contextOf = ({ sourceSettings }: Telephone): string =>
  typeof sourceSettings.outboundContext === 'string' ? sourceSettings.outboundContext : OUTBOUND_CONTEXT;

/** Calls somebody back from one's own telephone. The number is taken from the record, never from the request. */
@Injectable()
export class Dial {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: PresenceDesk,
    private readonly store: PresenceStore,
    private readonly telephones: Telephones,
    private readonly dials: DialStore,
    private readonly numbers: NumbersToDial,
    private readonly book: PresenceBook,
    private readonly audit: AuditLog,
    private readonly door: SwitchboardDoor,
  ) {}

  /** @returns the id of the dialling; the call's record carries it as its key */
  async run(actor: Actor, version: number, target: DialTarget): Promise<string> {
    // Before the presence is locked: a version that this screen has seen is no older than the dialling it would miss.
    if (await this.isDialling(actor)) refuse('in-call');
    const placing = await this.prepare(actor, version, target);
    await this.place(actor, placing);
    return placing.id;
  }

  private async prepare(actor: Actor, version: number, target: DialTarget): Promise<Placing> {
    const placed: Placing[] = [];
    await this.desk.change(actor, version, 'dialled', async ({ tx, presence, at }) => {
      const telephone = await this.telephones.byId(tx, presence.telephoneId);
      const decided = startDialling(presence, at);
      if (!decided.ok) return decided;
      if (!telephone) return refuse('no-telephone');
      if (!controlsOf(telephone).includes('dial')) return refuse('not-controllable');
      if (telephone.line === 'down') return refuse('line-down');
      const number = await this.numbers.numberOf(tx, actor, target.subject, target.subjectId);
      const id = newId();
      await this.dials.add(tx, { id, sourceId: telephone.sourceId, callKey: id, ...target });
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'call-dialled',
        objectKind: target.subject,
        objectId: target.subjectId,
        facts: { dialId: id },
      });
      placed.push({ id, telephone, number });
      return decided;
    });
    return placed[0] ?? refuse('unavailable');
  }

  /** Also from another screen of the person. What was not placed within a minute and a half never will be. */
  private isDialling({ accountId }: Actor): Promise<boolean> {
    return this.work.read(WHOLE_TREE, (tx) =>
      this.dials.isOn(tx, accountId, new Date(tx.now.getTime() - NOT_PLACED_MS)),
    );
  }

  private async place(actor: Actor, { id, telephone, number }: Placing): Promise<void> {
    const { action, fields } = dialOrder(telephone, number, id, contextOf(telephone));
    try {
      await this.door.ask(telephone.sourceId, action, fields);
    } catch (fault) {
      const lost = fault instanceof LineLost;
      await this.giveUp(actor, id, lost ? 'line-down' : 'refused');
      refuse(lost ? 'line-down' : 'not-controllable');
    }
  }

  private giveUp(actor: Actor, id: string, fault: string): Promise<void> {
    return this.work.run(scopeOf(actor, 'presence.own'), async (tx) => {
      await this.dials.fail(tx, id, fault);
      const [presence] = await this.store.lock(tx, [actor.accountId]);
      if (presence?.intent !== 'outbound') return;
      const chapter = new Chapter(presence, tx.now);
      chapter.take(tx.now, { by: 'system', cause: 'call-not-placed' }, comeBack);
      await this.book.write(tx, [chapter]);
    });
  }
}
