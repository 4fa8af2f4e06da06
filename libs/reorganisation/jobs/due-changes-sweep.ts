import { Injectable } from '@nestjs/common';
import type { Sweep } from '@hotline/kernel';
import { StartDueChanges } from '../use-cases/start-due-changes.js';

/** Looks for reorganisations whose hour has come. The row is the memory: a process that dies loses nothing. */
@Injectable()
export class DueChangesSweep implements Sweep {
  readonly name = 'due-unit-changes';
  readonly everyMs = 5_000;

  constructor(private readonly due: StartDueChanges) {}

  async sweep(): Promise<void> {
    await this.due.run();
  }
}
