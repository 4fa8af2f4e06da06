import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '@hotline/kernel';
import { type Actor, briefOf, overrules, scopeOf, type UnitBrief, UnitTree } from '@hotline/organization';
import { type AgentAtLine, type AgentKey, AgentList } from '../data/agent-list.js';
import { PresenceSettingsStore } from '../data/presence-settings-store.js';
import { Telephones } from '../data/telephones.js';
import { breakLimitAt } from '../domain/aims.js';
import { type Ear, earsOf } from '../domain/ears.js';
import { type Aim, type CallNow, type Presence, sinceOf } from '../domain/presence.js';
import { limitSecondsOf, type PresenceSettings } from '../domain/settings.js';
import { shownOf } from '../domain/shown.js';
import { COUNTS_AS, type CountsAs, type Intent, type Shown } from '../domain/states.js';

export interface AgentView {
  readonly accountId: string;
  readonly name: string;
  readonly unit: UnitBrief | null;
  readonly telephone: AgentAtLine['telephone'];
  readonly signedInAt: Date | null;
  readonly shown: Shown;
  /** since when it is shown */
  readonly since: Date | null;
  readonly countsAs: CountsAs;
  readonly intent: Intent;
  readonly reason: string | null;
  readonly call: CallNow | null;
  readonly next: Aim | null;
  readonly wrapUpEndsAt: Date | null;
  readonly breakLimitAt: Date | null;
  readonly overLimit: boolean;
  readonly lastSeenAt: Date;
  /** what the reader's own telephone can do with the talk; nothing while nobody talks */
  readonly ears: readonly Ear[];
  readonly version: number;
}

export interface AgentPage {
  readonly items: AgentView[];
  readonly next: AgentKey | null;
  readonly now: Date;
}

/** The live list of a supervisor: the people at the line in his units. */
@Injectable()
export class ListAgents {
  constructor(
    private readonly work: UnitOfWork,
    private readonly list: AgentList,
    private readonly settings: PresenceSettingsStore,
    private readonly units: UnitTree,
    private readonly telephones: Telephones,
  ) {}

  run(actor: Actor, after: AgentKey | undefined, limit: number): Promise<AgentPage> {
    const scope = scopeOf(actor, 'presence.read');
    return this.work.read(scope, async (tx) => {
      const settings = await this.settings.inForce(tx);
      const found = await this.list.page(tx, scope.prefixes, after, limit + 1);
      const shown = found.slice(0, limit);
      const last = shown.at(-1)?.presence;
      const ears = await this.earsFor(
        tx,
        actor,
        shown.map(({ presence }) => presence),
      );
      return {
        items: shown.map((one) => ({
          ...this.viewOf(one, settings.of(one.presence.unitId), tx.now),
          ears: ears.get(one.presence.accountId) ?? [],
        })),
        next: found.length > limit && last ? { path: last.unitPath, accountId: last.accountId } : null,
        now: tx.now,
      };
    });
  }

  /** By account; only of those who talk. */
  private async earsFor(
    tx: Transaction,
    actor: Actor,
    shown: readonly Presence[],
  ): Promise<Map<string, Ear[]>> {
    const talking = shown.filter(
      ({ call, unitPath }) =>
        (call?.state === 'talking' || call?.state === 'held') &&
        overrules(actor, 'presence.listen', unitPath),
    );
    if (talking.length === 0) return new Map();
    const own = await this.telephones.ofAccount(tx, actor.accountId);
    const spied = await this.telephones.byIds(
      tx,
      talking.flatMap(({ telephoneId }) => telephoneId ?? []),
    );
    const byId = new Map(spied.map((one) => [one.endpointId, one]));
    return new Map(
      talking.map(({ accountId, telephoneId }) => [
        accountId,
        earsOf(own, byId.get(telephoneId ?? '') ?? null),
      ]),
    );
  }

  private viewOf(
    { presence, name, telephone }: AgentAtLine,
    settings: PresenceSettings,
    now: Date,
  ): Omit<AgentView, 'ears'> {
    const shown = shownOf(presence);
    const limitAt = breakLimitAt(presence, limitSecondsOf(settings, presence.intent, presence.reason));
    const unit = this.units.find(presence.unitId);
    return {
      accountId: presence.accountId,
      name,
      unit: unit ? briefOf(unit) : null,
      telephone,
      signedInAt: presence.signedInAt,
      shown,
      since: presence.segment?.from ?? sinceOf(presence),
      countsAs: COUNTS_AS[shown],
      intent: presence.intent,
      reason: presence.reason,
      call: presence.call,
      next: presence.next,
      wrapUpEndsAt: presence.wrapUp?.endsAt ?? null,
      breakLimitAt: limitAt,
      overLimit: limitAt !== null && limitAt.getTime() <= now.getTime(),
      lastSeenAt: presence.seenAt,
      version: presence.version,
    };
  }
}
