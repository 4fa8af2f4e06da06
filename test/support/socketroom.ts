import { eventFrame, SocketCall, type SocketCallPlan } from '@hotline/practice-line';
import { sampleEsl } from './telephony-sample.js';

const START = Date.UTC(2026, 10, 22, 14, 20);
const id = (made: number): string => `5e1ec7ed-0000-4000-8000-${String(made).padStart(12, '0')}`;

/** A FreeSWITCH as bytes on a wire, without a wire: calls that are dialled at its telephones, and the recorded shift. */
export class SocketRoom {
  private text = '';
  private made = 0;
  private time = START;

  /** ms */
  get now(): number {
    return this.time;
  }

  dial(change: Partial<SocketCallPlan> = {}): SocketCall {
    this.made += 1;
    const plan = {
      id: id(this.made),
      own: '8001',
      number: '14200000001',
      ordered: true,
      gateway: 'trunk',
      ...change,
    };
    return new SocketCall(
      plan,
      (headers) => this.tell(headers),
      () => this.time,
    ).begin();
  }

  tell(headers: Readonly<Record<string, string>>): void {
    this.text += eventFrame(headers);
  }

  wait(ms: number): this {
    this.time += ms;
    return this;
  }

  /** The whole recorded shift, which is older. */
  shift(): this {
    this.text += Buffer.from(sampleEsl()).toString();
    return this;
  }

  bytes(): Buffer {
    return Buffer.from(this.text);
  }
}
