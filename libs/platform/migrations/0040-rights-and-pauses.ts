import { sqlMigration } from './migration.js';

const STAGES = `'promise', 'dispatch', 'sign', 'contact', 'handle', 'review', 'call-back', 'ruling'`;
const SIDES = `'extension-ruling', 'exclusion-ruling', 'support', 'order', 'receipt', 'referral', 'petition'`;

/** The earliest deadline of an open ticket; a right is none. */
const NEXT = (rights: string): string => `
update ticket t set next_due_at = n.due_at, next_yellow_at = n.yellow_at
from clock r cross join lateral (select c.due_at, c.yellow_at from clock c
  where c.ticket_id = r.ticket_id and c.stopped_at is null ${rights} order by c.due_at limit 1) n
where r.limit_id = 'petition:objection' and r.stopped_at is null and t.id = r.ticket_id and t.next_due_at is not null
  and (t.next_due_at, t.next_yellow_at) is distinct from (n.due_at, n.yellow_at)`;

/** No matrix keeps rows for a clock that never started: nobody rules on a pause. */
const WITHOUT_PAUSES = (column: string): string => `jsonb_set(${column}, '{rows}', coalesce((
  select jsonb_agg(r.row order by r.n) from jsonb_array_elements(${column} -> 'rows') with ordinality as r(row, n)
  where r.row ->> 'clock' <> 'pause-ruling'), '[]'))`;

/**
 * A right (to object to a transfer) has a clock that lapses by itself; a promise names its calendar; a pause ends when
 * custody goes to another unit, and nobody rules on one.
 */
const up = `
alter table clock add column is_right boolean not null default false;
alter table clock add column lapsed_at timestamptz;
alter table clock add constraint clock_lapsed_check check (lapsed_at is null or (is_right and stopped_at is not null));
update clock set is_right = true, yellow_carded_at = null, red_carded_at = null where limit_id = 'petition:objection';
${NEXT('and not c.is_right')};
drop index clock_yellow, clock_red;
create index clock_yellow on clock (yellow_at) where stopped_at is null and yellow_carded_at is null and not is_right;
create index clock_red on clock (due_at) where stopped_at is null and red_carded_at is null and not is_right;
create index clock_right on clock (due_at) where is_right and stopped_at is null;

-- running promises from before clocks named their calendar keep the one their unit has today
update clock c set calendar_id = u.calendar_id from unit u
  where u.id = c.unit_id and c.calendar_id is null and c.stopped_at is null;

alter table pause drop constraint pause_ended_how_check;
alter table pause add constraint pause_ended_how_check
  check (ended_how in ('resumed', 'lifted', 'maximum', 'ticket-ended', 'raised', 'recused'));

delete from clock where kind = 'pause-ruling';
alter table clock drop constraint clock_kind_check, drop constraint clock_subject_check;
alter table clock add constraint clock_kind_check check (kind in (${STAGES}, ${SIDES}));
alter table clock add constraint clock_subject_check check ((subject_id is null) = (kind in (${STAGES})));
update limits set rows = ${WITHOUT_PAUSES('rows')} where rows::text like '%pause-ruling%';
update limits_draft set body = ${WITHOUT_PAUSES('body')} where body::text like '%pause-ruling%';
`;

const down = `
alter table clock drop constraint clock_kind_check;
alter table clock add constraint clock_kind_check check (kind in (${STAGES}, 'pause-ruling', ${SIDES}));
update pause set ended_how = 'lifted' where ended_how in ('raised', 'recused');
alter table pause drop constraint pause_ended_how_check;
alter table pause add constraint pause_ended_how_check check (ended_how in ('resumed', 'lifted', 'maximum', 'ticket-ended'));
${NEXT('')};
drop index clock_right, clock_yellow, clock_red;
create index clock_yellow on clock (yellow_at) where stopped_at is null and yellow_carded_at is null;
create index clock_red on clock (due_at) where stopped_at is null and red_carded_at is null;
alter table clock drop constraint clock_lapsed_check, drop column lapsed_at, drop column is_right;
`;

export const RightsAndPauses0040 = sqlMigration('RightsAndPauses1764000000040', up, down);
