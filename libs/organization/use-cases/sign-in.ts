import { Injectable } from '@nestjs/common';
import { Clock, refuse, type Scope, UnitOfWork } from '@hotline/kernel';
import { Actors } from '../data/actors.js';
import { AuditLog } from '../data/audit-log.js';
import { newToken, passwordFits, tokenHash } from '../data/credentials.js';
import { endSession, findPasswordHolder, startSession } from '../data/session-store.js';
import { type Attempt, SignInAttempts } from '../data/sign-in-attempts.js';
import type { Actor } from '../domain/actor.js';
import { SESSION_MOST_MS } from '../domain/session-rules.js';

export interface SignInRequest {
  readonly name: string;
  readonly password: string;
  readonly address: string;
  /** The session this browser had before; it ends, so that a planted cookie never becomes a signed-in one. */
  readonly formerToken: string | undefined;
}

const NOBODY: Scope = { accountId: null, prefixes: [] };

/** Opens a session. Unknown names, wrong passwords and closed accounts get the same answer in the same time. */
@Injectable()
export class SignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly attempts: SignInAttempts,
    private readonly actors: Actors,
    private readonly audit: AuditLog,
  ) {}

  async run({
    name,
    password,
    address,
    formerToken,
  }: SignInRequest): Promise<{ token: string; actor: Actor }> {
    const key = name.trim().toLowerCase();
    const { attempt, holder } = await this.work.run(NOBODY, async (tx) => ({
      attempt: await this.attempts.begin(tx, key, address),
      holder: await findPasswordHolder(tx, key),
    }));
    const attemptId = this.orLocked(attempt);
    const fits = await passwordFits(holder?.passwordHash ?? null, password);
    if (!holder || !fits) return this.fail(holder?.id ?? null);
    const token = newToken();
    await this.work.run({ accountId: holder.id, prefixes: [] }, async (tx) => {
      await this.attempts.succeeded(tx, attemptId);
      if (formerToken) await endSession(tx, tokenHash(formerToken));
      await startSession(tx, tokenHash(token), holder.id, new Date(tx.now.getTime() + SESSION_MOST_MS));
      await this.audit.append(tx, {
        actorId: holder.id,
        action: 'signed-in',
        objectKind: 'account',
        objectId: holder.id,
      });
    });
    this.actors.forget();
    const actor = (await this.actors.ofSession(token)) ?? refuse('sign-in-failed');
    return { token, actor };
  }

  private orLocked(attempt: Attempt): string {
    if ('id' in attempt) return attempt.id;
    const ms = attempt.lockedUntil.getTime() - this.clock.now().getTime();
    return refuse('sign-in-locked', { facts: { retryAfterSeconds: Math.max(1, Math.ceil(ms / 1_000)) } });
  }

  private async fail(accountId: string | null): Promise<never> {
    await this.work.run(NOBODY, (tx) =>
      this.audit.append(tx, {
        actorId: null,
        action: 'sign-in-failed',
        objectKind: 'account',
        objectId: accountId,
      }),
    );
    return refuse('sign-in-failed');
  }
}
