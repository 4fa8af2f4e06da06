import { DAY_MS, newId, type UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import type { Actor, Role, UnitTree } from '@hotline/organization';
import { rows } from '@hotline/platform';
import type { Staff, StaffRows } from '../staff.js';

/** A person by post: `handler 440305`, and `handler 440305 2` for the second one of the unit. */
export type Who = `${Role} ${string}`;

interface Post {
  readonly role: Role;
  readonly code: string;
  readonly nth: number;
}

export const postOf = (who: Who): Post => {
  const [role, code = '', nth = '1'] = who.split(' ');
  return { role: role as Role, code, nth: Number(nth) };
};

const ACCOUNTS_SQL = `insert into account (id, name, display_name, kind, active, version, created_at)
  select a.id, a.name, a.display_name, 'person', true, 1, $2
  from jsonb_to_recordset($1::jsonb) as a(id uuid, name text, display_name text)`;
const MEMBERSHIPS_SQL = `insert into membership (id, account_id, unit_id, role, granted_at)
  select m.id, m.account_id, m.unit_id, m.role, $2
  from jsonb_to_recordset($1::jsonb) as m(id uuid, account_id uuid, unit_id uuid, role text)`;

/** The people of the scenes. Somebody nobody has met yet is hired when first called. */
export class Cast {
  constructor(
    private readonly staff: Staff,
    private readonly units: UnitTree,
    private readonly work: UnitOfWork,
  ) {}

  async actor(who: Who): Promise<Actor> {
    const { role, code, nth } = postOf(who);
    const unit = this.units.current().withCode(code);
    if (!unit) throw new Error(`no union with code ${code}`);
    const { id, displayName } = this.staff.of(role, unit, nth);
    await this.hire(this.staff.takeFresh());
    const membership = { id: newId(), role, unitId: unit.id, path: unit.path };
    return { accountId: id, name: '', displayName, memberships: [membership] };
  }

  private async hire({ accounts, memberships }: StaffRows): Promise<void> {
    if (accounts.length === 0) return;
    await this.work.run(WHOLE_TREE, async (tx) => {
      const since = new Date(tx.now.getTime() - 400 * DAY_MS);
      await rows(tx, ACCOUNTS_SQL, [JSON.stringify(accounts), since]);
      await rows(tx, MEMBERSHIPS_SQL, [JSON.stringify(memberships), since]);
    });
  }
}
