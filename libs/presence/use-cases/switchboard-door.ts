import type { ActionFields, AmiAnswer } from '@hotline/telephony';

/**
 * How an order reaches a switchboard. The room telephony keeps the connections and holds the door open.
 * @throws Error with the words of the switchboard when it refuses, LineLost when nobody can be asked
 */
export abstract class SwitchboardDoor {
  abstract ask(sourceId: string, action: string, fields: ActionFields): Promise<AmiAnswer>;
}
