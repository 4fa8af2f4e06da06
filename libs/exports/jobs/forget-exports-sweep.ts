import { Injectable } from '@nestjs/common';
import { MINUTE_MS, type Sweep } from '@hotline/kernel';
import { ForgetExports } from '../use-cases/forget-exports.js';

@Injectable()
export class ForgetExportsSweep implements Sweep {
  readonly name = 'forget-exports';
  readonly everyMs = MINUTE_MS;

  constructor(private readonly forget: ForgetExports) {}

  sweep(): Promise<void> {
    return this.forget.run();
  }
}
