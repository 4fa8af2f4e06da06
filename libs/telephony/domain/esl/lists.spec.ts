import { readAnswer } from './lists.js';
import { agentOf, AgentTelephones, extensionOfChannel } from './telephones.js';

const members =
  'queue|instance_id|uuid|session_uuid|cid_number|cid_name|system_epoch|joined_epoch|state\n' +
  'q@default|single_box|v1|s1|13800001111|王|小明|0|1795356587|Waiting\n+OK\n';

describe('an answer of the event socket', () => {
  it.each([
    [
      'UP 0 years, 0 days, 0 hours, 0 minutes, 7 seconds, 865 milliseconds, 404 microseconds\nFreeSWITCH',
      7_865_404,
    ],
    [
      'UP 1 year, 1 day, 16 hours, 53 minutes, 14 seconds, 0 milliseconds, 1 microsecond\n',
      31_683_194_000_001,
    ],
  ])('%s has run so long', (body, uptimeUs) => {
    expect(readAnswer(body)).toEqual({ kind: 'status', uptimeUs });
  });

  it('is told by its columns, whatever others a version has; a bar in a name moves nothing', () => {
    const answer = readAnswer(members);
    expect(answer.kind).toBe('members');
    const [row] = 'rows' in answer ? answer.rows : [];
    expect(row?.get('cid_name')).toBe('王|小明');
    expect(row?.get('state')).toBe('Waiting');
    expect(
      readAnswer('name|system|uuid|type|contact|status|state\n8001|x||callback|user/8001|On Break|Idle\n+OK'),
    ).toMatchObject({
      kind: 'agents',
    });
    expect(readAnswer('queue|agent|state|level|position\nq|8001|Ready|1|1\n+OK\n').kind).toBe('tiers');
    expect(readAnswer('name|strategy\nq|ring-all\n+OK\n').kind).toBe('queues');
  });

  it.each([
    '+OK\n',
    '',
    '-ERR no reply\n',
    '{',
    '{"rows":1}',
    'a|b\nc|d',
    'queue|session_uuid|joined_epoch\nshort\n',
  ])('%j says nothing, and nothing is thrown', (body) => {
    const answer = readAnswer(body);
    expect('rows' in answer ? answer.rows : answer.kind).toEqual('rows' in answer ? [] : 'other');
  });

  it('lists channels, also none', () => {
    expect(readAnswer('{"row_count":0}')).toEqual({ kind: 'channels', channels: [] });
    const rows = [
      { uuid: 'a', direction: 'inbound', name: 'sofia/internal/8001@pbx', callstate: 'ACTIVE' },
      {},
    ];
    const answer = readAnswer(JSON.stringify({ row_count: 2, rows }));
    expect(answer).toMatchObject({
      kind: 'channels',
      channels: [{ uuid: 'a', callState: 'ACTIVE', dest: '' }],
    });
  });
});

describe('the telephone of an agent', () => {
  it.each([
    ['8001', '[leg_timeout=12]sofia/internal/sip:8001@127.0.0.1:17101', '8001', 'user/8001'],
    ['8001@default', 'user/8001@pbx.local', '8001', 'user/8001@pbx.local'],
    ['zhang', '{call_timeout=20}user/8102', '8102', 'user/8102'],
    ['li', '', 'li', 'user/li'],
    ['wu', 'sofia/gateway/pbx2/8105', '8105', 'user/8105'],
  ])('%s at %s is %s', (name, contact, extension, address) => {
    const row = new Map([
      ['name', name],
      ['contact', contact],
    ]);
    expect(agentOf(row)).toMatchObject({ name, extension, address });
  });

  it('is known by the channel it is on, and a caller’s number is nobody’s', () => {
    const telephones = new AgentTelephones();
    telephones.learn('zhang', 'user/8102');
    telephones.learn('8001', null);
    expect(telephones.agentAt(extensionOfChannel({ name: 'sofia/internal/8102@pbx', presenceId: '' }))).toBe(
      'zhang',
    );
    expect(telephones.agentAt(extensionOfChannel({ name: 'loopback/x', presenceId: '8001@pbx' }))).toBe(
      '8001',
    );
    expect(telephones.agentAt('13800001111')).toBeNull();
    const other = new AgentTelephones();
    other.resume(telephones.standing());
    expect(other.extensionOf('zhang')).toBe('8102');
  });
});
