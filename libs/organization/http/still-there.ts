import { Inject, Injectable } from '@nestjs/common';
import { type Configuration, CONFIGURATION } from '@hotline/platform';
import type { FastifyRequest } from 'fastify';
import { Actors } from '../data/actors.js';
import type { Actor } from '../domain/actor.js';
import { sessionToken } from './session-cookie.js';

/** Still the same person with the same posts? A stream asks again and again, so that a sign-out ends it. */
export type StillThere = () => Promise<Actor | null>;

/** Who stands behind a stream that stays open. */
@Injectable()
export class StreamOwners {
  constructor(
    private readonly actors: Actors,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  of(request: FastifyRequest): StillThere {
    const token = sessionToken(request, this.configuration);
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    return () => (bearer ? this.actors.ofToken(bearer) : this.actors.ofSession(token ?? ''));
  }
}

/** Signed out, or with other posts than when the stream was opened. */
export const hasChanged = (then: Actor, now: Actor | null): boolean =>
  JSON.stringify(now?.memberships) !== JSON.stringify(then.memberships);
