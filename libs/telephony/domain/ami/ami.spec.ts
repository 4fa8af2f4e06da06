import { encodeAction, UnsafeAction } from './action.js';
import { belongsTo, collect, openAction, type Progress } from './collect.js';
import { type AmiItem, type AmiMessage, epochUs, eventName, field, fieldsOf } from './message.js';
import { AmiParser, LONGEST_LINE } from './parser.js';
import { callerNumber, disguise, disguiseSocket, redact } from './redact.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (text: string, parser = new AmiParser()): AmiItem[] => parser.push(bytes(text));
const one = (text: string): AmiMessage => parse(text)[0] as AmiMessage;

describe('the parser', () => {
  it('reads banner, events and responses, with CRLF or LF', () => {
    const items = parse(
      'Asterisk Call Manager/11.0.0\r\nResponse: Success\r\n\r\nEvent: Hangup\nCause: 16\n\n',
    );
    expect(items.map((item) => item.kind)).toEqual(['banner', 'response', 'event']);
  });

  it('keeps repeated keys, empty values and values with colons', () => {
    const message = one(
      'Event: Newchannel\r\nChanVariable: a=1\r\nChanVariable: b=2\r\nUrl: sip:x@y:1\r\nEmpty: \r\nBare:\r\n\r\n',
    );
    expect(fieldsOf(message, 'ChanVariable')).toEqual(['a=1', 'b=2']);
    expect(field(message, 'Url')).toBe('sip:x@y:1');
    expect([field(message, 'Empty'), field(message, 'Bare')]).toEqual(['', '']);
  });

  it('joins a character that two packets cut in two', () => {
    const parser = new AmiParser();
    const whole = bytes('Event: QueueMemberPause\r\nMemberName: 坐席8001\r\n\r\n');
    const items = [...whole].flatMap((byte) => parser.push(Uint8Array.of(byte)));
    expect(field(items[0] as AmiMessage, 'MemberName')).toBe('坐席8001');
  });

  it.each([
    ['stray blank lines', '\r\n\r\nEvent: A\r\n\r\n\r\n\r\nEvent: B\r\n\r\n', 2, {}],
    ['a line that is not a field', 'Event: A\r\nwhat\r\n\r\n', 1, { garbageLines: 1 }],
    ['a block that is neither', 'Foo: bar\r\n\r\nEvent: B\r\n\r\n', 2, { garbledBlocks: 1 }],
    ['an overlong line', `Event: A\r\nX: ${'y'.repeat(LONGEST_LINE * 2)}\r\n\r\n`, 1, { overlong: 1 }],
    ['an event cut by the next', 'Event: A\r\nEvent: B\r\n\r\n', 1, { cutBlocks: 1 }],
    [
      'a connection cut inside a line',
      'Event: A\r\nChanAsterisk Call Manager/11.0.0\r\nEvent: B\r\n\r\n',
      2,
      { cutBlocks: 1 },
    ],
  ])('survives %s', (_, text, items, counts) => {
    const parser = new AmiParser();
    expect(parse(text, parser)).toHaveLength(items);
    expect(parser.counts).toMatchObject({
      garbageLines: 0,
      garbledBlocks: 0,
      overlong: 0,
      cutBlocks: 0,
      ...counts,
    });
  });

  it('glues nothing over a reconnect', () => {
    const parser = new AmiParser();
    parse('Event: Hangup\r\nUniqueid: 1', parser);
    parser.reset();
    const items = parse('Asterisk Call Manager/11.0.0\r\nEvent: Newchannel\r\nUniqueid: 2.2\r\n\r\n', parser);
    expect(items).toHaveLength(2);
    expect(eventName(items[1] as AmiMessage)).toBe('Newchannel');
    expect(field(items[1] as AmiMessage, 'Uniqueid')).toBe('2.2');
  });

  it('never throws on noise', () => {
    const noise = Uint8Array.from({ length: 50_000 }, (_, place) => (place * 7919 + (place >> 3)) % 256);
    expect(() => new AmiParser().push(noise)).not.toThrow();
  });

  it('reads microseconds without losing the last digit', () => {
    expect(epochUs('1795355251.281614')).toBe(1_795_355_251_281_614);
    expect(epochUs('1795355251')).toBe(1_795_355_251_000_000);
    expect([epochUs('now'), epochUs(undefined), epochUs('')]).toEqual([null, null, null]);
  });
});

describe('an action', () => {
  it('is lines with its ActionID, lists as repeated keys', () => {
    expect(
      encodeAction('QueuePause', 'h7', {
        Paused: true,
        Reason: '小休',
        Variable: ['a=1', 'b=2'],
        Queue: undefined,
      }),
    ).toBe(
      'Action: QueuePause\r\nActionID: h7\r\nPaused: true\r\nReason: 小休\r\nVariable: a=1\r\nVariable: b=2\r\n\r\n',
    );
  });

  it.each(['x\r\nAction: Command', 'x\ny', 'x\ry', 'a\u0000b', 'y'.repeat(2_000)])(
    'refuses %j as a value',
    (value) => {
      expect(() => encodeAction('QueuePause', 'h7', { Reason: value })).toThrow(UnsafeAction);
    },
  );

  it('refuses a key that is none', () => {
    expect(() => encodeAction('Ping', 'h7', { 'a: b': 'c' })).toThrow(UnsafeAction);
    expect(() => encodeAction('Ping', 'h7\r\nAction: Logoff')).toThrow(UnsafeAction);
  });
});

