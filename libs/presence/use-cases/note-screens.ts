import { Injectable } from '@nestjs/common';
import { UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { OpenScreens } from '@hotline/platform';
import { DueReads } from '../data/due-reads.js';

/** The open screens of this process, written down so that any process can tell who has left. */
@Injectable()
export class NoteScreens {
  constructor(
    private readonly work: UnitOfWork,
    private readonly screens: OpenScreens,
    private readonly due: DueReads,
  ) {}

  async run(): Promise<void> {
    const accounts = this.screens.accounts();
    if (accounts.length > 0) await this.work.run(WHOLE_TREE, (tx) => this.due.seen(tx, accounts));
  }
}
