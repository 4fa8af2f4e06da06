import { Injectable } from '@nestjs/common';
import type { Sweep } from '@hotline/kernel';
import { PassReceiptsOn } from '../use-cases/pass-receipts-on.js';

/** An urgent ticket whose duty leader has not read it in time goes to the next one. */
@Injectable()
export class ReceiptSweep implements Sweep {
  readonly name = 'receipts';
  readonly everyMs = 15_000;

  constructor(private readonly receipts: PassReceiptsOn) {}

  sweep(): Promise<void> {
    return this.receipts.run();
  }
}
