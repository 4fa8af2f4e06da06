import type { Transaction, UnitOfWork } from '@hotline/kernel';
import { WHOLE_TREE } from '@hotline/kernel';
import { type Actors } from '@hotline/organization';
import { row } from '@hotline/platform';
import { type WrittenShift, type WriteShiftWeek } from '@hotline/workforce';
import type { HandClock } from '../hand-clock.js';
import { PRACTICE_TELEPHONES } from '../practice-telephones.js';
import { dayAfter, mondayOf, momentOf } from './calendar.js';
import { partsOf } from './rota.js';

const WEEKS_AHEAD = 2;
/** Whose roster it is, and who writes it. */
const ROSTERS = [
  { unit: 'cn', writer: 'supervisor', of: (account: string) => account !== 'agent-gd' },
  { unit: '440000', writer: 'supervisor-gd', of: (account: string) => account === 'agent-gd' },
];

/** 班表 of past weeks and of those to come, each written on the Friday before it. */
export class PastRoster {
  constructor(
    private readonly work: UnitOfWork,
    private readonly actors: Actors,
    private readonly writing: WriteShiftWeek,
    private readonly clock: HandClock,
  ) {}

  /** Weeks that somebody has written stay as they are. */
  async run(firstDay: string, today: string, accounts: ReadonlyMap<string, string>): Promise<void> {
    const last = dayAfter(mondayOf(today), 7 * WEEKS_AHEAD);
    for (const { unit: code, writer, of } of ROSTERS) {
      const people = PRACTICE_TELEPHONES.map(({ account }) => account).filter((one) => of(one));
      for (let monday = mondayOf(firstDay); monday <= last; monday = dayAfter(monday, 7)) {
        const shifts = people.flatMap((account) => weekOf(account, accounts.get(account), monday));
        await this.week(code, writer, monday, shifts);
      }
    }
  }

  private async week(
    code: string,
    writer: string,
    monday: string,
    shifts: readonly WrittenShift[],
  ): Promise<void> {
    const known = await this.work.read(WHOLE_TREE, (tx) => this.placeOf(tx, code, writer, monday));
    if (!known || known.written) return;
    const actor = await this.work.read(WHOLE_TREE, (tx) => this.actors.ofAccount(tx, known.writerId));
    if (!actor) return;
    this.clock.set(new Date(Math.min(momentOf(dayAfter(monday, -3), '16:40'), this.clock.now().getTime())));
    try {
      await this.writing.run(actor, { unitId: known.unitId, monday, basedOn: 0, shifts });
    } finally {
      this.clock.letGo();
    }
  }

  private placeOf(
    tx: Transaction,
    code: string,
    writer: string,
    monday: string,
  ): Promise<{ unitId: string; writerId: string; written: boolean } | null> {
    return row(
      tx,
      `select u.id as "unitId", a.id as "writerId",
         exists (select 1 from shift_week w where w.unit_id = u.id and w.monday = $3) as written
       from unit u, account a where u.code = $1 and a.name = $2`,
      [code, writer, monday],
    );
  }
}

function weekOf(account: string, accountId: string | undefined, monday: string): WrittenShift[] {
  if (accountId === undefined) return [];
  return Array.from({ length: 7 }, (_, place) => dayAfter(monday, place)).flatMap((day) =>
    partsOf(account, day).map(([from, to]) => ({ accountId, day, from, to })),
  );
}
