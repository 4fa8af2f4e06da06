import { Injectable } from '@nestjs/common';
import { UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, hasPermission } from '@hotline/organization';
import { rows } from '@hotline/platform';

/** Whose number a person may look up in a list of calls: of those that rang at his own telephone. */
@Injectable()
export class OwnNumbers {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * To be asked outside of a transaction: as for the look itself, whose telephone rang decides, not where the switchboard
   * stands in the tree.
   * @returns the calls among these whose number would be shown for a reason; never one withheld, or of an anonymous worker
   */
  async among(actor: Actor, callIds: readonly (string | null)[]): Promise<ReadonlySet<string>> {
    const ids = callIds.flatMap((id) => id ?? []);
    if (ids.length === 0 || !hasPermission(actor, 'identity.reveal')) return new Set();
    const found = await this.work.read(WHOLE_TREE, (tx) =>
      rows<{ id: string }>(
        tx,
        `select k.id from call_offer o join call k on k.id = o.call_id
         where o.account_id = $1 and o.call_id = any ($2::uuid[]) and k.caller_sealed is not null and not k.withheld
           and not exists (select 1 from contact c join ticket t on t.id = c.ticket_id
             where c.id = k.contact_id and t.confidentiality = 'anonymous')`,
        [actor.accountId, ids],
      ),
    );
    return new Set(found.map(({ id }) => id));
  }
}
