export * from './domain/facts.js';
export * from './domain/lifecycle.js';
export * from './domain/step.js';
export { seen, TicketStore } from './data/ticket-store.js';
