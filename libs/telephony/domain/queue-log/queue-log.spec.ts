import { sampleLog } from '../../../../test/support/telephony-sample.js';
import { QueueLogNormaliser } from '../call-event/normalise-queue-log.js';
import { QueueLogParser, parseQueueLogLine } from './parser.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const said = (text: string) => {
  const line = parseQueueLogLine(text, 1);
  return line ? new QueueLogNormaliser('ami:pbx1').accept(line)[0] : undefined;
};

describe('the queue log', () => {
  it('keeps a half line until its end comes', () => {
    const parser = new QueueLogParser();
    expect(parser.push(bytes('1795355251|1795355248.0|q|NONE|ENTERQ'))).toEqual([]);
    expect(parser.counts.halfLine).toBeGreaterThan(0);
    const [line] = parser.push(bytes('UEUE||199|1\n'));
    expect(line).toMatchObject({ event: 'ENTERQUEUE', agent: null, lineNo: 1, data: ['', '199', '1'] });
  });

  it('reads the sample byte by byte', () => {
    const parser = new QueueLogParser();
    const lines = [...sampleLog()].flatMap((byte) => parser.push(Uint8Array.of(byte)));
    expect(lines).toHaveLength(86);
    expect(parser.counts).toEqual({ lines: 86, garbageLines: 0, halfLine: 0 });
    expect(lines[1]?.agent).toBe('坐席8001');
  });

  it.each([
    ['ABANDON|1|2|13', 'queue_left', 'caller_hangup', 13, null],
    ['EXITWITHTIMEOUT|1|1|45', 'queue_left', 'limit', 45, null],
    ['EXITWITHKEY|1|2|2|8', 'queue_left', 'key', 8, null],
    ['EXITEMPTY|1|1|7', 'queue_left', 'empty', 7, null],
    ['WITHDRAW|1|1|9', 'queue_left', 'withdrawn', 9, null],
    ['COMPLETECALLER|2|17|1', 'talk_ended', 'caller_hangup', 2, 17],
    ['COMPLETEAGENT|2|17|1', 'talk_ended', 'agent_hangup', 2, 17],
    ['BLINDTRANSFER|9100|agents|26|6|3', 'talk_ended', 'transfer_blind', 26, 6],
    ['ATTENDEDTRANSFER|BRIDGE|b1|26|6|3', 'talk_ended', 'transfer_attended', 26, 6],
    ['ATTENDEDTRANSFER|LINK|a|b|26|6|3', 'talk_ended', 'transfer_attended', 26, 6],
    ['RINGNOANSWER|12000', 'agent_missed', 'ring_out', null, null],
    ['RINGCANCELED|2498', 'agent_missed', 'ring_cancelled', null, null],
  ])('reads %s', (text, type, reason, waitS, talkS) => {
    expect(said(`1795355251|1795355248.0|q1|坐席8001|${text}`)).toMatchObject({ type, reason, waitS, talkS });
  });

  it('counts events it does not know and lines that are none', () => {
    const parser = new QueueLogParser();
    const normaliser = new QueueLogNormaliser('ami:pbx1');
    const text = '1795355251|NONE|NONE|NONE|CONFIGRELOAD|\n1795355251|NONE|q|NONE|NEWTHING|1\ngarbage\n|||\n';
    for (const line of parser.push(bytes(text))) expect(normaliser.accept(line)).toEqual([]);
    expect([...normaliser.unknown]).toEqual([['NEWTHING', 1]]);
    expect(parser.counts.garbageLines).toBe(2);
  });
});
