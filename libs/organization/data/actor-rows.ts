import type { Transaction } from '@hotline/kernel';
import { changed, prepared } from '@hotline/platform';
import type { Actor, ActorMembership } from '../domain/actor.js';
import { otherSpellings, type RunningMove } from '../domain/spellings.js';
import { RUNNING_MOVES } from './unit-rows.js';
import type { SessionTimes } from '../domain/session-rules.js';

interface ActorRow {
  account_id: string;
  name: string;
  display_name: string;
  memberships: ActorMembership[] | null;
  moves: RunningMove[] | null;
}

const ACTOR = `a.id as account_id, a.name, a.display_name,
  (select json_agg(json_build_object('id', m.id, 'role', m.role, 'unitId', m.unit_id, 'path', u.path))
   from membership m join unit u on u.id = m.unit_id
   where m.account_id = a.id and m.revoked_at is null) as memberships, (${RUNNING_MOVES}) as moves`;

const toActor = (stored: ActorRow): Actor => ({
  accountId: stored.account_id,
  name: stored.name,
  displayName: stored.display_name,
  memberships: (stored.memberships ?? []).map((one) => withSpellings(one, stored.moves ?? [])),
});

function withSpellings(membership: ActorMembership, moves: readonly RunningMove[]): ActorMembership {
  const also = otherSpellings(membership.path, moves);
  return also.length > 0 ? { ...membership, also } : membership;
}

export interface SessionOwner {
  readonly actor: Actor;
  readonly times: SessionTimes;
}

/** The person of a session, when the account is active; whether the session still lives is for the rule to say. */
export async function readSessionOwner(tx: Transaction, hash: Buffer): Promise<SessionOwner | null> {
  const [found] = await prepared<ActorRow & { seen_at: Date; expires_at: Date; ended_at: Date | null }>(
    tx,
    'actor-of-session',
    `select s.seen_at, s.expires_at, s.ended_at, ${ACTOR}
     from session s join account a on a.id = s.account_id and a.active where s.token_hash = $1`,
    [hash],
  );
  return found
    ? {
        actor: toActor(found),
        times: { seenAt: found.seen_at, expiresAt: found.expires_at, endedAt: found.ended_at },
      }
    : null;
}

/** An account by its id, while it is active: for work somebody ordered and that is done later in their name. */
export async function readAccount(tx: Transaction, accountId: string): Promise<Actor | null> {
  const [found] = await prepared<ActorRow & Record<string, unknown>>(
    tx,
    'actor-of-account',
    `select ${ACTOR} from account a where a.id = $1 and a.active`,
    [accountId],
  );
  return found ? toActor(found) : null;
}

/** The machine account of a live token. */
export async function readTokenOwner(
  tx: Transaction,
  hash: Buffer,
): Promise<{ actor: Actor; usedAt: Date | null } | null> {
  const [found] = await prepared<ActorRow & { last_used_at: Date | null }>(
    tx,
    'actor-of-token',
    `select k.last_used_at, ${ACTOR} from machine_token k join account a on a.id = k.account_id and a.active
     where k.token_hash = $1 and k.revoked_at is null and k.expires_at > $2`,
    [hash, tx.now],
  );
  return found ? { actor: toActor(found), usedAt: found.last_used_at } : null;
}

export const writeSessionUse = (tx: Transaction, hash: Buffer): Promise<number> =>
  changed(tx, 'update session set seen_at = $2 where token_hash = $1', [hash, tx.now]);

export const writeTokenUse = (tx: Transaction, hash: Buffer): Promise<number> =>
  changed(tx, 'update machine_token set last_used_at = $2 where token_hash = $1', [hash, tx.now]);
