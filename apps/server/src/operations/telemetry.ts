import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Prometheus metrics of this process. Labels are routes and codes, never ids or personal data. */
@Injectable()
export class Telemetry {
  readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'hotline_http_request_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 2, 5],
    registers: [this.registry],
  });

  readonly buried = new Counter({
    name: 'hotline_dead_letters_total',
    help: 'Jobs that failed for good. Alarm on any increase.',
    registers: [this.registry],
  });

  readonly outboxAge = new Gauge({
    name: 'hotline_outbox_age_seconds',
    help: 'Age of the oldest committed job not yet given to the queue. Alarm over 60.',
    registers: [this.registry],
  });

  readonly deadLetters = new Gauge({
    name: 'hotline_dead_letters_open',
    help: 'Failed jobs nobody has re-driven. Alarm over 0.',
    registers: [this.registry],
  });

  readonly queueJobs = new Gauge({
    name: 'hotline_queue_jobs',
    help: 'Jobs by queue and state.',
    labelNames: ['queue', 'state'] as const,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
