import { registerDecorator } from 'class-validator';

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const INSTANT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;
const EARLIEST_YEAR = 2000;

/** `YYYY-MM-DD` of this century; `Date.parse` alone would turn 30 February into 2 March. */
export function isDay(value: unknown): boolean {
  const [year = 0, month = 0, day = 0] = ((typeof value === 'string' && DAY.exec(value)) || [])
    .slice(1)
    .map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year >= EARLIEST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= lastDay;
}

/** True for an instant with its zone. */
export function isInstant(value: unknown): boolean {
  const day = typeof value === 'string' ? INSTANT.exec(value)?.[1] : undefined;
  return isDay(day) && !Number.isNaN(Date.parse(String(value)));
}

/** A day in Asia/Shanghai. */
export function IsDay(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isISO8601',
      target: target.constructor,
      propertyName: property as string,
      validator: { validate: isDay, defaultMessage: () => 'must be a day, YYYY-MM-DD' },
    });
}

/** ISO 8601 with a zone: 2026-03-16T09:50:00+08:00. */
export function IsInstant(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isISO8601',
      target: target.constructor,
      propertyName: property as string,
      validator: { validate: isInstant, defaultMessage: () => 'must be an ISO 8601 time with a zone' },
    });
}
