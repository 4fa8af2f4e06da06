import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { catchError, from, mergeMap, type Observable } from 'rxjs';
import { isId, Refused } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { ShowTicket } from '../use-cases/show-ticket.js';

interface TicketRequest {
  readonly actor?: Actor;
  readonly params?: { readonly id?: string };
  readonly routeOptions?: { readonly url?: string };
}

/** A change made on an old version is answered with the present copy, so that the screen can show both. */
@Injectable()
export class NewerCopy implements NestInterceptor {
  constructor(private readonly show: ShowTicket) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor, params, routeOptions } = context.switchToHttp().getRequest<TicketRequest>();
    const id = params?.id;
    const changesTicket = routeOptions?.url?.startsWith('/api/tickets/:id/') ?? false;
    if (!changesTicket || !actor || !id || !isId(id)) return next.handle();
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (!(error instanceof Refused) || error.refusal.code !== 'stale-version') throw error;
        return from(this.show.run(actor, id)).pipe(
          mergeMap((current) => {
            throw new Refused({ ...error.refusal, current });
          }),
        );
      }),
    );
  }
}
