export * from './clock.js';
export * from './ids.js';
export * from './jobs.js';
export * from './live.js';
export * from './path-keeper.js';
export * from './refusal.js';
export * from './sealing.js';
export * from './unit-of-work.js';
