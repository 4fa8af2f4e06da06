import { parseArgs } from 'node:util';
import { type BoardSettings, LiveLine, RecordedLine, type Robot } from '@hotline/practice-line';

const USAGE = `npm run practice-line -- [--port 5038] [--host 127.0.0.1] [--speed 1] [--agents 6] [--calls-per-hour 90]
                            [--seed 12351] [--queue-log FILE] [--username practice] [--secret practice-line]
npm run practice-line -- --file RECORDING [--speed 1] [--keep-times] [--port 5038]

Speaks AMI like a small Asterisk: a generated shift, or a recorded one. --speed is 1 to 60.`;

class WrongUsage extends Error {}

const OPTIONS = {
  port: { type: 'string', default: '5038' },
  host: { type: 'string', default: '127.0.0.1' },
  speed: { type: 'string', default: '1' },
  agents: { type: 'string', default: '6' },
  'calls-per-hour': { type: 'string', default: '90' },
  seed: { type: 'string', default: '12351' },
  'queue-log': { type: 'string' },
  username: { type: 'string', default: 'practice' },
  secret: { type: 'string', default: 'practice-line' },
  file: { type: 'string' },
  'keep-times': { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof read>;

function read(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, strict: true }).values;
  } catch (fault) {
    throw new WrongUsage(fault instanceof Error ? fault.message : String(fault));
  }
}

function number(
  values: Values,
  name: 'port' | 'speed' | 'agents' | 'calls-per-hour' | 'seed',
  low: number,
  high: number,
) {
  const value = Number(values[name]);
  if (Number.isFinite(value) && value >= low && value <= high) return value;
  throw new WrongUsage(`--${name} must be a number from ${low} to ${high}, not "${values[name]}"`);
}

const queue = (name: string, speed: number) => ({
  name,
  ringMs: 12_000 / Math.sqrt(speed),
  retryMs: 1_000 / speed,
  limitMs: 90_000 / speed,
  mostWaiting: 12,
  serviceSeconds: 15,
});

const robotsOf = (agents: number): Robot[] => [
  ...Array.from({ length: agents }, (_, index) => ({
    interface: `PJSIP/${8002 + index}`,
    name: `坐席${8002 + index}`,
    queue: 'q12351',
  })),
  { interface: 'PJSIP/8090', name: '法援8090', queue: 'qlegal' },
];

function generated(values: Values): LiveLine {
  const speed = number(values, 'speed', 1, 60);
  const board: BoardSettings = {
    number: '12351',
    ivrMs: 2_500 / speed,
    queues: [queue('q12351', speed), queue('qlegal', speed)],
  };
  return new LiveLine({
    host: values.host,
    port: number(values, 'port', 0, 65_535),
    account: { username: values.username, secret: values.secret },
    board,
    shift: {
      callsPerHour: number(values, 'calls-per-hour', 1, 3_600),
      queue: 'q12351',
      secondQueue: 'qlegal',
      robots: robotsOf(number(values, 'agents', 0, 80)),
      speed,
    },
    seed: number(values, 'seed', 0, 2 ** 32 - 1),
    ...(values['queue-log'] && { queueLog: values['queue-log'] }),
    now: () => Date.now(),
  });
}

const recorded = (values: Values, file: string): RecordedLine =>
  new RecordedLine({
    host: values.host,
    port: number(values, 'port', 0, 65_535),
    account: { username: values.username, secret: values.secret },
    file,
    speed: number(values, 'speed', 1, 60),
    times: values['keep-times'] ? 'recorded' : 'now',
    now: () => Date.now(),
  });

async function main(): Promise<void> {
  const values = read(process.argv.slice(2));
  const line = values.file ? recorded(values, values.file) : generated(values);
  const port = await line.open();
  console.log(`practice line: AMI on ${values.host}:${port}, account ${values.username}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void line.close());
}

try {
  await main();
} catch (fault) {
  const usage = fault instanceof WrongUsage ? `\n\n${USAGE}` : '';
  console.error(`practice line: ${fault instanceof Error ? fault.message : String(fault)}${usage}`);
  process.exitCode = 2;
}
