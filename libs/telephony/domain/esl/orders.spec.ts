import type { ActionFields } from '../ami/action.js';
import type { ShownChannel } from './lists.js';
import { commandsOf, type EslFloor, NoSuchOrder } from './orders.js';

const channel = (uuid: string, extension: string, callState: string): ShownChannel => ({
  uuid,
  callUuid: uuid,
  direction: 'outbound',
  name: `sofia/internal/${extension}@pbx`,
  presenceId: '',
  callState,
  context: '',
  dest: '',
  cidNumber: '',
  application: '',
});
const RINGS = '11111111-0000-4000-8000-000000000001';
const TALKS = '22222222-0000-4000-8000-000000000002';
const HOLDS = '33333333-0000-4000-8000-000000000003';
const DIAL = '44444444-0000-4000-8000-000000000004';

const floor: EslFloor = {
  agentAt: (address) =>
    ({ 'user/8001': '8001@default', 'user/8002': '8002', 'user/bad': 'x status' })[address] ?? null,
  queuesOf: (agent) => (agent === '8002' ? ['q@default'] : []),
  channels: [
    channel(RINGS, '8001', 'RINGING'),
    channel(TALKS, '8002', 'ACTIVE'),
    channel(HOLDS, '8003', 'HELD'),
  ],
};
const said = (action: string, fields: ActionFields): string[] =>
  commandsOf(action, fields, floor).map((command) => ('api' in command ? command.api : `bg ${command.job}`));
const status = (agent: string, value: string) => `callcenter_config agent set status ${agent} '${value}'`;

describe('an order to a FreeSWITCH', () => {
  it.each<[string, ActionFields, string[]]>([
    [
      'QueueAdd',
      { Queue: 'q@default', Interface: 'user/8001' },
      ['callcenter_config tier add q@default 8001@default 1 1', status('8001@default', 'Available')],
    ],
    [
      'QueueAdd',
      { Queue: 'q@default', Interface: 'user/8002', Paused: 'true', Reason: 'meal' },
      [status('8002', 'On Break')],
    ],
    ['QueuePause', { Interface: 'user/8002', Paused: 'true', Reason: 'acw' }, [status('8002', 'On Break')]],
    ['QueuePause', { Interface: 'user/8002', Paused: 'false' }, [status('8002', 'Available')]],
    ['QueueRemove', { Queue: 'q@default', Interface: 'user/8002' }, [status('8002', 'Logged Out')]],
    ['Hangup', { Interface: 'user/8002', Cause: '16' }, [`uuid_kill ${TALKS} NORMAL_CLEARING`]],
    ['Hangup', { Interface: 'user/8001', Cause: '17' }, [`uuid_kill ${RINGS} USER_BUSY`]],
    ['Hold', { Interface: 'user/8002' }, [`uuid_hold ${TALKS}`]],
    ['Unhold', { Interface: 'user/8003@pbx' }, [`uuid_hold off ${HOLDS}`]],
    [
      'Originate',
      {
        Channel: 'user/8001',
        ChannelId: DIAL,
        Context: 'hotline-outbound',
        Exten: '13800001111',
        Priority: '1',
      },
      [
        `bg originate {origination_uuid=${DIAL},originate_timeout=30,ignore_early_media=true}user/8001 13800001111 XML hotline-outbound`,
      ],
    ],
    [
      'Originate',
      { Channel: 'user/8009', Application: 'ChanSpy', Data: 'user/8002,q' },
      [`bg originate {originate_timeout=30,ignore_early_media=true}user/8009 &eavesdrop(${TALKS})`],
    ],
    [
      'Originate',
      { Channel: 'user/8009', Application: 'ChanSpy', Data: 'user/8002,qB' },
      [`bg originate {originate_timeout=30,ignore_early_media=true}user/8009 &three_way(${TALKS})`],
    ],
  ])('%s %j', (action, fields, wanted) => expect(said(action, fields)).toEqual(wanted));

  it.each<[string, string, ActionFields]>([
    ['it does not have', 'PracticeAnswer', { Interface: 'user/8001' }],
    ['for a telephone that is no agent’s', 'QueuePause', { Interface: 'user/8099', Paused: 'true' }],
    ['to hold what only rings', 'Hold', { Interface: 'user/8001' }],
    ['to reject what is answered', 'Hangup', { Interface: 'user/8002', Cause: '17' }],
    ['about a telephone in no call', 'Hangup', { Interface: 'user/8009', Cause: '16' }],
    [
      'with a second command in a number',
      'Originate',
      { Channel: 'user/8001', ChannelId: DIAL, Context: 'x', Exten: '1\n\napi shutdown' },
    ],
    [
      'with variables in a context',
      'Originate',
      { Channel: 'user/8001', ChannelId: DIAL, Context: 'a b', Exten: '1' },
    ],
    [
      'by an address that is none',
      'Originate',
      { Channel: '{x=y}user/8001', ChannelId: DIAL, Context: 'x', Exten: '1' },
    ],
    ['to an agent whose name is more than a name', 'QueuePause', { Interface: 'user/bad', Paused: 'true' }],
    ['to a queue with a space', 'QueueAdd', { Interface: 'user/8001', Queue: 'q 8002' }],
  ])('is refused %s', (_, action, fields) => {
    expect(() => said(action, fields)).toThrow(NoSuchOrder);
  });
});
