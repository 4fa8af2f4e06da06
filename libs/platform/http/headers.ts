import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { refuse } from '@hotline/kernel';

interface WithHeaders {
  headers: Record<string, string | string[] | undefined>;
}

const headerOf = (context: ExecutionContext, name: string): string | undefined => {
  const value = context.switchToHttp().getRequest<WithHeaders>().headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** A route that reads the header says so in the contract; nobody can forget it. */
function documented(header: Parameters<typeof ApiHeader>[0]): ParameterDecorator {
  return (controller, method) => {
    const route = method === undefined ? undefined : Object.getOwnPropertyDescriptor(controller, method);
    if (method !== undefined && route) (ApiHeader(header) as MethodDecorator)(controller, method, route);
  };
}

/** The version a change was made against: `If-Match: "7"`. Required on every changing call of a versioned thing. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number => {
    const given = headerOf(context, 'if-match') ?? '';
    const version = Number(/^(?:W\/)?"?(\d{1,9})"?$/.exec(given)?.[1] ?? Number.NaN);
    return Number.isInteger(version) && version > 0
      ? version
      : refuse('invalid-input', { field: 'If-Match' });
  },
  [documented({ name: 'If-Match', required: true, description: 'The version the change was made against' })],
);

const KEY = /^[\x21-\x7e]{8,200}$/;

/** `Idempotency-Key` of a creating call (draft-ietf-httpapi-idempotency-key-header); undefined when not sent. */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => {
    const given = headerOf(context, 'idempotency-key');
    if (given === undefined) return undefined;
    return KEY.test(given) ? given : refuse('invalid-input', { field: 'Idempotency-Key' });
  },
);
