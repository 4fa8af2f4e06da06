import { newId } from '@hotline/kernel';
import { DEMO_PEOPLE, type Role, type Unit } from '@hotline/organization';
import { personName } from './people.js';
import { seededRandom } from './random.js';

export interface StaffRows {
  readonly accounts: { id: string; name: string; display_name: string }[];
  readonly memberships: { id: string; account_id: string; unit_id: string; role: Role }[];
}

/**
 * Who acts in the history: the demo accounts where a unit has one, else somebody made up for the unit, who has no
 * password and so can never sign in.
 */
export class Staff {
  private fresh: StaffRows = { accounts: [], memberships: [] };
  private readonly known = new Map<string, { id: string; displayName: string }>();

  /** `seeded`: ids of the demo accounts by name. */
  constructor(seeded: ReadonlyMap<string, string>) {
    for (const { name, displayName, role, unitCode } of DEMO_PEOPLE) {
      const id = seeded.get(name);
      if (id) this.known.set(`${role} ${unitCode}`, { id, displayName });
    }
  }

  /** People met since this was asked last: each is to be written down once. */
  takeFresh(): StaffRows {
    const { fresh } = this;
    this.fresh = { accounts: [], memberships: [] };
    return fresh;
  }

  /** `nth`: the second and further people of one role in one unit. */
  of(
    role: Role,
    unit: Pick<Unit, 'id' | 'code'>,
    nth = 1,
  ): { readonly id: string; readonly displayName: string } {
    const key = `${role} ${unit.code}${nth > 1 ? ` ${nth}` : ''}`;
    const found = this.known.get(key);
    if (found) return found;
    const displayName = personName(seededRandom(seedOf(key)));
    const person = { id: newId(), displayName };
    this.fresh.accounts.push({ id: person.id, name: key.replaceAll(' ', '-'), display_name: displayName });
    this.fresh.memberships.push({ id: newId(), account_id: person.id, unit_id: unit.id, role });
    this.known.set(key, person);
    return person;
  }
}

/** FNV-1a: the same unit always gets the same person. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
