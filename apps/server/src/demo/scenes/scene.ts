import type { TicketFacts } from '@hotline/ticket';
import type { Matter } from '../openings.js';
import type { Milestone, Plot } from '../plot.js';
import type { Ago } from './ago.js';
import type { Who } from './cast.js';
import type { Class, Stage } from './stage.js';

/** How the ticket of a scene comes to where the scene begins. */
export interface Opening {
  readonly county: string;
  readonly centre: string;
  readonly ago: Ago;
  /** To its end when absent. */
  readonly until?: Milestone;
  readonly change?: Partial<Matter>;
  readonly plot?: Partial<Plot>;
}

/** What happens on the stage at a moment; whoever does it does it by the product's own use case. */
export interface Step {
  readonly ago: Ago;
  readonly run: (scene: Case) => Promise<unknown>;
}

/** One record, or a handful that belong together, that somebody who opens the demo meets. */
export interface Scene {
  readonly key: string;
  readonly opening?: Opening;
  readonly steps: readonly Step[];
  /** Played after the others, so that nobody waits long for what it locks: the chain of the audit log. */
  readonly last?: true;
}

/** The ticket a scene is about, and the people around it. */
export class Case {
  constructor(
    readonly stage: Stage,
    readonly key: string,
  ) {}

  get ticketId(): string {
    return this.stage.tickets.get(this.key) ?? '';
  }

  set ticketId(id: string) {
    this.stage.tickets.set(this.key, id);
  }
}

type Asked<Input> = (facts: TicketFacts, scene: Case) => Input | Promise<Input>;
/** What is said, or how to find out from the ticket. */
type About<Input> = Input | Asked<Input>;

const isAsked = <Input>(input: About<Input>): input is Asked<Input> => typeof input === 'function';

interface Verb<Input> {
  run(actor: never, ticketId: string, version: number, input: Input): Promise<unknown>;
}

/** A verb of the ticket: who does it, and what they say. */
export const does =
  <Input>(type: Class<Verb<Input>>, who: Who, input: About<Input>): Step['run'] =>
  async (scene) => {
    const { stage, ticketId } = scene;
    const actor = (await stage.actor(who)) as never;
    if (!isAsked(input)) return stage.get(type).run(actor, ticketId, await stage.version(ticketId), input);
    const facts = await stage.facts(ticketId);
    return stage.get(type).run(actor, ticketId, facts.version, await input(facts, scene));
  };

/** A step after which the product's own jobs send the ticket on. */
export const sent =
  (run: Step['run']): Step['run'] =>
  async (scene) => {
    await run(scene);
    await scene.stage.settle(scene.ticketId);
  };

interface PartVerb<Said> {
  run(
    actor: never,
    at: { readonly ticketId: string; readonly partId: string; readonly version: number },
    said: Said,
  ): Promise<unknown>;
}

/** A verb of the part that unit was asked for. */
export const onPart =
  <Said>(type: Class<PartVerb<Said>>, who: Who, unitCode: string, said: Said): Step['run'] =>
  async ({ stage, ticketId }) => {
    const { version, supports } = await stage.facts(ticketId);
    const unitId = stage.unit(unitCode).id;
    const part = supports.find((one) => one.unitId === unitId && one.ending === null);
    if (!part) throw new Error(`no part of ${unitCode}`);
    const actor = (await stage.actor(who)) as never;
    return stage.get(type).run(actor, { ticketId, partId: part.id, version }, said);
  };
