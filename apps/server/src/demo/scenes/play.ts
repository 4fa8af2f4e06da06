import type { Instant } from '@hotline/kernel';
import type { CaseFile } from '../case-file.js';
import { stageAt } from '../staged.js';
import type { World } from '../world.js';
import { Moments } from './ago.js';
import { Case, type Opening, type Scene, type Step } from './scene.js';
import type { Stage } from './stage.js';

/** A scene with the ticket it begins with, planted in the state it has then. */
export interface Casting {
  readonly scene: Scene;
  readonly file: CaseFile | null;
}

// From the call to the close in little more than a working day, so that the scene's own steps come after its opening.
const LENGTH = 600;
const URGENT_LENGTH = 60;
const SEED = 90_000;
/** Somebody reads the page before the next verb. */
const BREATH_MS = 45_000;

const lengthOf = ({ change }: Opening): number => (change?.urgency === 'urgent' ? URGENT_LENGTH : LENGTH);

/** The tickets the scenes begin with. */
export function cast(world: World, scenes: readonly Scene[]): Casting[] {
  const moments = new Moments(world);
  return scenes.map((scene, index): Casting => {
    const { opening } = scene;
    if (!opening) return { scene, file: null };
    const situation = { ...opening, plot: { length: lengthOf(opening), ...opening.plot } };
    return { scene, file: stageAt(world, situation, SEED + index, moments.at(opening.ago)) };
  });
}

interface Cue {
  readonly at: Instant;
  readonly scene: Case;
  readonly step: Step;
  readonly no: number;
  readonly last: boolean;
}

const inTurn = (a: Cue, b: Cue): number => Number(a.last) - Number(b.last) || a.at.getTime() - b.at.getTime();

/** When each step happens: as the scene says, but never before the one it follows. */
function cuesOf(stage: Stage, { scene, file }: Casting): Cue[] {
  const played = new Case(stage, scene.key);
  if (file) played.ticketId = file.facts.id;
  let last = file ? file.at.getTime() : 0;
  return scene.steps.map((step, no): Cue => {
    const at = Math.max(stage.moments.at(step.ago).getTime(), last + BREATH_MS);
    last = at;
    return { at: new Date(at), scene: played, step, no, last: scene.last === true };
  });
}

/** A step that could not be done, -1 for the opening; the rest of its scene was left out. */
export interface Miss {
  readonly scene: string;
  readonly step: number;
  readonly why: string;
}

const miss = (scene: string, step: number, why: string): Miss => ({ scene, step, why });

/** Plays every scene, all in the order of time, so that ids and lists come out in that order too. */
export async function play(stage: Stage, castings: readonly Casting[]): Promise<Miss[]> {
  const { now } = stage.world.parts;
  const untold = castings.filter(({ scene, file }) => scene.opening && !file);
  const misses = new Map(
    untold.map(({ scene: { key } }) => [key, miss(key, -1, 'its ticket is not told in time')]),
  );
  const cues = castings.flatMap((casting) => cuesOf(stage, casting));
  for (const { at, scene, step, no } of cues.sort(inTurn)) {
    if (at >= now || misses.has(scene.key)) continue;
    await stage.sweep(at);
    stage.clock.set(at);
    try {
      await step.run(scene);
    } catch (error) {
      misses.set(scene.key, miss(scene.key, no, String(error)));
    }
  }
  await stage.sweep(now);
  return [...misses.values()];
}
