import {
  type PathKeeper,
  type PathMove,
  shanghaiDay,
  startOfShanghaiDay,
  type Transaction,
} from '@hotline/kernel';
import { changed, innermostFirst, lastOf, PathWalk, rewritePaths, rows } from '@hotline/platform';
import { rewriteProvince } from './province-walk.js';

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
  const changing = changedSuperiors(moves);
  if (changing.length === 0) return;
  const found = await rows<{ path: string }>(
    tx,
    'select p as path from unnest($1::text[]) p where exists (select 1 from ticket_access a where a.path = p)',
    [changing],
  );
  const superiors = found.map(({ path }) => path);
  if (superiors.length === 0) return;
  await changed(
    tx,
    `update ticket_access a set away = not t.path ^@ a.path from ticket t
     where t.id = any ($1::uuid[]) and a.ticket_id = t.id and a.path = any ($2::text[])
       and coalesce(a.away, false) <> not t.path ^@ a.path`,
    [ids, superiors],
  );
}

const TICKET_PATH = { table: 'ticket', column: 'path' };
const ticketWalk = new PathWalk();
const accessWalk = new PathWalk();

const TICKETS: PathKeeper = {
  name: 'ticket',
  rewrite: async (tx, moves, _at, most) => {
    const whole = await rewriteProvince(tx, moves, most, 'newest');
    if (whole.length > 0) return done(tx, whole, moves);
    return done(tx, await rewritePaths(tx, TICKET_PATH, moves, most, ticketWalk, 't.id'), moves);
  },
};

/** The other end of a whole province, beside the first: they meet in the middle. */
const OLDEST_TICKETS: PathKeeper = {
  name: 'ticket',
  rewrite: async (tx, moves, _at, most) => done(tx, await rewriteProvince(tx, moves, most, 'oldest'), moves),
};

async function done(tx: Transaction, ids: readonly string[], moves: readonly PathMove[]): Promise<number> {
  if (ids.length > 0) await markAway(tx, ids, moves);
  return ids.length;
}

const LOT = `select a.ctid as at, a.ticket_id, $3 || substr(a.path, $4) as path from ticket_access a
  where a.path >= $1 and a.path < $2 order by a.path limit $5 for update skip locked`;
const TWIN = 'select 1 from ticket_access b where b.ticket_id = s.ticket_id and b.path = s.path';

const RENAMED = `update ticket_access a set path = s.path from (${LOT}) s
  where a.ctid = s.at and not exists (${TWIN}) returning a.path`;
const GONE = `delete from ticket_access a using (${LOT}) s where a.ctid = s.at and exists (${TWIN})`;

/** Custody once held. Where the ticket came back to the unit after it had moved, the older of two spellings goes. */
const ACCESS: PathKeeper = {
  name: 'ticket_access',
  rewrite: async (tx, moves, _at, most) => {
    for (const move of innermostFirst(moves)) {
      const done = await accessWalk.next(move, async (low, high) => {
        const values = [low, high, move.to, move.from.length + 1, most];
        const renamed = await rows<{ path: string }>(tx, RENAMED, values);
        if (renamed.length === 0) return { rows: await changed(tx, GONE, values), last: null };
        const paths = renamed.map(({ path }) => path);
        return { rows: paths.length, last: lastOf(paths, move) };
      });
      if (done > 0) return done;
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
export const TICKET_PATHS: readonly PathKeeper[] = [TICKETS, OLDEST_TICKETS, ACCESS, HOPS];
