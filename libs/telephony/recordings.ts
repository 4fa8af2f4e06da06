/** The figures of recordings alone: a command that needs them should not load the whole product first. */
export { type ReadableFile, readRecordings } from './domain/figures/replay-reading.js';
export { figuresTable } from './domain/figures/table.js';
