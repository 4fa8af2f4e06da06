import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { refuse, Refused } from '@hotline/kernel';

export interface InvalidField {
  field: string;
  /** Name of the class-validator check that failed. */
  check: string;
  fallback: string;
}

/** Bad input with every complaint, not just the first. */
export class InvalidInput extends Refused {
  constructor(readonly fields: readonly InvalidField[]) {
    const first = fields[0];
    super({
      code: first?.check === 'whitelistValidation' ? 'unknown-field' : 'invalid-input',
      ...(first ? { field: first.field } : {}),
    });
  }
}

const MOST_COMPLAINTS = 20;

function flatten(errors: readonly ValidationError[], prefix = ''): InvalidField[] {
  return errors.flatMap((error) => {
    const field = `${prefix}${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([check, fallback]) => ({
      field,
      check,
      fallback,
    }));
    return [...own.slice(0, 1), ...flatten(error.children ?? [], `${field}.`)];
  });
}

// Deeper than any form; beyond some thousands the checks themselves would run out of stack.
const MOST_DEPTH = 32;

function isTooDeep(value: object): boolean {
  let level: object[] = [value];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MOST_DEPTH) return true;
    level = level
      .flatMap((one): unknown[] => Object.values(one))
      .filter((one): one is object => typeof one === 'object' && one !== null);
  }
  return false;
}

/** A body with a declared shape is one object; without it, or with null for it, there is nothing to validate. */
class BodyFirst extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype } = metadata;
    if (type === 'body' && metatype !== undefined && metatype !== Object) {
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      if (!isObject || isTooDeep(value)) refuse('malformed-body');
    }
    return super.transform(value, metadata) as Promise<unknown>;
  }
}

/** Closed shapes: an unknown field, a wrong type or a wrong value is refused and named. */
export function validationPipe(): ValidationPipe {
  return new BodyFirst({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new InvalidInput(flatten(errors).slice(0, MOST_COMPLAINTS)),
  });
}
