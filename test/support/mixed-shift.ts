import { type PaperAgent, type PaperLeg, PaperPbx } from './paper-pbx.js';

/** A shift with one of everything: three agents, two queues, eleven callers. */
export function mixedShift(): PaperPbx {
  const [li, wu, law] = ['8101', '8102', '8201'].map((exten) => ({
    name: `坐席${exten}`,
    device: `PJSIP/${exten}`,
  }));
  if (!li || !wu || !law) throw new Error('three agents');
  const pbx = new PaperPbx().signIn('q1', li).signIn('q2', law).signIn('q1', wu);
  let next = 19911110000;
  const comes = (queue: string | null, number = String((next += 1))): PaperLeg => {
    const leg = pbx.wait(1).arrive(number);
    pbx.wait(2);
    if (queue) pbx.join(leg, queue);
    return leg;
  };
  const first = comes('q1');
  pbx.refuse(comes(null), 'q1', 'FULL');
  const plain = pbx.answer(first, 'q1', li);
  pbx.wait(4).hold(plain, 3);
  pbx.wait(3).end(plain, 'caller');
  thereAndBack(pbx, comes('q1'), [li, law, wu]);
  againAfterLimit(pbx, comes('q1'), li);
  const key = comes('q1', 'anonymous');
  pbx.wait(8).pressKey(key, 'q1', '1');
  const gone = comes('q1');
  pbx.wait(3).giveUp(gone, 'q1');
  const empty = comes('q1');
  pbx.wait(5).exit(empty, 'q1', 'LEAVEEMPTY');
  pbx.hangUp(comes(null));
  pbx.hangUp(comes(null), false);
  pbx.pause(['q1', 'q2'], li, true, '用餐').wait(5).pause(['q1', 'q2'], li, false);
  return pbx;
}

function thereAndBack(pbx: PaperPbx, caller: PaperLeg, [one, two, three]: PaperAgent[]): void {
  if (!one || !two || !three) return;
  const first = pbx.answer(caller, 'q1', one, 3);
  pbx.wait(20).blindTransfer(first, '9200');
  pbx.join(caller, 'q2');
  const second = pbx.answer(caller, 'q2', two, 4);
  pbx.wait(30).blindTransfer(second, '9100');
  pbx.join(caller, 'q1');
  const third = pbx.answer(caller, 'q1', three, 6);
  pbx.wait(40).end(third, 'agent');
}

/** The limit, queued again at once, a ring-out, a rejection, an answer, an attended transfer. */
function againAfterLimit(pbx: PaperPbx, caller: PaperLeg, agent: PaperAgent): void {
  pbx.wait(45).exit(caller, 'q1', 'TIMEOUT', 0);
  pbx.join(caller, 'q1');
  const one = pbx.ring(caller, 'q1', agent);
  pbx.wait(12).ringOut(caller, 'q1', agent, one, 12_000);
  const two = pbx.wait(1).ring(caller, 'q1', agent);
  pbx.wait(1.5).ringOut(caller, 'q1', agent, two, 1_000, true);
  const talk = pbx.wait(1).answer(caller, 'q1', agent, 5);
  pbx.wait(10).attendedTransfer(talk, 8);
  pbx.wait(60).hangUp(caller);
}
