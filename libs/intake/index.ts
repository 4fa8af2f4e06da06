export * from './domain/element-hints.js';
export * from './domain/id-number.js';
export * from './domain/person-name.js';
export * from './domain/phone.js';
export * from './domain/phone-places.js';
export * from './domain/place-guess.js';
export { AREA_CODES } from './data/seed/area-codes.js';
