export * from './follow-up.module.js';
export { FOLLOW_UP_ENTITIES } from './data/entities.js';
