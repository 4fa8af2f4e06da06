import { HOLIDAYS_CN, nationalCalendar, SHIPPED_LIMITS } from '@hotline/calendar';
import { startOfShanghaiDay, type Transaction } from '@hotline/kernel';
import { rows } from '@hotline/platform';
import { VOCABULARY } from '@hotline/ticket';

/** Version 1 of the calendar, the limits and the word lists, in force before the first ticket can be. */
export async function plantRuleBook(tx: Transaction): Promise<{ calendarId: string }> {
  const calendar = nationalCalendar(HOLIDAYS_CN);
  const from = startOfShanghaiDay(SHIPPED_LIMITS.effectiveFrom);
  await rows(
    tx,
    `insert into calendar (id, version, body, known_from, known_to, published_at) values ($1, $2, $3, $4, $5, $6)`,
    [calendar.id, calendar.version, JSON.stringify(calendar), calendar.knownFrom, calendar.knownTo, tx.now],
  );
  await rows(tx, 'insert into limits (version, effective_from, rows, published_at) values (1, $1, $2, $3)', [
    from,
    JSON.stringify(SHIPPED_LIMITS),
    tx.now,
  ]);
  const { version, ...words } = VOCABULARY;
  await rows(tx, 'insert into vocabulary (version, effective_from, body) values ($1, $2, $3)', [
    version,
    from,
    JSON.stringify(words),
  ]);
  return { calendarId: calendar.id };
}
