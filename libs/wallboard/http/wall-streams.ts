import { Injectable, type MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import { refuse } from '@hotline/kernel';
import { type Actor, hasChanged, type StillThere, type Unit } from '@hotline/organization';
import { Walls } from '../use-cases/walls.js';

/** A wall hangs for hours; whether its person is still signed in is asked once a minute. */
const ASK_MS = 60_000;
const MOST_STREAMS = 4_000;
const MOST_OF_ONE = 20;

/** The open wallboards of this process. */
@Injectable()
export class WallStreams {
  private readonly open = new Map<string, number>();
  private total = 0;

  constructor(private readonly walls: Walls) {}

  /** @throws Refused `unavailable`, `too-many-requests` when there are too many, of all or of one person */
  follow(actor: Actor, unit: Unit, stillThere: StillThere): Observable<MessageEvent> {
    const own = this.open.get(actor.accountId) ?? 0;
    if (this.total >= MOST_STREAMS) refuse('unavailable');
    if (own >= MOST_OF_ONE) refuse('too-many-requests');
    return new Observable<MessageEvent>((to) => {
      this.count(actor.accountId, 1);
      const stop = this.walls.look(unit, (message) => {
        if (message.kind === 'over') to.complete();
        else to.next({ type: message.kind, data: message.text });
      });
      const ask = setInterval(() => {
        void stillThere()
          .catch(() => actor)
          .then((now) => hasChanged(actor, now) && to.complete());
      }, ASK_MS);
      return () => {
        clearInterval(ask);
        stop();
        this.count(actor.accountId, -1);
      };
    });
  }

  private count(accountId: string, by: 1 | -1): void {
    this.total += by;
    const own = (this.open.get(accountId) ?? 0) + by;
    if (own > 0) this.open.set(accountId, own);
    else this.open.delete(accountId);
  }
}
