import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Refused } from '@hotline/kernel';

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

/** Closed shapes: an unknown field, a wrong type or a wrong value is refused and named. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new InvalidInput(flatten(errors).slice(0, MOST_COMPLAINTS)),
  });
}
