import { OpenTicket, type OpeningInput } from '@hotline/intake';
import { MINUTE_MS } from '@hotline/kernel';
import { personName } from '../people.js';
import { demoMobile } from '../phones.js';
import { type Random, seededRandom } from '../random.js';
import type { Who } from './cast.js';
import type { Step } from './scene.js';

/** What a caller says; the rest is filled in by the desk. */
export type Told = Omit<OpeningInput, 'contact' | 'worker' | 'difficulty' | 'urgency' | 'confidentiality'> &
  Partial<Pick<OpeningInput, 'difficulty' | 'urgency' | 'confidentiality'>>;

const SEED = 12_351;

const seedOf = (key: string): number =>
  [...key].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 1_000_003, SEED);

/** An agent opens the ticket at the end of a call; from there on the product's own jobs send it on its way. */
export const opens =
  (who: Who, told: Told | ((now: Date) => Told)): Step['run'] =>
  async (scene) => {
    const { stage, key } = scene;
    const now = stage.clock.now();
    const random: Random = seededRandom(seedOf(key));
    const [phone, name] = [demoMobile(random), personName(random)];
    const ago = (minutes: number): string => new Date(now.getTime() - minutes * MINUTE_MS).toISOString();
    const { kind, field, ...rest } = typeof told === 'function' ? told(now) : told;
    const input: OpeningInput = {
      difficulty: 'general',
      urgency: 'general',
      confidentiality: 'open',
      ...rest,
      kind,
      field,
      worker: { name, phone },
      contact: {
        channel: 'call',
        number: phone,
        callerName: name,
        startedAt: ago(7),
        answeredAt: ago(6.9),
        endedAt: ago(0.1),
        outcome: 'open',
        kind,
        field,
        summary: rest.title,
      },
    };
    const { id } = await stage.get(OpenTicket).run(await stage.actor(who), input);
    scene.ticketId = id;
    await stage.settle(id);
  };
