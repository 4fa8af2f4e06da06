/** The figures of recordings alone: a command that needs them should not load the whole product first. */
export { type Recording, Replay } from './domain/figures/replay.js';
export { figuresTable } from './domain/figures/table.js';
