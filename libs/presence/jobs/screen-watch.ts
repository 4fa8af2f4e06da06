import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOG } from '@hotline/platform';
import { NoteScreens } from '../use-cases/note-screens.js';

const EVERY_MS = 10_000;

/** Every process that holds screens writes them down; a sweep would run in one process alone. */
@Injectable()
export class ScreenWatch implements OnModuleInit, OnModuleDestroy {
  private timer: ReturnType<typeof setInterval> | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly screens: NoteScreens,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.running = this.screens
        .run()
        .catch((error: unknown) => this.log.warn({ error: String(error) }, 'screens not noted'));
    }, EVERY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
