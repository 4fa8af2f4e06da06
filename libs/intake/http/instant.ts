import { registerDecorator } from 'class-validator';

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;
const EARLIEST_YEAR = 2000;

/** True for an instant with its zone; `Date.parse` alone would turn 30 February into 2 March. */
export function isInstant(value: unknown): boolean {
  const [, year, month, day] = (typeof value === 'string' && INSTANT.exec(value)) || [];
  if (year === undefined || Number(year) < EARLIEST_YEAR || Number.isNaN(Date.parse(String(value))))
    return false;
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(day) >= 1 && Number(day) <= lastDay;
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
