import type { LedgerFigures } from './ledger.js';

const SHOWN_UNITS = 20;

const reasons = (all: LedgerFigures['refused']): string[] =>
  Object.entries(all)
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([code, { count, rows }]) => {
      const more = count > rows.length ? ', …' : '';
      return `    ${String(count).padStart(7)}  ${code}  (row${count === 1 ? '' : 's'} ${rows.join(', ')}${more})`;
    });

const counts = (all: Readonly<Record<string, number>>, most = Infinity): string[] => {
  const entries = Object.entries(all);
  const rest = entries.slice(most);
  const lines = entries.slice(0, most).map(([name, count]) => `    ${String(count).padStart(7)}  ${name}`);
  if (rest.length === 0) return lines;
  const others = rest.reduce((sum, [, count]) => sum + count, 0);
  return [...lines, `    ${String(others).padStart(7)}  in ${rest.length} other units`];
};

const sum = (all: Readonly<Record<string, number>>): number =>
  Object.values(all).reduce((whole, one) => whole + one, 0);

/** The ledger as people read it. */
export function printLedger(figures: LedgerFigures, stopped: boolean): string {
  const { accepted, refused, lost } = figures;
  const refusals = Object.values(refused).reduce((whole, { count }) => whole + count, 0);
  const acceptedCount = accepted.new + accepted.alreadyThere;
  return [
    `Ledger${stopped ? ' so far (stopped)' : ''}`,
    `  rows read       ${figures.read}`,
    `  sent            ${figures.sent}`,
    `  accepted        ${acceptedCount}  (new ${accepted.new}, already there ${accepted.alreadyThere})`,
    `  refused         ${refusals}`,
    ...reasons(refused),
    ...(figures.notSent > 0 ? [`  not sent        ${figures.notSent}`] : []),
    `  looked up again ${figures.checked}`,
    '  where they are now',
    ...counts(figures.states),
    `  at the dispatchers ${sum(figures.dispatcherQueue)}`,
    ...counts(figures.dispatcherQueue),
    '  by unit',
    ...counts(figures.units, SHOWN_UNITS),
    `  lost            ${figures.lostCount}`,
    ...reasons(lost),
  ].join('\n');
}
