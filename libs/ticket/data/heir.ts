/** Whoever carries on for a unit that was merged, split or closed; the ticket page goes on naming the unit itself. */
export const HEIR = (alias: string, unit: string): string =>
  `unit ${alias} on ${alias}.id = (select coalesce(x.heir_id, x.id) from unit x where x.id = ${unit})`;
