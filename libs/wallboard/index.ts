export * from './wallboard.module.js';
export { WALLBOARD_ENTITIES } from './data/entities.js';
export { MakeWall } from './use-cases/make-wall.js';
export { Walls, type WallMessage } from './use-cases/walls.js';
