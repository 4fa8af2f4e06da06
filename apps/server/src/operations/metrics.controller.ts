import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { Public } from '@hotline/organization';
import { Queues, row } from '@hotline/platform';
import { Telemetry } from './telemetry.js';

/** Prometheus text. Figures only; keep the path inside the operations network (docs/operations.md). */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly telemetry: Telemetry,
    private readonly work: UnitOfWork,
    private readonly queues: Queues,
  ) {}

  @Get()
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async show(): Promise<string> {
    await this.gather();
    return this.telemetry.registry.metrics();
  }

  private async gather(): Promise<void> {
    const state = await this.work.read(WHOLE_TREE, (tx) =>
      row<{ age: string | null; dead: string }>(
        tx,
        `select extract(epoch from $1::timestamptz - (select min(created_at) from outbox where dispatched_at is null)) as age,
           (select count(*) from dead_letter where redriven_at is null) as dead`,
        [tx.now],
      ),
    );
    this.telemetry.outboxAge.set(Number(state?.age ?? 0));
    this.telemetry.deadLetters.set(Number(state?.dead ?? 0));
    for (const queue of this.queues.names()) {
      const counts = await this.queues.of(queue).getJobCounts();
      for (const [name, count] of Object.entries(counts))
        this.telemetry.queueJobs.set({ queue, state: name }, count);
    }
  }
}
