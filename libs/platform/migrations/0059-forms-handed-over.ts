import { sqlMigration } from './migration.js';

const NAMED = (setting: string): string =>
  `nullif(current_setting('app.hand_over_${setting}', true), '')::uuid`;

/** Files that no ticket has yet go along with the forms they were added to. */
const up = `
create policy attachment_handed_over on attachment
  using (ticket_id is null and account_id in (${NAMED('from')}, ${NAMED('to')}))
  with check (ticket_id is null and account_id = ${NAMED('to')});
`;

const down = `
drop policy attachment_handed_over on attachment;
`;

export const FormsHandedOver0059 = sqlMigration('FormsHandedOver1764000000059', up, down);
