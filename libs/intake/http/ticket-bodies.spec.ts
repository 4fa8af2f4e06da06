import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { OpenTicketBody } from './ticket-bodies.js';

const SOUND = {
  contact: { channel: 'web', startedAt: '2026-03-16T01:50:08Z', outcome: 'open' },
  kind: 'complaint',
  field: 'pay',
  difficulty: 'general',
  urgency: 'general',
  places: {},
  confidentiality: 'open',
  title: '拖欠工资',
  text: '𠮷某公司拖欠工资',
};

function paths(errors: readonly ValidationError[], prefix = ''): string[] {
  return errors.flatMap(({ property, constraints, children = [] }) => [
    ...(constraints ? [prefix + property] : []),
    ...paths(children, `${prefix}${property}.`),
  ]);
}

const faults = (change: object) =>
  paths(
    validateSync(plainToInstance(OpenTicketBody, { ...SOUND, ...change }), {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
    }),
  );

it.each<[string, object, string[]]>([
  ['sound', {}, []],
  ['with everything small', { worker: {}, tags: [], attachmentIds: [], people: 1 }, []],
  ['no places', { places: undefined }, ['places']],
  ['null places', { places: null }, ['places']],
  ['a list of places', { places: [] }, ['places']],
  ['a list of workers', { worker: [{ name: '赵某' }] }, ['worker']],
  ['a list of contacts', { contact: [SOUND.contact] }, ['contact']],
  ['a text as worker', { worker: '赵某' }, ['worker']],
  ['null in place of absence', { item: null, employer: null }, ['item', 'employer']],
  ['unknown fields', { state: 'closed', version: 7 }, ['state', 'version']],
  [
    'unknown nested fields',
    { worker: { role: 'x' }, places: { caller: { code: '440305', x: 1 } } },
    ['places.caller.x', 'worker.role'],
  ],
  [
    'wrong types',
    { people: '12', tags: 'migrant', title: 5, urgency: true },
    ['tags', 'urgency', 'people', 'title'],
  ],
  ['out of range', { people: 0, text: 'x'.repeat(20_001) }, ['people', 'text']],
  ['broken text', { title: 'a\u0000b', text: '\ud800' }, ['title', 'text']],
  [
    'a time without a zone',
    { contact: { ...SOUND.contact, startedAt: '2026-03-16T01:50:08' } },
    ['contact.startedAt'],
  ],
  [
    'a choice without a reason',
    { dispatchTo: { unitId: '019a0000-0000-7000-8000-000000000001' } },
    ['dispatchTo.reason'],
  ],
])('%s', (_, change, found) => expect(faults(change).sort()).toEqual([...found].sort()));
