import type { ActionFields } from '../ami/action.js';
import type { ShownChannel } from './lists.js';
import { DEVICE_OF_CALL_STATE, extensionOfChannel } from './telephones.js';

/** What has to be known of the switchboard to say an order in its words. */
export interface EslFloor {
  /** the agent's name by the address of his telephone */
  agentAt(address: string): string | null;
  /** queues the agent is on already */
  queuesOf(agent: string): readonly string[];
  readonly channels: readonly ShownChannel[];
}

/** Words for the socket: `api` is answered at once, `job` when it is done. */
export type EslCommand = { readonly api: string } | { readonly job: string };

/** The switchboard has no such order, or not for this telephone now. */
export class NoSuchOrder extends Error {}

/** Orders that need to know which calls there are. */
export const NEEDS_CHANNELS: ReadonlySet<string> = new Set([
  'Hangup',
  'Hold',
  'Unhold',
  'Originate',
  'QueueStatus',
]);

type Translation = (fields: Fields, floor: EslFloor) => EslCommand[];
type Fields = (name: string) => string;

/** Nothing that is sent may hold a space, a quote or a line break of somebody's making. */
function safe(text: string, shape: RegExp): string {
  if (!shape.test(text)) throw new NoSuchOrder('not to be said to this switchboard');
  return text;
}
const ADDRESS = /^[A-Za-z0-9]{1,16}\/[\w@/.+-]{1,80}$/;
const NAME = /^[\w@.+-]{1,80}$/;
const NUMBER = /^[0-9+*#]{1,32}$/;
const UUID = /^[0-9a-fA-F-]{8,64}$/;

const agentOf = (field: Fields, { agentAt }: EslFloor): string => {
  const agent = agentAt(field('Interface'));
  if (agent === null) throw new NoSuchOrder('Agent not found');
  return safe(agent, NAME);
};

const status = (agent: string, value: string): EslCommand => ({
  api: `callcenter_config agent set status ${agent} '${value}'`,
});

const extensionOf = (address: string): string => (address.split('/').at(-1) ?? '').split('@')[0] ?? '';

/** The channel on a telephone that does one of these things, the first that fits. */
function channelOn(address: string, { channels }: EslFloor, doing: readonly string[]): string {
  const own = channels.filter((channel) => extensionOfChannel(channel) === extensionOf(address));
  const found = own.find(({ callState }) => doing.includes(DEVICE_OF_CALL_STATE[callState] ?? ''));
  if (!found) throw new NoSuchOrder('No such channel');
  return safe(found.uuid, UUID);
}

const TALKING = ['INUSE', 'ONHOLD'];
/** Q.850, as Asterisk is told. */
const CAUSES: Readonly<Record<string, string>> = { '16': 'NORMAL_CLEARING', '17': 'USER_BUSY' };
const RING_S = 30;

const dialled = (address: string, variables: string, what: string): EslCommand => ({
  job: `originate {${variables}originate_timeout=${RING_S},ignore_early_media=true}${safe(address, ADDRESS)} ${what}`,
});

/** Rings the telephone, then calls the number by the dialplan; or lets it hear the talk on another telephone. */
const originate: Translation = (field, floor) => {
  const address = field('Channel');
  if (field('Application') === 'ChanSpy') return [spying(address, field('Data'), floor)];
  const id = safe(field('ChannelId'), UUID);
  const [number, context] = [safe(field('Exten'), NUMBER), safe(field('Context'), NAME)];
  return [dialled(address, `origination_uuid=${id},`, `${number} XML ${context}`)];
};

/** `user/8001,q` hears, `user/8001,qB` is heard as well. */
function spying(address: string, spied: string, floor: EslFloor): EslCommand {
  const [target = '', options = ''] = spied.split(',');
  const uuid = channelOn(target, floor, TALKING);
  return dialled(address, '', `&${options.includes('B') ? 'three_way' : 'eavesdrop'}(${uuid})`);
}

const ORDERS: Readonly<Record<string, Translation>> = {
  QueueAdd: (field, floor) => {
    const agent = agentOf(field, floor);
    const queue = safe(field('Queue'), NAME);
    const tier = { api: `callcenter_config tier add ${queue} ${agent} 1 1` };
    const added = floor.queuesOf(agent).includes(queue) ? [] : [tier];
    return [...added, status(agent, field('Paused') === 'true' ? 'On Break' : 'Available')];
  },
  // A status counts for all of an agent's queues; his place on them is the switchboard's own affair and stays.
  QueueRemove: (field, floor) => [status(agentOf(field, floor), 'Logged Out')],
  QueuePause: (field, floor) => [
    status(agentOf(field, floor), field('Paused') === 'true' ? 'On Break' : 'Available'),
  ],
  Originate: originate,
  Hangup: (field, floor) => {
    const rejects = field('Cause') === '17';
    const uuid = channelOn(field('Interface'), floor, rejects ? ['RINGING'] : [...TALKING, 'RINGING']);
    return [{ api: `uuid_kill ${uuid} ${CAUSES[field('Cause')] ?? 'NORMAL_CLEARING'}` }];
  },
  Hold: (field, floor) => [{ api: `uuid_hold ${channelOn(field('Interface'), floor, ['INUSE'])}` }],
  Unhold: (field, floor) => [{ api: `uuid_hold off ${channelOn(field('Interface'), floor, ['ONHOLD'])}` }],
};

/**
 * An order of the rooms above, who speak as to an Asterisk, in the words of FreeSWITCH.
 * @throws NoSuchOrder where FreeSWITCH has none, or the telephone is in no call it could be about
 */
export function commandsOf(action: string, fields: ActionFields, floor: EslFloor): EslCommand[] {
  const order = ORDERS[action];
  if (!order) throw new NoSuchOrder(`this switchboard knows no ${action}`);
  const field: Fields = (name) => {
    const value = fields[name];
    return Array.isArray(value) ? String(value[0] ?? '') : String(value ?? '');
  };
  return order(field, floor);
}
