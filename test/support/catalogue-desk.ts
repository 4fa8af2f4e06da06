import { type Actor, unitId } from '@hotline/organization';
import type { CatalogueRule } from '../../libs/dispatch/domain/catalogue.js';
import type { DraftView } from '../../libs/dispatch/use-cases/catalogue-drafting.js';
import { ChangeCatalogueDraft } from '../../libs/dispatch/use-cases/change-catalogue-draft.js';
import { DraftCatalogue } from '../../libs/dispatch/use-cases/draft-catalogue.js';
import { type PublicationOrder, PublishCatalogue } from '../../libs/dispatch/use-cases/publish-catalogue.js';
import type { DryRunView } from '../../libs/dispatch/use-cases/show-dry-run.js';
import { StartDryRun } from '../../libs/dispatch/use-cases/start-dry-run.js';
import { CaseHouse } from './case-house.js';

const RIDERS: CatalogueRule = {
  no: 40,
  name: '平台骑手',
  rank: 5,
  when: { employers: ['美团'], places: ['4403'] },
  routeBy: [],
  level: 'county',
  chain: 'unit',
  unitId: unitId('440300'),
  text: '平台骑手由市总工会主办。',
};

/** A ticket the riders' rule is for. */
export const RIDER = { employer: '美团外卖（深圳）' };

/** Somebody who writes catalogues at the national union, in a house of their own. */
export class CatalogueDesk {
  private constructor(
    readonly house: CaseHouse,
    readonly editor: Actor,
    readonly provincial: Actor,
  ) {}

  static async open(): Promise<CatalogueDesk> {
    const house = await CaseHouse.open();
    const editor = await house.actor(['dispatcher', 'cn']);
    return new CatalogueDesk(house, editor, await house.actor(['administrator', '440000']));
  }

  draft(actor = this.editor, from: string | null = null): Promise<DraftView> {
    return this.house.get(DraftCatalogue).run(actor, { from, note: '平台骑手由市总工会主办' });
  }

  save(
    { id, version }: DraftView,
    rules: readonly CatalogueRule[],
    note = '改',
    actor = this.editor,
  ): Promise<DraftView> {
    const content = { note, effectiveFrom: null, rules };
    return this.house.get(ChangeCatalogueDraft).run(actor, id, version, content);
  }

  /** A draft of the version in force with one rule more. */
  async withRiders(rule: Partial<CatalogueRule> = {}): Promise<DraftView> {
    const begun = await this.draft();
    return this.save(begun, [...begun.rules, { ...RIDERS, ...rule }]);
  }

  publish(
    { id, version }: DraftView,
    order: Partial<PublicationOrder> = {},
    actor = this.editor,
  ): Promise<number> {
    const now = { effectiveFrom: null, note: null, skipReason: null };
    return this.house.get(PublishCatalogue).run(actor, id, version, { ...now, ...order });
  }

  start({ id, version }: DraftView, tickets = 500, actor = this.editor): Promise<DryRunView> {
    return this.house.get(StartDryRun).run(actor, id, version, tickets);
  }

  /** As many tickets more, each the copy of one that is there. */
  async clone(ticket: string, copies: number): Promise<void> {
    const { rows } = await this.house.owner.query<{ columns: string }>(
      `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
       where table_name = 'ticket' and is_generated = 'NEVER' and column_name not in ('id', 'no')`,
    );
    const columns = rows[0]?.columns;
    await this.house.owner.query(
      `insert into ticket (id, no, ${columns}) select gen_random_uuid(), 'copy-' || n, ${columns}
       from ticket, generate_series(1, $2) n where id = $1`,
      [ticket, copies],
    );
  }
}
