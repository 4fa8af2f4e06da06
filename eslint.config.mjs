import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * The rules of the house that a machine can check. Directions between rooms are checked a second time, on resolved
 * imports, by test/architecture.spec.ts.
 */
const CHAPTERS = [
  'intake',
  'dispatch',
  'handling',
  'support',
  'supervision',
  'follow-up',
  'grouping',
  'metrics',
  'missed-calls',
  'reorganisation',
  'workforce',
  'wallboard',
];
const onlyDoor = { regex: '^@hotline/[a-z-]+/', message: 'A room has one door: import @hotline/<room>.' };
const above = { regex: '^(\\.\\./){2,}.*(apps|libs)/', message: 'Rooms are imported by @hotline/<room>.' };
const rooms = (names, message) => ({ regex: `^@hotline/(${names.join('|')})$`, message });
const restrict = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns: [onlyDoor, above, ...patterns] }],
});

const database = {
  regex: '^(typeorm|pg|@nestjs/typeorm)(/|$)',
  message: 'Only data/ and platform know the database.',
};
const queue = { regex: '^(bullmq|ioredis)(/|$)', message: 'Only platform knows the queue.' };
const http = {
  regex: '^(fastify|@fastify/.*|@nestjs/swagger|class-validator)$',
  message: 'Only http/ knows HTTP.',
};
const noChapter = rooms(CHAPTERS, 'Chapters hand over by a lifecycle verb or an event, never by an import.');

const CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask the Clock, or take `now` as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask the Clock.',
  },
];
const CHANCE = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take a random source.',
  },
];

export default tseslint.config(
  { ignores: ['**/node_modules/**', 'dist/**', '.data/**', 'coverage/**', 'apps/web/src/api/schema.d.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        ecmaFeatures: { jsx: true },
        emitDecoratorMetadata: true,
        experimentalDecorators: true,
      },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'max-lines': ['error', { max: 250, skipBlankLines: false }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true, IIFEs: true }],
      'max-depth': ['error', 3],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'prefer-const': 'error',
      'no-var': 'error',
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  { files: ['**/texts.ts', 'apps/server/src/edge/messages.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['libs/**/*.ts'],
    rules: { ...restrict(queue, noChapter), 'no-restricted-syntax': ['error', ...CLOCK] },
  },
  {
    files: ['libs/*/domain/**/*.ts'],
    rules: {
      ...restrict(database, queue, http, noChapter, {
        regex: '^(@nestjs/|node:|@hotline/platform$)',
        message: 'Domain code is pure.',
      }),
      'no-restricted-syntax': ['error', ...CLOCK, ...CHANCE],
    },
  },
  { files: ['libs/*/use-cases/**/*.ts'], rules: restrict(database, queue, http, noChapter) },
  { files: ['libs/*/http/**/*.ts'], rules: restrict(database, queue, noChapter) },
  { files: ['libs/*/jobs/**/*.ts'], rules: restrict(database, http, noChapter) },
  {
    files: ['libs/kernel/**/*.ts'],
    rules: {
      ...restrict({ regex: '^(?!uuidv7$|\\./)', message: 'The kernel imports nothing.' }),
      'no-restricted-syntax': 'off',
    },
  },
  {
    files: ['libs/platform/**/*.ts'],
    rules: {
      ...restrict(
        rooms([...CHAPTERS, 'ticket', 'organization', 'calendar'], 'Platform knows only the kernel.'),
      ),
      'no-restricted-syntax': 'off',
    },
  },
  {
    files: ['libs/calendar/**/*.ts', 'libs/organization/**/*.ts'],
    rules: restrict(queue, rooms([...CHAPTERS, 'ticket'], 'Points the wrong way.')),
  },
  {
    files: ['**/*.spec.ts', '**/*.e2e-spec.ts', 'test/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': 'off',
      'no-restricted-imports': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.property.name='only']", message: 'No .only.' },
      ],
    },
  },
  {
    files: ['test/load/**/*.ts', 'apps/server/src/main.ts', 'apps/server/src/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
