import { newId, type Transaction } from '@hotline/kernel';
import { DEMO_PASSWORD, DEMO_PEOPLE, hashPassword, unitId } from '@hotline/organization';
import { rows } from '@hotline/platform';

/** Accounts for trying the product, all with one published password; never planted outside of demo mode. */
export async function plantDemoPeople(tx: Transaction): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const people = DEMO_PEOPLE.map(({ name, displayName, role, unitCode }) => ({
    account_id: newId(),
    membership_id: newId(),
    name,
    display_name: displayName,
    role,
    unit_id: unitId(unitCode),
  }));
  await rows(
    tx,
    `with person as (select * from jsonb_to_recordset($1::jsonb) as p(account_id uuid, membership_id uuid, name text,
       display_name text, role text, unit_id uuid)),
     planted as (
       insert into account (id, name, display_name, password_hash, created_at)
       select account_id, name, display_name, $2, $3 from person)
     insert into membership (id, account_id, unit_id, role, granted_at)
     select membership_id, account_id, unit_id, role, $3 from person`,
    [JSON.stringify(people), passwordHash, tx.now],
  );
}
