import { sqlMigration } from './migration.js';

const OUTCOMES = `'answered', 'open', 'abandoned', 'transferred', 'silent', 'abusive'`;

/**
 * The call on the desk. Whose telephone a call rings at is on record, so that its caller is shown to that person alone. A
 * contact begins when the call is answered and is written once: it stays `pending` until it is handed in, and a trigger
 * keeps what was handed in as it is. An attempt to call back knows the call it was made by.
 */
const up = `
create table call_offer (
  call_id uuid not null references call (id),
  account_id uuid not null references account (id),
  visit_id uuid references call_visit (id),
  -- the newest of each; what was told twice, late or out of order changes nothing
  offered_at timestamptz not null,
  answered_at timestamptz,
  missed_at timestamptz,
  talk_ended_at timestamptz,
  primary key (call_id, account_id)
);
create index call_offer_account on call_offer (account_id, offered_at desc);
grant select, insert, update on call_offer to hotline_app;

alter table contact drop constraint contact_outcome_check;
alter table contact add constraint contact_outcome_check check (outcome in (${OUTCOMES}, 'pending')) not valid;
grant update (agent_id, unit_id, identity_id, answered_at, outcome, kind, field, item, places, employer, summary, answer)
  on contact to hotline_app;
create function contact_written_once() returns trigger language plpgsql as $$
begin
  if old.outcome <> 'pending' then
    raise exception 'contact % has been handed in', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger contact_written_once before update of agent_id, identity_id, answered_at, outcome, kind, field, item, places,
  employer, summary, answer on contact for each row execute function contact_written_once();

alter table call_back add column call_id uuid;
alter table call_back add constraint call_back_call_id_fkey foreign key (call_id) references call (id) not valid;
create index call_back_call on call_back (call_id) where call_id is not null;
`;

const down = `
select set_config('app.scope', 'cn/', true);
drop index call_back_call;
alter table call_back drop column call_id;
drop trigger contact_written_once on contact;
drop function contact_written_once();
revoke update (agent_id, unit_id, identity_id, answered_at, outcome, kind, field, item, places, employer, summary, answer)
  on contact from hotline_app;
update call set contact_id = null where contact_id in (select id from contact where outcome = 'pending');
delete from contact where outcome = 'pending';
alter table contact drop constraint contact_outcome_check;
alter table contact add constraint contact_outcome_check check (outcome in (${OUTCOMES}));
drop table call_offer;
`;

export const CallDesk0055 = sqlMigration('CallDesk1764000000055', up, down);
