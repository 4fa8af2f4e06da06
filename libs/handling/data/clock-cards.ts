import { Injectable } from '@nestjs/common';
import { Live, newId, type Transaction } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { rows } from '@hotline/platform';

// A morning's worth at once; their rows are locked for about a tenth of a second.
export const BATCH = 1_000;

interface CardedClock {
  [column: string]: unknown;
  readonly id: string;
  readonly ticket_id: string;
  readonly unit_id: string;
  readonly yellow: boolean;
  readonly red: boolean;
  readonly late: boolean;
  readonly version: number;
  readonly state: string;
  readonly turn_unit_id: string | null;
  readonly path: string;
}

/** How many clocks got each card. */
export interface GivenCards {
  readonly yellow: number;
  readonly red: number;
}

/**
 * Both cards in one statement: a clock found late after a downtime gets both marks by one write. The two conditions are
 * those of the two partial indexes, so that a round with nothing to do costs two looks at the head of an index.
 * Exported for the bench, which looks at its plan.
 */
export const CARDS_SQL = `
with yellow as (
  select id from clock where stopped_at is null and yellow_carded_at is null and not is_right and yellow_at <= $1
  order by yellow_at limit ${BATCH} for update skip locked
), red as (
  select id from clock where stopped_at is null and red_carded_at is null and not is_right and due_at < $1
  order by due_at limit ${BATCH} for update skip locked
), due as (
  select id, bool_or(yellow) as yellow, bool_or(red) as red
  from (select id, true as yellow, false as red from yellow union all select id, false, true from red) found
  group by id
), given as (
  update clock c set yellow_carded_at = case when due.yellow then $1 else c.yellow_carded_at end,
    red_carded_at = case when due.red then $1 else c.red_carded_at end
  from due where c.id = due.id
  returning c.id, c.ticket_id, c.unit_id, due.yellow, due.red, c.due_at < $1 as late
)
select g.*, t.version, t.state, t.turn_unit_id, t.path from given g join ticket t on t.id = g.ticket_id`;

@Injectable()
export class ClockCards {
  constructor(
    private readonly live: Live,
    private readonly units: UnitTree,
  ) {}

  /** Gives at most `BATCH` cards of each colour, each exactly once. */
  async give(tx: Transaction): Promise<GivenCards> {
    const given = await rows<CardedClock>(tx, CARDS_SQL, [tx.now]);
    if (given.length > 0) await this.tell(tx, given);
    tx.afterCommit(() => this.announce(given));
    return {
      yellow: given.filter((clock) => clock.yellow).length,
      red: given.filter((clock) => clock.red).length,
    };
  }

  /** A clock already late when its yellow card is found (after a downtime) gets the red notice alone. */
  private async tell(tx: Transaction, given: readonly CardedClock[]): Promise<void> {
    const told = [
      ...given.filter((clock) => clock.yellow && !clock.late).map((clock) => ({ clock, kind: 'yellow' })),
      ...given.filter((clock) => clock.red).map((clock) => ({ clock, kind: 'red' })),
    ];
    await rows(
      tx,
      `insert into notice (id, unit_id, ticket_id, kind, at)
       select n.id, n.unit_id, n.ticket_id, n.kind, $2
       from unnest($1::uuid[], $3::uuid[], $4::uuid[], $5::text[]) as n(id, unit_id, ticket_id, kind)`,
      [
        told.map(() => newId()),
        tx.now,
        told.map(({ clock }) => clock.unit_id),
        told.map(({ clock }) => clock.ticket_id),
        told.map(({ kind }) => kind),
      ],
    );
    const unitIds = new Set(told.map(({ clock }) => clock.unit_id));
    tx.afterCommit(() => unitIds.forEach((unitId) => this.ring(unitId)));
  }

  /** One ring a unit however many of its clocks: the screen asks for the notices itself. */
  private ring(unitId: string): void {
    const path = this.units.current().find(unitId)?.path;
    if (path !== undefined) this.live.publish({ kind: 'notice', unitId, path });
  }

  private announce(given: readonly CardedClock[]): void {
    for (const { ticket_id: id, version, state, turn_unit_id: turnUnitId, path } of given)
      this.live.publish({ kind: 'ticket', id, version, state, turnUnitId, path });
  }
}
