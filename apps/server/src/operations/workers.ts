import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '@hotline/kernel';
import { indexHandlers, LOG, OutboxRelay, Queues, Sweeper, WorkerHost } from '@hotline/platform';
import { LineRunner } from '@hotline/telephony';
import { HANDLERS, JOBS, SWEEPS } from '../rooms.js';
import { Telemetry } from './telemetry.js';

/** The worker half of the process: queue workers and sweeps, started after everything else and stopped first. */
@Injectable()
export class Workers {
  private host: WorkerHost | null = null;
  private sweeper: Sweeper | null = null;

  constructor(
    private readonly modules: ModuleRef,
    private readonly database: DataSource,
    private readonly work: UnitOfWork,
    private readonly queues: Queues,
    private readonly relay: OutboxRelay,
    private readonly telemetry: Telemetry,
    private readonly lines: LineRunner,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async start(): Promise<void> {
    const handlers = indexHandlers(HANDLERS.map((type) => this.modules.get(type, { strict: false })));
    const orphans = JOBS.filter((job) => !handlers.has(`${job.queue}/${job.name}`));
    if (orphans.length > 0)
      throw new Error(`jobs without a handler: ${orphans.map((job) => job.name).join(', ')}`);
    this.host = new WorkerHost(this.queues.backend, handlers, this.work, this.log, () =>
      this.telemetry.buried.inc(),
    );
    await this.host.start();
    const sweeps = SWEEPS.map((type) => this.modules.get(type, { strict: false }));
    this.sweeper = new Sweeper(this.database, sweeps, this.log);
    this.sweeper.start();
    this.lines.start();
    this.relay.nudge();
  }

  async stop(): Promise<void> {
    await this.lines.stop();
    await this.sweeper?.stop();
    await this.host?.stop();
  }
}
