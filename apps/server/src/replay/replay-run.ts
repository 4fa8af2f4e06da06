import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, type Api, NotLetIn } from './api.js';
import { Ledger, type SeenTicket } from './ledger.js';
import type { ReplayMap } from './map.js';
import { type Pace, pump } from './pace.js';
import { Progress, type Screen } from './progress.js';
import { type Persistence, undecided, untilDecided } from './retry.js';
import { type NumberedRow, readRows } from './rows.js';
import { shapeRow } from './shape-row.js';

export interface ReplayPlan {
  readonly file: string;
  readonly map: ReplayMap;
  readonly pace: Pace;
  readonly patienceMs: number;
  readonly check: number;
  readonly stop: AbortSignal;
  readonly screen: Screen;
}

const UNHURRIED = 10_000;
// Custody moves by itself within a second; only a server that does not work its queue takes longer.
const MOST_LOOKS = 10;

/** The server's clock decides which tickets are new, not ours. */
async function serverTime(api: Api, persistence: Persistence): Promise<Date> {
  const answer = await untilDecided(api, { method: 'GET', path: '/api/session' }, persistence);
  const { serverTime: text } = (answer.body ?? {}) as { serverTime?: string };
  if (answer.status === 200 && text !== undefined) return new Date(text);
  throw new NotLetIn(`no answer from ${api.address} (${answer.code})`);
}

/** Sends every row of the file as a contact with its ticket, then looks each of them up again. */
export class ReplayRun {
  private readonly givenUp = new AbortController();
  private readonly stop: AbortSignal;
  private total = 0;
  private decided = 0;
  private progress: Progress;

  private constructor(
    private readonly api: Api,
    private readonly plan: ReplayPlan,
    readonly ledger: Ledger,
  ) {
    this.progress = new Progress('counted', 0, plan.screen);
    this.stop = AbortSignal.any([plan.stop, this.givenUp.signal]);
  }

  /** @throws InvalidMap, NotLetIn before the first row is sent */
  static async start(api: Api, plan: ReplayPlan): Promise<ReplayRun> {
    const began = await serverTime(api, { ...plan, onWait: () => undefined });
    const run = new ReplayRun(api, plan, new Ledger(began));
    for await (const _ of readRows(plan.file, plan.map)) run.total += 1;
    return run;
  }

  async run(): Promise<void> {
    const { plan } = this;
    this.progress = new Progress('sent', this.total, plan.screen);
    await pump(readRows(plan.file, plan.map), plan.pace, this.stop, (row) => this.sendRow(row));
    this.progress.end();
    this.ledger.read = this.total;
    // After Ctrl-C the tickets are not looked up again: the ledger says what was answered until then.
    if (!this.stop.aborted) await this.lookAgain();
  }

  private get persistence(): Persistence {
    const { patienceMs } = this.plan;
    return { patienceMs, stop: this.stop, onWait: (code) => this.progress.waits(code) };
  }

  private shaped(row: NumberedRow) {
    if (row.fault !== null) return { ok: false as const, reason: row.fault };
    return shapeRow(this.plan.map, basename(this.plan.file), row.row);
  }

  private async sendRow(row: NumberedRow): Promise<void> {
    const shaped = this.shaped(row);
    if (!shaped.ok) this.ledger.refuse(row.number, shaped.reason);
    else {
      this.ledger.sent += 1;
      this.settle(row.number, await this.open(shaped.key, shaped.body));
    }
    this.progress.show((this.decided += 1));
  }

  private open(key: string, body: object): Promise<Answer> {
    return untilDecided(this.api, { method: 'POST', path: '/api/tickets', body, key }, this.persistence);
  }

  private settle(row: number, answer: Answer): void {
    const ticket = ticketOf(answer);
    if (ticket) return this.ledger.accept(row, ticket);
    if (answer.status >= 500 || undecided(answer)) return this.unanswered(row, answer);
    this.ledger.refuse(row, reasonOf(answer));
  }

  /** Rows that Ctrl-C left undecided count as not sent; one given up for good ends the run, the next ones fared no better. */
  private unanswered(row: number, answer: Answer): void {
    if (this.stop.aborted) return;
    this.ledger.lose(row, `undecided:${answer.code}`);
    if (undecided(answer)) this.givenUp.abort();
  }

  /** The same key must answer the same ticket; the answer also tells where the ticket is now. */
  private async lookAgain(): Promise<void> {
    const { plan, ledger } = this;
    this.progress = new Progress('checked', ledger.tickets.size, plan.screen);
    let again = 0;
    let looked = 0;
    await pump(readRows(plan.file, plan.map), { ...plan.pace, rate: UNHURRIED }, this.stop, async (row) => {
      const id = ledger.tickets.get(row.number);
      if (id === undefined) return;
      const shaped = again < plan.check ? this.shaped(row) : null;
      again += 1;
      const answer = shaped?.ok ? await this.open(shaped.key, shaped.body) : await this.show(id);
      ledger.found(row.number, answer, ticketOf(answer));
      this.progress.show((looked += 1));
    });
    await this.untilArrived();
    this.progress.end();
  }

  private async untilArrived(): Promise<void> {
    const { ledger } = this;
    for (let look = 0; look < MOST_LOOKS && ledger.underway().length > 0; look += 1) {
      await sleep(1_000, undefined, { signal: this.stop }).catch(() => undefined);
      for (const row of ledger.underway()) {
        const ticket = ticketOf(await this.show(ledger.tickets.get(row) ?? ''));
        if (ticket) ledger.moved(row, ticket);
      }
    }
  }

  private show(id: string): Promise<Answer> {
    return untilDecided(this.api, { method: 'GET', path: `/api/tickets/${id}` }, this.persistence);
  }
}

function ticketOf({ status, body }: Answer): SeenTicket | null {
  return status === 200 || status === 201 ? (body as SeenTicket) : null;
}

/** The server's code and field; its words may quote what was sent and are left out. */
function reasonOf({ code, field, body }: Answer): string {
  const { errors } = (body ?? {}) as { errors?: { field: string }[] };
  const where = field ?? errors?.[0]?.field;
  return where ? `${code}:${where}` : code;
}
