import { sqlMigration } from './migration.js';

/**
 * The on-time rate in two figures: on the promise first made (`on-time`, as ever) and on the promise as extended. Facts
 * and sums of the second start as copies of the first; only tickets whose promise was moved are counted again.
 * A snapshot says by which definition it was made: those from before stay as they are.
 */
const up = `
alter table metric_snapshot add column definition_version integer;
-- by the second definition; what was frozen before it knew neither exclusions nor withdrawals, so both say the same
update metric_snapshot set definition_version = case when metric = 'on-time' then 2 else 1 end;
alter table metric_snapshot alter column definition_version set not null;

insert into metric_fact (metric, subject_id, unit_id, unit_path, day, at, counted, hit, excluded, ticket_id, contact_id,
  closed_at, amount)
select 'on-time-extended', subject_id, unit_id, unit_path, day, at, counted, hit, excluded, ticket_id, contact_id,
  closed_at, amount from metric_fact where metric = 'on-time';
insert into metric_daily (metric, day, unit_id, unit_path, denominator, numerator, excluded, bins)
select 'on-time-extended', day, unit_id, unit_path, denominator, numerator, excluded, bins
from metric_daily where metric = 'on-time';

-- any event of the ticket counts it anew with what its clock says today; a known close is kept
insert into unfolded_event (event_id, at)
select e.id, e.at from (select distinct r.ticket_id from clock_restatement r join clock c on c.id = r.clock_id
  where c.kind = 'promise') moved
cross join lateral (select e.id, e.at from event e where e.ticket_id = moved.ticket_id order by e.seq limit 1) e
on conflict do nothing;
`;

const down = `
delete from metric_snapshot where metric = 'on-time-extended';
delete from metric_daily where metric = 'on-time-extended';
delete from metric_fact where metric = 'on-time-extended';
alter table metric_snapshot drop column definition_version;
`;

export const TwoFigures0041 = sqlMigration('TwoFigures1764000000041', up, down);
