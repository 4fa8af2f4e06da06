import { uuidv7 } from 'uuidv7';
import { aTicket, Caller } from './caller.mjs';
import { median, quantile, rounded, say, throughput, until } from './measures.mjs';
import { oneStatement, rowsOf, statements, writeByTable } from './same-rows.mjs';
import { processorMs, Stage } from './stage.mjs';

const IN_FLIGHT = 8;
const GOAL = 0.5;
const ROUNDS = 5;

/**
 * OpenTicket over HTTP with everything it commits, against the same rows written straight through `pg`, one transaction
 * each with one statement a table, as the owner and so without row-level security. Rounds alternate; ratios are of
 * neighbouring rounds. `size` tickets a round.
 * @param {number} [size]
 */
export async function intake(size = 2_000, rounds = ROUNDS) {
  const stage = await Stage.open();
  try {
    const server = await stage.server('api');
    const agent = await Caller.signIn(server.address, 'agent');
    const { id } = await agent.openTicket(aTicket(0, '440305'));
    const plan = statements(await rowsOf(stage, id), uuidv7);
    const clients = await Promise.all(Array.from({ length: IN_FLIGHT }, () => stage.client()));
    const whole = oneStatement(plan);
    const relayed = () =>
      until(async () => {
        const [row] = await stage.sql(
          'select exists (select 1 from outbox where dispatched_at is null) as waiting',
        );
        return !row.waiting;
      }, 60_000);
    let n = 1;
    /** @type {number[]} */
    let times = [];
    const kinds = {
      http: () =>
        throughput(size, IN_FLIGHT, async () => {
          const began = performance.now();
          await agent.openTicket(aTicket((n += 1), '440305'));
          times.push(performance.now() - began);
        }),
      byTable: () => throughput(size, IN_FLIGHT, (_, lane) => writeByTable(client(clients, lane), plan)),
      oneStatement: () => throughput(size, IN_FLIGHT, (_, lane) => whole(client(clients, lane))),
    };
    for (const measure of Object.values(kinds)) await measure();
    times = [];
    /** @type {Record<keyof typeof kinds, number[]>} */
    const rates = { http: [], byTable: [], oneStatement: [] };
    const spent = () => ({
      server: processorMs(server.pid),
      postgres: processorMs(stage.postgres.pid, true),
      bench: processorMs(process.pid),
    });
    const parts = /** @type {(keyof ReturnType<typeof spent>)[]} */ (Object.keys(spent()));
    const nothing = () => Object.fromEntries(parts.map((part) => [part, /** @type {number[]} */ ([])]));
    /** @type {Record<string, any>} */
    const cost = { http: nothing(), byTable: nothing(), oneStatement: nothing() };
    for (let round = 0; round < rounds; round += 1) {
      for (const kind of /** @type {(keyof typeof kinds)[]} */ (Object.keys(kinds))) {
        await relayed();
        const before = spent();
        rates[kind].push(await kinds[kind]());
        const after = spent();
        for (const part of parts) cost[kind][part].push((after[part] - before[part]) / size);
      }
      say(
        `intake ${round + 1}/${rounds}: ${Object.entries(rates)
          .map(([kind, all]) => `${kind} ${rounded(all.at(-1) ?? 0, 0)}/s`)
          .join(', ')}`,
      );
    }
    agent.close();
    const ratios = rates.http.map((rate, at) => rate / (rates.byTable[at] ?? Number.NaN));
    const ratio = rounded(median(ratios), 3);
    return {
      scenario: 'intake',
      size,
      figures: {
        perSecond: rounded(median(rates.http), 0),
        p50Ms: rounded(median(times)),
        p95Ms: rounded(quantile(times, 0.95)),
        processorMsEach: Object.fromEntries(
          Object.entries(cost).map(([kind, by]) => [
            kind,
            Object.fromEntries(parts.map((part) => [part, rounded(median(by[part]), 2)])),
          ]),
        ),
        statementsEach: plan.length,
        oneStatementPerSecond: rounded(median(rates.oneStatement), 0),
        ratioToOneStatement: rounded(
          median(rates.http.map((rate, at) => rate / (rates.oneStatement[at] ?? Number.NaN))),
          3,
        ),
      },
      ceiling: rounded(median(rates.byTable), 0),
      ratio,
      goal: GOAL,
      pass: ratio >= GOAL,
    };
  } finally {
    await stage.close();
  }
}

/** @param {import('pg').Client[]} clients @param {number} lane */
function client(clients, lane) {
  const found = clients[lane];
  if (!found) throw new Error('more lanes than connections');
  return found;
}
