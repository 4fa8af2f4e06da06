import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { refuse } from '@hotline/kernel';
import { type Configuration, CONFIGURATION, requestContext } from '@hotline/platform';
import { Actors } from '../data/actors.js';
import { type Actor, hasPermission } from '../domain/actor.js';
import { isCrossSite } from '../domain/cross-site.js';
import { PERMIT, type RequestWithActor, type RoutePermit } from './permit.js';
import { sessionToken } from './session-cookie.js';

const BEARER = /^Bearer +([\x21-\x7e]{20,200})$/i;

/** Every request passes here: where it comes from, who sends it, and whether the route is open to him. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: Actors,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithActor>();
    const permit = this.reflector.getAllAndOverride<RoutePermit | undefined>(PERMIT, [
      context.getHandler(),
      context.getClass(),
    ]);
    this.refuseCrossSite(request);
    if (permit === 'public') return true;
    const actor = await this.identify(request);
    if (permit === undefined) return refuse('forbidden');
    if (permit !== 'signed-in' && !hasPermission(actor, permit.permission)) return refuse('forbidden');
    request.actor = actor;
    const about = requestContext.getStore();
    if (about) about.actorId = actor.accountId;
    return true;
  }

  /** A machine token comes from no browser by itself; only what a browser adds unasked needs the check. */
  private refuseCrossSite(request: FastifyRequest): void {
    const { headers } = request;
    if (headers.authorization !== undefined) return;
    const foreign = isCrossSite({
      method: request.method,
      secFetchSite: headers['sec-fetch-site'] as string | undefined,
      origin: headers.origin,
      host: headers.host,
      withCookie: sessionToken(request, this.configuration) !== undefined,
    });
    if (foreign) refuse('cross-site');
  }

  private async identify(request: FastifyRequest): Promise<Actor> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const token = BEARER.exec(authorization)?.[1];
      return (token && (await this.actors.ofToken(token))) || refuse('not-signed-in');
    }
    const token = sessionToken(request, this.configuration);
    if (token === undefined) return refuse('not-signed-in');
    return (await this.actors.ofSession(token)) ?? refuse('session-expired');
  }
}
