/**
 * How many people a province has (million, census of 2020, rounded; at least 12, so that small ones show a rate) and how well
 * the demo lets its unions keep promises.
 */
export interface DemoProvince {
  readonly code: string;
  readonly people: number;
  /** Share of tickets closed in time; made up, and says nothing about anybody. */
  readonly punctual: number;
}

const ROWS: readonly (readonly [string, number, number])[] = [
  ['110000', 22, 0.928],
  ['120000', 14, 0.908],
  ['130000', 75, 0.878],
  ['140000', 35, 0.868],
  ['150000', 24, 0.878],
  ['210000', 43, 0.888],
  ['220000', 24, 0.878],
  ['230000', 32, 0.868],
  ['310000', 25, 0.97],
  ['320000', 85, 0.938],
  ['330000', 65, 0.97],
  ['340000', 61, 0.898],
  ['350000', 42, 0.918],
  ['360000', 45, 0.888],
  ['370000', 102, 0.928],
  ['410000', 99, 0.858],
  ['420000', 58, 0.898],
  ['430000', 66, 0.898],
  ['440000', 126, 0.918],
  ['450000', 50, 0.868],
  ['460000', 12, 0.888],
  ['500000', 32, 0.918],
  ['510000', 84, 0.908],
  ['520000', 39, 0.858],
  ['530000', 47, 0.778],
  ['540000', 12, 0.848],
  ['610000', 40, 0.888],
  ['620000', 25, 0.758],
  ['630000', 12, 0.718],
  ['640000', 12, 0.878],
  ['650000', 26, 0.868],
];

export const DEMO_PROVINCES: readonly DemoProvince[] = ROWS.map(([code, people, punctual]) => ({
  code,
  people,
  punctual,
}));

/** Counties whose unions have demo accounts: they get a good share of their province's matters. */
export const DEMO_COUNTIES: Readonly<Record<string, readonly string[]>> = {
  '110000': ['110105'],
  '430000': ['430104'],
  '440000': ['440305'],
  '510000': ['510107'],
};
