import { Injectable } from '@nestjs/common';
import { MINUTE_MS, type Sweep } from '@hotline/kernel';
import { ArchiveTicket } from '../use-cases/archive-ticket.js';

const MOST_BATCHES = 20;

/** Files what has been closed for long; old stock of an upgraded database goes in portions. */
@Injectable()
export class ArchiveSweep implements Sweep {
  readonly name = 'archive';
  readonly everyMs = 10 * MINUTE_MS;

  constructor(private readonly archive: ArchiveTicket) {}

  async sweep(): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) if ((await this.archive.byAge()) === 0) return;
  }
}

export const FOLLOW_UP_SWEEPS = [ArchiveSweep];
