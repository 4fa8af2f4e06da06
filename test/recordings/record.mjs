import { appendFileSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listen } from './ami.mjs';
import { NAMES, QUEUES, configure, start } from './asterisk.mjs';
import { Telephones, planned } from './shift.mjs';

/**
 * Records a shift by chance at a real Asterisk (18 to 22, with PJSIP): `ami-1.txt`, after a cut or a restart `ami-2.txt`,
 * `queue_log.txt`, and `moves.jsonl`, what the telephones themselves did and when.
 */

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    root: { type: 'string', default: '/' },
    out: { type: 'string' },
    slot: { type: 'string', default: '0' },
    trouble: { type: 'string', default: 'none' },
    untimed: { type: 'boolean', default: false },
    local: { type: 'boolean', default: false },
    limit: { type: 'string', default: '30' },
    like: { type: 'string', default: '{}' },
  },
});
const slot = Number(options.slot);
const ports = {
  sip: 5070 + slot * 10,
  ami: 5038 + slot * 100,
  callers: 5080 + slot * 100 + 1000,
  agents: 5081 + slot * 100 + 1000,
  rtp: 20_000 + slot * 500,
};
const board = {
  root: options.root,
  place: `/rec/${slot}`,
  ports,
  times: !options.untimed,
  limit: options.limit,
};
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
mkdirSync(options.out, { recursive: true });
const out = (name) => join(options.out, name);
writeFileSync(out('moves.jsonl'), '');

const began = Date.now();
const note = (what, fields) =>
  appendFileSync(out('moves.jsonl'), `${JSON.stringify({ at: Date.now() / 1000, what, ...fields })}\n`);

const plan = planned(Number(options.seed), JSON.parse(options.like));
const files = configure(board);
let asterisk = start(board);
let manager = await listen(ports.ami, out('ami-1.txt'));
const device = (user) => (options.local && user !== '8001' ? `Local/${user}@agents/n` : `PJSIP/${user}`);
const signIn = async () => {
  for (const [queue, { members }] of Object.entries(QUEUES))
    for (const user of members)
      manager.order('QueueAdd', {
        Queue: queue,
        Interface: device(user),
        MemberName: NAMES[user],
        StateInterface: `PJSIP/${user}`,
      });
  await sleep(500);
};
await sleep(1_500);
await signIn();
const phones = new Telephones(plan, ports, note);
await phones.open();

const zero = Date.now();
const todo = [
  ...plan.calls.map((call) => [call.at, () => phones.call(call)]),
  ...plan.dials.map((dial) => [dial.at, () => phones.dial(dial)]),
  ...plan.pauses.flatMap(({ at, length, agent, reason }) => [
    [at, () => manager.order('QueuePause', { Interface: device(agent), Paused: 'true', Reason: reason })],
    [at + length, () => manager.order('QueuePause', { Interface: device(agent), Paused: 'false' })],
  ]),
].sort((a, b) => a[0] - b[0]);
for (const [at, act] of todo) setTimeout(() => void act(), at);

const middle = plan.like.seconds * 450;
if (options.trouble === 'cut') {
  await sleep(middle);
  await manager.close();
  note('cut', {});
  await sleep(30_000);
  manager = await listen(ports.ami, out('ami-2.txt'));
  note('back', {});
  manager.lists();
}
if (options.trouble === 'restart') {
  await sleep(middle);
  note('killed', {});
  asterisk.kill('SIGKILL');
  for (const leg of phones.outside.legs.values()) if (!leg.over) ((leg.over = true), leg.emit('ended'));
  await manager.close();
  await sleep(1_000);
  asterisk = start(board);
  manager = await listen(ports.ami, out('ami-2.txt'));
  manager.lists();
  await sleep(1_000);
  await signIn();
  note('restarted', {});
}
const left = () => plan.like.seconds * 1000 - (Date.now() - zero);
while (left() > 0) await sleep(Math.min(1_000, left()));
phones.close();
await sleep(2_000);
manager.order('QueueStatus');
for (const [queue, { members }] of Object.entries(QUEUES))
  for (const user of members) manager.order('QueueRemove', { Queue: queue, Interface: device(user) });
await sleep(1_000);
await manager.close();
asterisk.kill('SIGTERM');
await sleep(1_000);
copyFileSync(files.log, out('queue_log.txt'));
process.stdout.write(`${JSON.stringify({ seed: options.seed, seconds: (Date.now() - began) / 1000 })}\n`);
process.exit(0);