describe('an answer', () => {
  const run = (...texts: string[]): Progress =>
    texts
      .map(one)
      .reduce<Progress>(
        (progress, message) => (progress.state === 'waiting' ? collect(progress.open, message) : progress),
        { state: 'waiting', open: openAction('s1') },
      );

  it('is whole with the response, or with the end of its list', () => {
    expect(run('Response: Success\r\nActionID: s1\r\n\r\n').state).toBe('answered');
    const start = 'Response: Success\r\nActionID: s1\r\nEventList: start\r\n\r\n';
    const entry = 'Event: QueueEntry\r\nActionID: s1\r\n\r\n';
    const end = 'Event: QueueStatusComplete\r\nActionID: s1\r\nEventList: Complete\r\nListItems: 1\r\n\r\n';
    expect(run(start, entry).state).toBe('waiting');
    const done = run(start, entry, end);
    expect(done.state === 'answered' && done.events).toHaveLength(2);
  });

  it('fails with the words of the PBX, and knows its own messages', () => {
    expect(run('Response: Error\r\nActionID: s1\r\nMessage: Permission denied\r\n\r\n')).toEqual({
      state: 'failed',
      message: 'Permission denied',
    });
    expect(belongsTo(openAction('s1'), one('Event: X\r\nActionID: s2\r\n\r\n'))).toBe(false);
  });
});

describe('a log line', () => {
  it.each([
    ['CallerIDNum: 19900010001', 'CallerIDNum: 199****01'],
    ['CallerIDName: 王小明', 'CallerIDName: ***'],
    ['Uniqueid: 1795355248.0 Exten: 8001', 'Uniqueid: 1795355248.0 Exten: 8001'],
    ['CallerID: "" <+8619900010001>', 'CallerID: "" <+86****01>'],
  ])('%s → %s', (raw, safe) => {
    expect(redact(raw)).toBe(safe);
  });

  it.each([
    ['CallerIDNum: 19900010001', 'CallerIDNum: 199XXXXXXXX'],
    ['CallerIDNum: +8619900010001', 'CallerIDNum: +86199XXXXXXXX'],
    ['CallerIDNum: 075512345678', 'CallerIDNum: 075XXXXXXXXX'],
    ['DestCallerIDName: 王小明', 'DestCallerIDName: ***'],
    ['CallerIDNum: 8001', 'CallerIDNum: 8001'],
    ['Uniqueid: 1795355248.1234567', 'Uniqueid: 1795355248.1234567'],
    ['Timestamp: 1795355248.123456', 'Timestamp: 1795355248.123456'],
    ['Channel: PJSIP/8001-00000012', 'Channel: PJSIP/8001-00000012'],
    [
      'BridgeUniqueid: 12345678-1234-4234-8234-123456789012',
      'BridgeUniqueid: 12345678-1234-4234-8234-123456789012',
    ],
    [
      '1795355248|1795355247.0|q12351|NONE|ENTERQUEUE||19900010001|1',
      '1795355248|1795355247.0|q12351|NONE|ENTERQUEUE||199XXXXXXXX|1',
    ],
  ])('that is given away: %s → %s', (raw, safe) => {
    expect(disguise(raw, (digits) => digits.slice(0, 3).padEnd(digits.length, 'X'))).toBe(safe);
  });

  it.each([
    ['Caller-Caller-ID-Number: 19900020005', 'Caller-Caller-ID-Number: 199XXXXXXXX'],
    ['Caller-Caller-ID-Name: 19900020005', 'Caller-Caller-ID-Name: 199XXXXXXXX'],
    ['Caller-Caller-ID-Name: %E7%8E%8B', 'Caller-Caller-ID-Name: xxxxxxxxx'],
    ['CC-Member-CID-Name: Wang%20Li', 'CC-Member-CID-Name: xxxxxxxxx'],
    ['variable_sip_from_uri: 19900020012%40127.0.0.1', 'variable_sip_from_uri: 199XXXXXXXX%40127.0.0.1'],
    ['Event-Date-Timestamp: 1795356636170374', 'Event-Date-Timestamp: 1795356636170374'],
    ['CC-Agent-Called-Time: 1795356625', 'CC-Agent-Called-Time: 1795356625'],
    ['Event-Sequence: 12345678', 'Event-Sequence: 12345678'],
    ['"cid_name":"王","cid_num":"19900020005"', '"cid_name":"xxx","cid_num":"199XXXXXXXX"'],
  ])('of an event socket that is given away: %s → %s', (raw, safe) => {
    expect(disguiseSocket(raw, (digits) => digits.slice(0, 3).padEnd(digits.length, 'X'))).toBe(safe);
  });

  it.each([
    ['19900010001', '19900010001'],
    ['+86 199-0001-0001', '+8619900010001'],
    ['anonymous', 'withheld'],
    ['Unavailable', 'withheld'],
    ['<unknown>', null],
    ['', null],
  ])('the number %j is %j', (sent, known) => {
    expect(callerNumber(sent)).toBe(known);
  });
});
