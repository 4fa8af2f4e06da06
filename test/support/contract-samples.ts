import { randomUUID } from 'node:crypto';

/** The part of an OpenAPI schema that samples are made from. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  format?: string;
  enum?: unknown[];
  minimum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  nullable?: boolean;
}

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { name: string; in: string; required?: boolean }[];
  /** Of the JSON body; null when the operation takes none. */
  readonly body: Schema | null;
}

interface RawOperation {
  operationId: string;
  parameters?: Operation['parameters'];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

export interface Contract {
  paths: Record<string, Record<string, RawOperation>>;
  components: { schemas: Record<string, Schema> };
}

export function operationsOf({ paths }: Contract): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters = [], requestBody }]) => ({
      operationId,
      method: method.toUpperCase(),
      path,
      parameters,
      body: requestBody?.content['application/json']?.schema ?? null,
    })),
  );
}

/** Follows references until the schema itself says what it is. */
export function resolve(schema: Schema, contract: Contract): Schema {
  const inner = schema.$ref
    ? contract.components.schemas[schema.$ref.split('/').at(-1) ?? '']
    : schema.allOf?.[0];
  return inner ? resolve(inner, contract) : schema;
}

const TEXTS: Readonly<Record<string, () => string>> = {
  uuid: () => randomUUID(),
  'date-time': () => new Date(Date.now() - 60_000).toISOString(),
  date: () => '2026-03-10',
};

/** The smallest value of the right shape: required fields alone. */
export function sampleOf(given: Schema, contract: Contract): unknown {
  const schema = resolve(given, contract);
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'object') {
    const wanted = (schema.required ?? []).map((name): [string, unknown] => [
      name,
      sampleOf(schema.properties?.[name] ?? {}, contract),
    ]);
    return Object.fromEntries(wanted);
  }
  if (schema.type === 'array') return schema.items ? [sampleOf(schema.items, contract)] : [];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'number' || schema.type === 'integer') return schema.minimum ?? 1;
  return TEXTS[schema.format ?? '']?.() ?? 'pay';
}

/** Values of another type than the schema asks for, and text that is no text. */
export function wrongValues(given: Schema, contract: Contract): unknown[] {
  const schema = resolve(given, contract);
  const text = ['\u0000', 'a\u0000b', '\ud800', '\udc00 after', 'x'.repeat(70_000)];
  switch (schema.type) {
    case 'object':
      return ['text', 7, true, [], [{}], ...(schema.properties ? [{ nobody: 1 }] : [])];
    case 'array':
      return ['text', 7, {}, [7], [null], [{}], [[]], Array.from({ length: 1_000 }, () => 'x')];
    case 'boolean':
      return ['true', 0, 1, {}, []];
    case 'number':
    case 'integer':
      return ['1', 1.5, -1, 1e300, true, {}, []];
    default:
      return [7, true, {}, [], ['pay'], ...text];
  }
}

/** Bodies no operation can read, by name. */
export const WRONG_BODIES: readonly (readonly [string, string])[] = [
  ['array', '[]'],
  ['array of objects', '[{},{}]'],
  ['number', '42'],
  ['text', '"text"'],
  ['null', 'null'],
  ['true', 'true'],
  ['nothing', ''],
  ['half', '{"name":'],
  ['two', '{}{}'],
  ['__proto__', '{"__proto__":{"admin":true}}'],
  ['constructor', '{"constructor":{"prototype":{"admin":true}}}'],
  ['deep', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
  ['long', JSON.stringify({ name: 'x'.repeat(1_100_000) })],
];

/** Reads that never end: server-sent events. */
export const STREAMS: readonly string[] = ['/api/live', '/api/wallboard/live'];
