import { Module } from '@nestjs/common';
import { CallListeners } from './use-cases/call-listeners.js';

@Module({ providers: [CallListeners], exports: [CallListeners] })
export class TelephonyModule {}
