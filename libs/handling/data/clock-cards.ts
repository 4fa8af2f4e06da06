import { Injectable } from '@nestjs/common';
import { Live, newId, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';

export const BATCH = 500;

interface CardedClock {
  readonly id: string;
  readonly ticket_id: string;
  readonly unit_id: string;
  readonly unit_path: string;
  readonly late: boolean;
  readonly version: number;
  readonly state: string;
  readonly turn_unit_id: string | null;
  readonly path: string;
}

/**
 * The two cards of a clock: what makes it due, and the mark that it was given. Both conditions are those of a partial
 * index, so that a sweep with nothing to do costs two looks at the head of an index.
 */
const CARDS = {
  yellow: { mark: 'yellow_carded_at', due: 'yellow_at <= $1' },
  red: { mark: 'red_carded_at', due: 'due_at < $1' },
} as const;
export type CardName = keyof typeof CARDS;

const giveSql = ({ mark, due }: (typeof CARDS)[CardName]): string => `
with due as (
  select id from clock where stopped_at is null and ${mark} is null and ${due}
  order by ${due.split(' ')[0]} limit ${BATCH} for update skip locked
), given as (
  update clock c set ${mark} = $1 from due where c.id = due.id
  returning c.id, c.ticket_id, c.unit_id, c.due_at < $1 as late
)
select g.*, u.path as unit_path, t.version, t.state, t.turn_unit_id, t.path
from given g join unit u on u.id = g.unit_id join ticket t on t.id = g.ticket_id`;

@Injectable()
export class ClockCards {
  constructor(private readonly live: Live) {}

  /** Gives the card to at most `BATCH` clocks, each exactly once; returns how many. */
  async give(tx: Transaction, card: CardName): Promise<number> {
    const given = await rows<CardedClock & Record<string, unknown>>(tx, giveSql(CARDS[card]), [tx.now]);
    // A clock already late when its yellow card is found (after a downtime) gets the red notice alone.
    const told = card === 'red' ? given : given.filter((clock) => !clock.late);
    if (told.length > 0) await this.tell(tx, card, told);
    tx.afterCommit(() => given.forEach((clock) => this.announce(clock)));
    return given.length;
  }

  private async tell(tx: Transaction, card: CardName, clocks: readonly CardedClock[]): Promise<void> {
    const notices = clocks.map((clock) => ({
      id: newId(),
      unit_id: clock.unit_id,
      ticket_id: clock.ticket_id,
    }));
    await rows(
      tx,
      `insert into notice (id, unit_id, ticket_id, kind, at)
       select n.id, n.unit_id, n.ticket_id, $2, $3
       from jsonb_to_recordset($1::jsonb) as n(id uuid, unit_id uuid, ticket_id uuid)`,
      [JSON.stringify(notices), card, tx.now],
    );
    tx.afterCommit(() => {
      for (const { unit_id: unitId, unit_path: path } of clocks)
        this.live.publish({ kind: 'notice', unitId, path });
    });
  }

  private announce({ ticket_id: id, version, state, turn_unit_id: turnUnitId, path }: CardedClock): void {
    this.live.publish({ kind: 'ticket', id, version, state, turnUnitId, path });
  }
}
