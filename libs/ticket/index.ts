export * from './domain/facts.js';
export * from './domain/lifecycle.js';
export * from './domain/step.js';
export { seen, TicketStore } from './data/ticket-store.js';
export * from './domain/categories.js';
export * from './domain/fields.js';
export * from './domain/outcomes.js';
export * from './domain/terms.js';
export * from './domain/vocabulary.js';
