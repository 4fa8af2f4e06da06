import { AsyncLocalStorage } from 'node:async_hooks';
import { pino, type Logger } from 'pino';
import type { LoggerService } from '@nestjs/common';

/** What every log line of a request carries: ids only. */
export interface RequestContext {
  requestId: string;
  actorId?: string;
  ticketId?: string;
}

export const requestContext = new AsyncLocalStorage<RequestContext>();

// Belt and braces: no call site logs these, and if one ever did they would not reach the output.
const NEVER = [
  'password',
  'phone',
  'number',
  'name',
  'idNumber',
  'address',
  'text',
  'token',
  'authorization',
  'cookie',
];

export function createLog(level: string): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => requestContext.getStore() ?? {},
    redact: { paths: NEVER.flatMap((key) => [key, `*.${key}`]), censor: '[withheld]' },
  });
}

/** Nest's own messages through the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: unknown): void {
    this.logger.debug({ context }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error({ context: rest.at(-1) }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.logger.warn({ context }, String(message));
  }
}
