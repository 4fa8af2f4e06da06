import { Injectable } from '@nestjs/common';
import { HOUR_MS, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { LadderJudge } from '../data/ladder-judge.js';
import { BATCH, type DueRun, LadderRuns } from '../data/ladder-runs.js';
import { LadderSettings } from '../data/ladder-settings.js';
import type { LadderStep } from '../domain/ladder.js';
import { ClimbLadder } from './climb-ladder.js';

const MOST_BATCHES = 40;
const CARDS: readonly (LadderStep | null)[] = ['yellow', 'red'];
// A step that cannot be done now (a return is being ruled) is looked at again.
const AGAIN_MS = HOUR_MS;

/** The automatic ladder: takes notice of late stages and does the one step each has come to. */
@Injectable()
export class RunLadder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly runs: LadderRuns,
    private readonly settings: LadderSettings,
    private readonly judge: LadderJudge,
    private readonly climb: ClimbLadder,
  ) {}

  /** One ticket's fault is told at the end: it must not keep the others waiting. */
  async run(): Promise<void> {
    const faults: unknown[] = [];
    await this.batches(() => this.work.run(WHOLE_TREE, (tx) => this.runs.seed(tx)));
    await this.batches(async () => {
      const { looked, orders } = await this.work.run(WHOLE_TREE, (tx) => this.look(tx));
      for (const run of orders) await this.order(run).catch((fault: unknown) => faults.push(fault));
      return looked;
    });
    if (faults.length > 0) throw faults[0];
  }

  private async batches(one: () => Promise<number>): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) if ((await one()) < BATCH) return;
  }

  /** Cards are told in one go; orders change a ticket and get a transaction each. */
  private async look(tx: Transaction): Promise<{ looked: number; orders: DueRun[] }> {
    const settings = await this.settings.all(tx);
    const due = await this.runs.due(tx);
    const judged = due.map((run) => ({ run, choice: this.judge.choose(settings, run, tx.now) }));
    const light = judged.filter(({ choice }) => choice.step === null || CARDS.includes(choice.step));
    await this.judge.cards(tx, light);
    await this.runs.schedule(
      tx,
      light.map(({ run, choice }) => ({ ...run, nextAt: choice.nextAt })),
    );
    const orders = judged.filter((one) => !light.includes(one)).map(({ run }) => run);
    return { looked: due.length, orders };
  }

  private async order(run: DueRun): Promise<void> {
    await this.work.run(WHOLE_TREE, async (tx) => {
      const facts = await this.climb.lock(tx, run.ticketId);
      const claimed = await this.runs.claim(tx, run);
      if (!claimed) return;
      const choice = this.judge.choose(await this.settings.all(tx), claimed, tx.now);
      const outcome = choice.step ? await this.climb.climb(tx, facts, claimed, choice.step) : 'nothing';
      if (outcome === 'not-now') {
        await this.runs.schedule(tx, [{ ...run, nextAt: new Date(tx.now.getTime() + AGAIN_MS) }]);
        return;
      }
      await this.runs.record(tx, this.judge.skipped(claimed, choice));
      await this.runs.schedule(tx, [{ ...run, nextAt: choice.nextAt }]);
    });
  }
}
