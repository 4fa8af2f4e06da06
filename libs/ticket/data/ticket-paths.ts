import {
  type PathKeeper,
  type PathMove,
  pathRange,
  shanghaiDay,
  startOfShanghaiDay,
  type Transaction,
} from '@hotline/kernel';
import { changed, innermostFirst, rewritePaths, rows } from '@hotline/platform';

/** Every path above, the path itself left out: `cn/44/4403/` → `cn/`, `cn/44/`. */
function above(path: string): string[] {
  const labels = path.split('/').filter(Boolean);
  return labels.slice(0, -1).map((_, index) => `${labels.slice(0, index + 1).join('/')}/`);
}

/** Superiors a moved subtree has left or found. */
export function changedSuperiors(moves: readonly PathMove[]): string[] {
  const changing = moves.flatMap(({ from, to }) => {
    const [old, present] = [above(from), above(to)];
    return [
      ...old.filter((path) => !to.startsWith(path)),
      ...present.filter((path) => !from.startsWith(path)),
    ];
  });
  return [...new Set(changing)];
}

/** Superiors that lost the ticket keep it among what they once handled; for new ones it is no longer away. */
async function markAway(tx: Transaction, ids: readonly string[], moves: readonly PathMove[]): Promise<void> {
  const superiors = changedSuperiors(moves);
  if (superiors.length === 0) return;
  await changed(
    tx,
    `update ticket_access a set away = not t.path ^@ a.path from ticket t
     where t.id = any ($1::uuid[]) and a.ticket_id = t.id and a.path = any ($2::text[])
       and coalesce(a.away, false) <> not t.path ^@ a.path`,
    [ids, superiors],
  );
}

const TICKETS: PathKeeper = {
  name: 'ticket',
  rewrite: async (tx, moves, _at, most) => {
    const ids = await rewritePaths(tx, { table: 'ticket', column: 'path' }, moves, most, 't.id');
    if (ids.length > 0) await markAway(tx, ids, moves);
    return ids.length;
  },
};

const ACCESS_SQL = `
with lot as (
  select a.ctid as at, a.ticket_id, $3 || substr(a.path, $4) as path from ticket_access a
  where a.path >= $1 and a.path < $2 order by a.path limit $5 for update skip locked
), twins as (
  -- the ticket came back to the unit after it had moved
  delete from ticket_access a using lot s join ticket_access b on b.ticket_id = s.ticket_id and b.path = s.path
  where a.ctid = s.at returning a.ticket_id, a.path
), renamed as (
  update ticket_access a set path = s.path, away = not u.path ^@ s.path
  from lot s join ticket t on t.id = s.ticket_id join unit u on u.id = t.accountable_unit_id
  where a.ctid = s.at and not exists (select 1 from twins w where w.ticket_id = a.ticket_id and w.path = a.path)
  returning 1
)
select (select count(*) from twins) + (select count(*) from renamed) as done`;

/** Custody once held; whether the ticket is away is judged by where its unit hangs now. */
const ACCESS: PathKeeper = {
  name: 'ticket_access',
  rewrite: async (tx, moves, _at, most) => {
    for (const { from, to } of innermostFirst(moves)) {
      const { low, high } = pathRange(from);
      const [found] = await rows<{ done: string }>(tx, ACCESS_SQL, [low, high, to, from.length + 1, most]);
      if (Number(found?.done) > 0) return Number(found?.done);
    }
    return 0;
  },
};

/** Hops keep the path of their time; the day of the change counts whole for the new superiors. */
const HOPS: PathKeeper = {
  name: 'hop',
  rewrite: async (tx, moves, at, most) => {
    const start = startOfShanghaiDay(shanghaiDay(at)).toISOString();
    const only = `sent_at >= '${start}'`;
    return (await rewritePaths(tx, { table: 'hop', column: 'to_path', only }, moves, most)).length;
  },
};

/** Tickets first: lists, counts and rights read their path; custody once held follows. */
export const TICKET_PATHS: readonly PathKeeper[] = [TICKETS, ACCESS, HOPS];
