import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clock, Live, type Scope, type Transaction, UnitOfWork } from '@hotline/kernel';
import type { Actor } from '../domain/actor.js';
import { sessionLives, useMustBeWritten } from '../domain/session-rules.js';
import {
  readAccount,
  readSessionOwner,
  readTokenOwner,
  writeSessionUse,
  writeTokenUse,
} from './actor-rows.js';
import { tokenHash } from './credentials.js';

// A sign-out or a lost role in another process is felt here after at most this long.
const KEEP_MS = 1_000;
const MOST_KEPT = 5_000;
const NOBODY: Scope = { accountId: null, prefixes: [] };

interface Kept {
  readonly actor: Actor;
  readonly until: number;
}

/** Who stands behind a session cookie or a machine token; remembered for a second so that a burst costs one query. */
@Injectable()
export class Actors implements OnModuleInit, OnModuleDestroy {
  private readonly kept = new Map<string, Kept>();
  private generation = 0;
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  /** Paths are part of what is remembered. */
  onModuleInit(): void {
    this.unsubscribe = this.live.subscribe(({ kind }) => {
      if (kind === 'units') this.forget();
    });
  }

  onModuleDestroy(): void {
    this.unsubscribe();
  }

  /** @returns null when the session is unknown, over, or its account is closed */
  ofSession(token: string): Promise<Actor | null> {
    return this.remembered('session', tokenHash(token), findBySession);
  }

  /** @returns null when the token is unknown, revoked, out of date, or its account is closed */
  ofToken(token: string): Promise<Actor | null> {
    return this.remembered('token', tokenHash(token), findByToken);
  }

  /** @returns null when the account is unknown or closed; read anew, because orders are carried out long after */
  ofAccount(tx: Transaction, accountId: string): Promise<Actor | null> {
    return readAccount(tx, accountId);
  }

  /** Forgets everybody: after a sign-out or a change of an account in this process. */
  forget(): void {
    this.generation += 1;
    this.kept.clear();
  }

  private async remembered(kind: string, hash: Buffer, find: Find): Promise<Actor | null> {
    const key = `${kind} ${hash.toString('base64')}`;
    const now = this.clock.now().getTime();
    const known = this.kept.get(key);
    if (known && known.until > now) return known.actor;
    const asked = this.generation;
    const found = await this.work.read(NOBODY, (tx) => find(tx, hash));
    if (!found) return null;
    if (found.write) await this.work.run(NOBODY, (tx) => found.write?.(tx) ?? Promise.resolve());
    // An answer read before a sign-out must not outlive it.
    if (asked === this.generation) this.keep(key, { actor: found.actor, until: now + KEEP_MS });
    return found.actor;
  }

  private keep(key: string, entry: Kept): void {
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(key, entry);
  }
}

type Find = (tx: Transaction, hash: Buffer) => Promise<Found | null>;

interface Found {
  readonly actor: Actor;
  /** Writes down that the session or token was used, when it is time to. */
  readonly write: ((tx: Transaction) => Promise<unknown>) | null;
}

async function findBySession(tx: Transaction, hash: Buffer): Promise<Found | null> {
  const owner = await readSessionOwner(tx, hash);
  if (!owner || !sessionLives(owner.times, tx.now)) return null;
  const due = useMustBeWritten(owner.times.seenAt, tx.now);
  return { actor: owner.actor, write: due ? (later) => writeSessionUse(later, hash) : null };
}

async function findByToken(tx: Transaction, hash: Buffer): Promise<Found | null> {
  const owner = await readTokenOwner(tx, hash);
  if (!owner) return null;
  const due = useMustBeWritten(owner.usedAt, tx.now);
  return { actor: owner.actor, write: due ? (later) => writeTokenUse(later, hash) : null };
}
