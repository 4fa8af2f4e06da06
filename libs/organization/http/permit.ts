import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { refuse } from '@hotline/kernel';
import type { Actor, Permission } from '../domain/actor.js';

export const PERMIT = 'hotline:permit';

/** What a route asks for. A route without one does not start: default deny. */
export type RoutePermit = { permission: Permission } | 'public' | 'signed-in';

export const Permit = (permission: Permission): MethodDecorator & ClassDecorator =>
  SetMetadata(PERMIT, { permission });
/** Open to everybody, signed in or not. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PERMIT, 'public');
/** Open to every signed-in person, whatever the role. */
export const SignedIn = (): MethodDecorator & ClassDecorator => SetMetadata(PERMIT, 'signed-in');

export interface RequestWithActor {
  actor?: Actor;
}

/** The person behind the request, put there by the session guard. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
  return actor ?? refuse('not-signed-in');
});
