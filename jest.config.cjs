/**
 * Jest runs the ESM sources as CommonJS: on Node 20 its ESM mode cannot load CommonJS packages that require Nest.
 * Nest and its ESM-only dependencies are therefore transformed too (docs/decisions/0002-jest-in-commonjs-mode.md).
 */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true, tsx: false },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2023',
    },
    module: { type: 'commonjs', ignoreDynamic: false },
  },
];

const esmPackages = [
  '@nestjs',
  'uid',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@borewit',
  '@tokenizer',
  'uuidv7',
  'openapi-fetch',
  'content-disposition',
  '@fastify/cookie',
  'cookie',
].join('|');

module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.(ts|mts|js|mjs)$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(?:${esmPackages})/)`],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'node'],
  moduleNameMapper: {
    '^@hotline/([a-z-]+)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  testMatch: ['<rootDir>/{libs,apps/server,apps/web/src,test}/**/*.{spec,e2e-spec}.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testTimeout: 30_000,
  // What a suite has loaded is let go late; near the end of its heap a worker collects for seconds, and connections time out.
  workerIdleMemoryLimit: '1500MB',
};
