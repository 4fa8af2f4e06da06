import { Injectable } from '@nestjs/common';
import { Clock, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { SourceRegistry } from '../data/source-registry.js';
import type { FeedFault } from '../domain/sources/faults.js';
import { LOG_SKEW_MS } from '../domain/sources/health.js';
import type { LineSettings } from '../domain/sources/settings.js';
import { bookOf } from '../feeds/log-book.js';
import { type LineTest, testLine } from '../feeds/line-test.js';

export interface TestedLine extends LineTest {
  /** whether this machine can read the log; `none` where no log is named */
  readonly log: 'readable' | 'missing' | 'none';
  /** why not */
  readonly logFault: FeedFault | null;
  readonly testedAt: Date;
}

/**
 * Tries the line as it is on record: signs in, asks for clock and queues, hangs up. Only what is on record is tried, so that
 * a stored secret goes nowhere but to its own switchboard; whoever delivers to us cannot be tried. The process that answers tries it, not the one that listens.
 */
@Injectable()
export class TestSourceLine {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sources: SourceRegistry,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<TestedLine> {
    const { source, secret, logSecret } = await this.work.read(
      scopeOf(actor, 'telephony.configure'),
      async (tx) => ({
        source: await this.sources.find(tx, id),
        ...(await this.sources.secrets(tx, id)),
      }),
    );
    const { kind, settings } = source;
    if (!settings || kind === 'webhook') return refuse('wrong-state');
    const tested = await testLine({ kind, settings, secret }, () => this.clock.now());
    return {
      ...tested,
      ...(await lookAtLog(settings, logSecret, () => this.clock.now())),
      testedAt: this.clock.now(),
    };
  }
}

async function lookAtLog(
  settings: LineSettings,
  logSecret: string,
  now: () => Date,
): Promise<Pick<TestedLine, 'log' | 'logFault'>> {
  const book = bookOf(settings, logSecret);
  if (!book) return { log: 'none', logFault: null };
  try {
    const logFault = await book.look();
    if (logFault) return { log: 'missing', logFault };
    const clock = await book.clock();
    const isOff = clock !== null && Math.abs(clock - now().getTime()) > LOG_SKEW_MS;
    return { log: 'readable', logFault: isOff ? 'log-clock' : null };
  } finally {
    await book.close();
  }
}
