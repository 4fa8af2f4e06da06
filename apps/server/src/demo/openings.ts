import { type Instant, shanghaiDay } from '@hotline/kernel';
import type { ContactInput, Desk, OpeningInput } from '@hotline/intake';
import type { Unit } from '@hotline/organization';
import type { Channel, Confidentiality, Difficulty, FieldCode, Industry, Kind } from '@hotline/ticket';
import { abandonedCall, answeredCall, type CallMoments, outcomeOf, shortCall } from './calls.js';
import { DEMO_PROVINCES } from './provinces.js';
import { personName } from './people.js';
import { demoMobile } from './phones.js';
import { chance, pick, type Random, weighted } from './random.js';
import { story } from './story.js';
import type { World } from './world.js';

const KINDS = { complaint: 46, help: 20, 'legal-aid': 10, consult: 14, suggestion: 6, praise: 4 } as const;
const FIELDS: Readonly<Record<FieldCode, number>> = {
  pay: 31,
  contract: 13,
  hours: 7,
  insurance: 10,
  injury: 8,
  safety: 4,
  'women-minors': 3,
  democracy: 2,
  membership: 6,
  hardship: 6,
  legal: 3,
  'new-forms': 5,
  'union-affairs': 1,
  other: 1,
};
const CHANNELS: Readonly<Record<Channel, number>> = {
  call: 86,
  web: 6,
  app: 5,
  letter: 1,
  station: 1,
  petition: 1,
};
const CHAINS: readonly Industry[] = ['railway', 'aviation', 'finance'];
const CHAIN_SHARE = 0.02;
const NATIONAL_SHARE = 0.25;

/** What one approach is about, before it is written down. */
export interface Matter {
  readonly at: Instant;
  readonly provinceCode: string;
  readonly countyCode: string;
  /** The call centre that answers. */
  readonly centre: Unit;
  readonly kind: Kind;
  readonly field: FieldCode;
  readonly difficulty: Difficulty;
  readonly urgency: 'general' | 'urgent';
  readonly confidentiality: Confidentiality;
  readonly channel: Channel;
  /** False: only guessed from the caller's number. */
  readonly placeKnown: boolean;
  readonly industry?: Industry;
  readonly employer?: string;
  readonly people?: number;
}

export function matterAt(world: World, random: Random, at: Instant): Matter {
  const weights = Object.fromEntries(DEMO_PROVINCES.map(({ code, people }) => [code, people]));
  const provinceCode = weighted(random, weights);
  const kind = weighted(random, KINDS);
  return {
    at,
    provinceCode,
    countyCode: world.county(random, provinceCode),
    centre: world.unit(chance(random, NATIONAL_SHARE) ? 'cn' : provinceCode),
    kind,
    field: weighted(random, FIELDS),
    difficulty: weighted(random, { general: 85, difficult: 11, complex: 4 }),
    urgency: kind === 'complaint' && chance(random, 0.06) ? 'urgent' : 'general',
    confidentiality: weighted(random, { open: 63, 'employer-blind': 33, anonymous: 4 }),
    channel: weighted(random, CHANNELS),
    placeKnown: true,
    ...(chance(random, CHAIN_SHARE) ? { industry: pick(random, CHAINS) } : {}),
  };
}

export function deskOf(world: World, centre: Unit, now: Instant): Desk {
  const { id, displayName } = world.parts.staff.of('agent', centre);
  const unit = { id, role: 'agent' as const, unitId: centre.id, path: centre.path };
  return { actor: { accountId: id, name: '', displayName, memberships: [unit] }, unit, now };
}

const rated = (random: Random) =>
  chance(random, 0.42)
    ? { callRating: weighted(random, { satisfied: 955, neutral: 28, dissatisfied: 12, 'not-rated': 60 }) }
    : {};

const times = ({ startedAt, answeredAt, endedAt }: CallMoments) => ({
  startedAt: startedAt.toISOString(),
  ...(answeredAt ? { answeredAt: answeredAt.toISOString() } : {}),
  endedAt: endedAt.toISOString(),
});

const placesOf = ({ placeKnown, countyCode, provinceCode }: Matter): OpeningInput['places'] =>
  placeKnown
    ? { workplace: { code: countyCode }, caller: { code: provinceCode, guessed: true } }
    : { caller: { code: countyCode, guessed: true } };

/** The ticket an agent opens from the matter, at the end of the call. */
export function openingOf(world: World, random: Random, matter: Matter): { desk: Desk; input: OpeningInput } {
  const call = answeredCall(random, matter.at);
  const { kind, field, countyCode, channel } = matter;
  const told = story(random, field, kind, world.place(countyCode), shanghaiDay(matter.at));
  const employer = matter.employer ?? told.employer ?? undefined;
  const people = matter.people ?? told.people;
  const places = placesOf(matter);
  const contact: ContactInput = {
    channel,
    number: demoMobile(random),
    callerName: personName(random),
    ...times(call),
    outcome: 'open',
    kind,
    field,
    item: told.item,
    places,
    ...(employer ? { employer } : {}),
    summary: told.title,
    ...(channel === 'call' ? rated(random) : {}),
  };
  const input: OpeningInput = {
    contact,
    kind,
    field,
    item: told.item,
    tags: told.tags,
    difficulty: matter.difficulty,
    urgency: matter.urgency,
    industry: matter.industry ?? told.industry,
    places,
    ...(employer ? { employer } : {}),
    ...(people ? { people } : {}),
    confidentiality: matter.confidentiality,
    title: told.title,
    text: told.text,
  };
  return { desk: deskOf(world, matter.centre, call.endedAt), input };
}

/** A contact that ends on the line: most are questions answered at once. */
export function contactOf(world: World, random: Random, matter: Matter): { desk: Desk; input: ContactInput } {
  const { channel, centre } = matter;
  const outcome = channel === 'call' ? outcomeOf(random) : 'answered';
  if (outcome !== 'answered' && outcome !== 'transferred') {
    const call = outcome === 'abandoned' ? abandonedCall(random, matter.at) : shortCall(random, matter.at);
    const input = { channel, number: demoMobile(random), ...times(call), outcome };
    return { desk: deskOf(world, centre, call.endedAt), input };
  }
  const call = answeredCall(random, matter.at);
  const kind = weighted(random, { consult: 82, help: 8, suggestion: 4, praise: 3, invalid: 3 });
  const told = story(random, matter.field, kind, world.place(matter.countyCode), shanghaiDay(matter.at));
  const input: ContactInput = {
    channel,
    number: demoMobile(random),
    ...(chance(random, 0.6) ? { callerName: personName(random) } : {}),
    ...times(call),
    outcome,
    kind,
    field: matter.field,
    item: told.item,
    places: { caller: { code: matter.countyCode, guessed: true } },
    summary: told.title,
    answer: told.answer,
    ...(channel === 'call' ? rated(random) : {}),
  };
  return { desk: deskOf(world, centre, call.endedAt), input };
}
