import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { LOG } from '@hotline/platform';
import { type AmiMessage, eventName, field } from '@hotline/telephony';
import { PresenceSettingsStore } from '../data/presence-settings-store.js';
import { PresenceStore } from '../data/presence-store.js';
import { type Telephone, Telephones } from '../data/telephones.js';
import { type Member, ordersFor } from '../domain/orders.js';
import type { Cause, Presence } from '../domain/presence.js';
import type { PresenceSettings } from '../domain/settings.js';
import { hearDevice, hearPause, hearSignedOut, hearUnpause } from '../domain/switchboard-steps.js';
import { AdoptTelephone } from './adopt-telephone.js';
import { FollowSwitchboard } from './follow-switchboard.js';
import { Chapter, PresenceBook } from './presence-book.js';
import { SwitchboardDoor } from './switchboard-door.js';

function memberOf(message: AmiMessage): Member | null {
  const [queue, address] = [field(message, 'Queue'), field(message, 'Location')];
  if (eventName(message) !== 'QueueMember' || !queue || !address) return null;
  const paused = field(message, 'Paused') === '1' ? (field(message, 'PausedReason') ?? '') : null;
  return { queue, address, paused, status: field(message, 'Status') ?? null };
}

/**
 * Asks a switchboard who is on its queues and repairs what differs from the console: each minute, after a new beginning of
 * the line, and after a sign-in. What it repaired is logged.
 */
@Injectable()
export class ReconcileSwitchboard {
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly store: PresenceStore,
    private readonly settings: PresenceSettingsStore,
    private readonly telephones: Telephones,
    private readonly book: PresenceBook,
    private readonly adoption: AdoptTelephone,
    private readonly follow: FollowSwitchboard,
    private readonly door: SwitchboardDoor,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Without waiting for it; a look already under way is enough. */
  soon(sourceId: string): void {
    if (this.running.has(sourceId)) return;
    const look = this.run(sourceId)
      .then(() => undefined)
      .catch((error: unknown) =>
        this.log.warn({ sourceId, error: String(error) }, 'switchboard not looked at'),
      )
      .finally(() => this.running.delete(sourceId));
    this.running.set(sourceId, look);
  }

  async settled(): Promise<void> {
    await Promise.all(this.running.values());
  }

  async everySource(): Promise<void> {
    const ids = await this.work.read(WHOLE_TREE, (tx) => this.telephones.liveSources(tx));
    for (const id of ids)
      await this.run(id).catch((error: unknown) =>
        this.log.warn({ sourceId: id, error: String(error) }, 'switchboard not looked at'),
      );
  }

  /** @returns how many orders it took to agree */
  async run(sourceId: string): Promise<number> {
    const { events } = await this.door.ask(sourceId, 'QueueStatus', {});
    const members = events.map(memberOf).filter((one): one is Member => one !== null);
    const telephones = await this.work.read(WHOLE_TREE, (tx) => this.telephones.ofSource(tx, sourceId));
    await this.take(telephones, members);
    // Read after the switchboard was asked: what has changed meanwhile has sent its own orders.
    const people = await this.people(telephones);
    let repaired = 0;
    for (const telephone of telephones) {
      const presence = people.get(telephone.accountId) ?? null;
      const orders = ordersFor(presence, telephone, members);
      if (orders.length === 0) continue;
      repaired += orders.length;
      const actions = orders.map(({ action }) => action);
      this.log.warn({ sourceId, accountId: telephone.accountId, actions }, 'switchboard repaired');
      await this.follow.tell(sourceId, orders);
    }
    return repaired;
  }

  private people(telephones: readonly Telephone[]): Promise<ReadonlyMap<string, Presence>> {
    const ids = telephones.map(({ accountId }) => accountId);
    return this.work.read(WHOLE_TREE, async (tx) => {
      const found = await this.store.those(tx, ids);
      return new Map(found.map((one) => [one.accountId, one]));
    });
  }

  /**
   * What the switchboard says now, where an event may have been lost or never came: devices; and of telephones that lead, who
   * is on, paused, or gone. A telephone left on its queues by a person who signed out at the console does not lead.
   */
  private async take(telephones: readonly Telephone[], members: readonly Member[]): Promise<void> {
    const said = new Map(members.map((member) => [member.address, member]));
    if (telephones.length === 0) return;
    await this.work.run(WHOLE_TREE, async (tx) => {
      const settings = await this.settings.inForce(tx);
      for (const telephone of telephones)
        if (said.has(telephone.address))
          await this.adoption.run(
            tx,
            telephone,
            tx.now,
            ({ ledBy, lastSeq }) => ledBy === 'switchboard' || lastSeq === 0,
          );
      const memberOfAccount = new Map(
        telephones.map(({ accountId, address }) => [accountId, said.get(address) ?? null]),
      );
      const locked = await this.store.lockFree(tx, [...memberOfAccount.keys()]);
      const chapters = locked.map((presence) => {
        const chapter = new Chapter(presence, tx.now);
        compare(
          chapter,
          memberOfAccount.get(presence.accountId) ?? null,
          settings.of(presence.unitId),
          tx.now,
        );
        return chapter;
      });
      await this.book.write(tx, chapters);
    });
  }
}

function compare(chapter: Chapter, member: Member | null, settings: PresenceSettings, now: Date): void {
  const made = (cause: Cause) => ({ by: 'switchboard' as const, cause });
  const follows = chapter.presence.ledBy === 'switchboard';
  if (member)
    chapter.take(now, made('device'), (one, at) => hearDevice(one, member.status, now, at, settings));
  else if (follows) chapter.take(now, made('signed-out'), hearSignedOut);
  if (!member || !follows) return;
  chapter.take(now, made('telephone-pause'), (one, at) =>
    member.paused === null ? hearUnpause(one, at) : hearPause(one, member.paused, settings, at),
  );
}
