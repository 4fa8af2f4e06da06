import { sqlMigration } from './migration.js';

const up = `
create table quality_check (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  unit_id uuid not null references unit (id),
  account_id uuid references account (id),
  at timestamptz not null,
  scorecard integer not null,
  scores jsonb not null,
  total integer not null check (total between 0 and 100),
  verdict text not null check (verdict in ('pass', 'fail')),
  remark text
);
create index quality_check_ticket on quality_check (ticket_id, at);
grant select, insert on quality_check to hotline_app;
alter table quality_check enable row level security;
alter table quality_check force row level security;
create policy quality_check_seen on quality_check
  using (exists (select 1 from ticket t where t.id = quality_check.ticket_id offset 0))
  with check (app_scope() is not null);
`;

const down = `drop table quality_check;`;

export const Quality0016 = sqlMigration('Quality1764000000016', up, down);
