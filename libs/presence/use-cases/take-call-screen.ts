import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { CallScreens } from '../data/call-screens.js';

/** Of several screens of one person one writes a call down; the others show that, and may take it over. */
@Injectable()
export class TakeCallScreen {
  constructor(
    private readonly work: UnitOfWork,
    private readonly screens: CallScreens,
  ) {}

  /** @returns whether this screen has the call now */
  run(actor: Actor, callId: string, screenId: string, takesOver: boolean): Promise<boolean> {
    return this.work.run(
      scopeOf(actor, 'presence.own'),
      async (tx) => (await this.screens.take(tx, callId, actor.accountId, screenId, takesOver)) === screenId,
    );
  }
}
