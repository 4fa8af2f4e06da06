import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsObject,
  Matches,
  MaxLength,
  MinLength,
  registerDecorator,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';

// NUL cannot be stored, and a lone surrogate is not text; everything else, rare Han characters too, comes back as sent.
const BROKEN = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Text without NUL and lone surrogates. */
export function IsCleanText(options?: ValidationOptions): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isCleanText',
      target: target.constructor,
      propertyName: property as string,
      options,
      validator: {
        validate: (value: unknown) => typeof value === 'string' && !BROKEN.test(value),
        defaultMessage: () => 'must be text without NUL or broken characters',
      },
    });
}

/** Trimmed text of 1 to `most` characters. */
export function Text(most: number, least = 1): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsCleanText(),
    MinLength(least),
    MaxLength(most),
  ) as PropertyDecorator;
}

/** A lower-case vocabulary code such as `legal-aid`. */
export function Code(): PropertyDecorator {
  return applyDecorators(Matches(/^[a-z0-9][a-z0-9.-]{0,63}$/)) as PropertyDecorator;
}

/** The field may be left out. Unlike IsOptional, null is no way of leaving it out: it would reach the database. */
export function Omissible(): PropertyDecorator {
  return ValidateIf((_: object, value: unknown) => value !== undefined);
}

/** One object of this class. `ValidateNested` alone lets a missing one, and a list of them, pass. */
export function Nested(type: () => new () => object): PropertyDecorator {
  return applyDecorators(IsObject(), ValidateNested(), Type(type)) as PropertyDecorator;
}

/** At most `most` objects of this class. `ValidateNested` alone takes a list inside the list for an object. */
export function NestedList(type: () => new () => object, most: number): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMaxSize(most),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(type),
  ) as PropertyDecorator;
}
