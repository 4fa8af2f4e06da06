import { QueueLogParser } from '../queue-log/parser.js';
import { type CallCount, compareLog, LogCounter, type LogFigure } from './compare-log.js';

const log = (text: string) => {
  const counter = new LogCounter();
  counter.take(new QueueLogParser().push(Buffer.from(text)));
  return counter.result;
};
const kept = (callId: string, figure: LogFigure, lastS = 1_795_000_100): CallCount => ({
  callId,
  queue: 'q',
  figure,
  times: 1,
  lastUs: lastS * 1_000_000,
});
const stretch = {
  fromUs: 1_795_000_000_000_000,
  toUs: 1_795_000_900_000_000,
  settledUs: 1_795_000_500_000_000,
};

describe('the log against our rows', () => {
  const lines = [
    '1795000010|1795000010.1|q|NONE|ENTERQUEUE||138|1',
    '1795000020|1795000010.1|q|坐席8001|CONNECT|10|1795000018.2|2',
    '1795000030|1795000030.3|q|NONE|ENTERQUEUE||138|1',
    '1795000040|1795000030.3|q|NONE|ABANDON|1|1|10',
    '',
  ].join('\n');

  it('reads the figures of each call', () => {
    const { counts, fromUs } = log(lines);
    expect(fromUs).toBe(1_795_000_010_000_000);
    expect(counts.map(({ callId, figure }) => `${callId} ${figure}`)).toEqual([
      '1795000010.1 entered',
      '1795000010.1 answered',
      '1795000030.3 entered',
      '1795000030.3 abandoned',
    ]);
  });

  const all = [
    kept('1795000010.1', 'entered'),
    kept('1795000010.1', 'answered'),
    kept('1795000030.3', 'entered'),
    kept('1795000030.3', 'abandoned'),
  ];

  it.each([
    ['the same', all, []],
    [
      'a call that was never heard',
      all.slice(0, 2),
      ['entered 2:1 1795000030.3', 'abandoned 1:0 1795000030.3'],
    ],
    [
      'another outcome',
      [...all.slice(0, 3), kept('1795000030.3', 'limit')],
      ['abandoned 1:0 1795000030.3', 'limit 0:1 1795000030.3'],
    ],
    ['a call the log does not have', [...all, kept('1795000050.7', 'entered')], ['entered 2:3 1795000050.7']],
    ['a call before the log begins', [...all, kept('1794999990.7', 'entered')], []],
    ['a call that goes on', [...all, kept('1795000050.7', 'entered', 1_795_000_600)], []],
  ])('with %s', (_, rows, wanted) => {
    const found = compareLog(log(lines).counts, rows, stretch);
    expect(
      found.map(({ figure, logged, kept: ours, callIds }) => `${figure} ${logged}:${ours} ${callIds.join()}`),
    ).toEqual(wanted);
  });
});
