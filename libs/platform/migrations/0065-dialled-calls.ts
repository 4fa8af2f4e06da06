import { sqlMigration } from './migration.js';

const RESULTS = `'answered', 'no_answer', 'busy', 'refused', 'off', 'wrong_number', 'unreachable', 'cancelled', 'own_no_answer'`;

/**
 * Calls dialled from inside are rows of `call` with a direction of their own: when the other side was rung, took it and
 * was gone, and how it went. Which call an attempt to call back was made by is kept with the attempt; a call that a later
 * event proves not to have been one takes nothing of the attempt with it. A talk the switchboard lost has an end of its
 * own kind. Which screen of a person has taken a call is kept here, because two browsers know nothing of each other.
 */
const up = `
alter table call add column agent_ext text,
  add column rang_at timestamptz,
  add column talk_ended_at timestamptz,
  -- microseconds; null where an end is not known
  add column talk_us bigint,
  add column hold_us bigint not null default 0,
  add column end_known boolean not null default true,
  add column result text check (result in (${RESULTS}));
create index call_dialled_open on call (source_id) where direction <> 'in' and ended_at is null;

alter table call_visit drop constraint call_visit_ended_by_check;
alter table call_visit add constraint call_visit_ended_by_check
  check (ended_by in ('caller', 'agent', 'transfer', 'system')) not valid;
alter table agent_segment drop constraint agent_segment_state_check;
alter table agent_segment add constraint agent_segment_state_check
  check (state in ('signed_in', 'paused', 'ringing', 'talking', 'held', 'outbound')) not valid;
alter table presence drop constraint presence_call_state_check;
alter table presence add constraint presence_call_state_check
  check (call_state in ('offered', 'dialling', 'talking', 'held'));
-- the answer key was pressed for this ring: a second press, from another screen, is not passed on
alter table presence add column answer_call_id uuid, add column answer_visit_id uuid, add column answer_at timestamptz;

alter table call_back drop constraint call_back_call_id_fkey;
alter table call_back add constraint call_back_call_id_fkey foreign key (call_id) references call (id)
  on delete set null not valid;
alter table call_back drop constraint call_back_not_reached_reason_check;
alter table call_back add constraint call_back_not_reached_reason_check
  check (not_reached_reason in ('no-answer', 'refused', 'wrong-number', 'powered-off', 'busy')) not valid;
alter table missed_attempt add column call_id uuid references call (id) on delete set null;
create index missed_attempt_call on missed_attempt (call_id) where call_id is not null;

-- the window that writes a call down, named by itself; another one takes it over only when its person says so
create table call_screen (
  call_id uuid not null,
  account_id uuid not null references account (id),
  screen_id uuid not null,
  taken_at timestamptz not null,
  primary key (call_id, account_id)
);
create index call_screen_old on call_screen (taken_at);
grant select, insert, update, delete on call_screen to hotline_app;
`;

const down = `
drop table call_screen;
drop index missed_attempt_call;
alter table missed_attempt drop column call_id;
alter table call_back drop constraint call_back_not_reached_reason_check;
update call_back set not_reached_reason = 'no-answer' where not_reached_reason = 'busy';
alter table call_back add constraint call_back_not_reached_reason_check
  check (not_reached_reason in ('no-answer', 'refused', 'wrong-number', 'powered-off'));
alter table call_back drop constraint call_back_call_id_fkey;
alter table call_back add constraint call_back_call_id_fkey foreign key (call_id) references call (id) not valid;
alter table presence drop column answer_call_id, drop column answer_visit_id, drop column answer_at;
update presence set call_state = 'offered' where call_state = 'dialling';
alter table presence drop constraint presence_call_state_check;
alter table presence add constraint presence_call_state_check check (call_state in ('offered', 'talking', 'held'));
delete from agent_segment where state = 'outbound';
alter table agent_segment drop constraint agent_segment_state_check;
alter table agent_segment add constraint agent_segment_state_check
  check (state in ('signed_in', 'paused', 'ringing', 'talking', 'held'));
update call_visit set ended_by = null, talk_ended_at = null where ended_by = 'system';
alter table call_visit drop constraint call_visit_ended_by_check;
alter table call_visit add constraint call_visit_ended_by_check check (ended_by in ('caller', 'agent', 'transfer'));
drop index call_dialled_open;
alter table call drop column agent_ext, drop column rang_at, drop column talk_ended_at, drop column talk_us,
  drop column hold_us, drop column end_known, drop column result;
`;

export const DialledCalls0065 = sqlMigration('DialledCalls1764000000065', up, down);
