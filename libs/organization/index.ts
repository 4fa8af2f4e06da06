export * from './domain/divisions.js';
export * from './domain/places.js';
export * from './domain/search.js';
export * from './domain/union-tree.js';
export { shortPlaceName } from './domain/short-names.js';
export { PROVINCE_TILES, type ProvinceTile } from './data/seed/province-tiles.js';
export { shippedDivisions } from './data/seed/shipped-divisions.js';
