import { evaluate, type Rate, terms } from '../definitions/formula.js';
import { type Tally } from '../definitions/tally.js';

const THRESHOLDS = { shortAbandonS: 5 };
const ENTERED_LESS_SHORT = terms('entered', '-short_abandoned');

/** The same calls by every definition in use, side by side: that is why a rate is printed with its definition. */
export const NAMED_RATES = {
  connection_rate_answered_over_arrived: [terms('answered'), terms('arrived'), null],
  connection_rate_answered_over_asked_for_agent: [terms('answered'), terms('asked'), null],
  connection_rate_answered_over_entered_queue: [terms('answered'), terms('entered'), null],
  connection_rate_answered_over_entered_less_abandons_under_5_s: [
    terms('answered'),
    ENTERED_LESS_SHORT,
    null,
  ],
  sl15_answered15_over_asked_for_agent: [terms('answered_within'), terms('asked'), 15],
  sl15_answered15_over_entered: [terms('answered_within'), terms('entered'), 15],
  sl15_answered15_over_answered: [terms('answered_within'), terms('answered'), 15],
  sl15_answered15_over_answered_plus_abandoned: [
    terms('answered_within'),
    terms('answered', 'abandoned'),
    15,
  ],
  sl15_answered15_over_entered_less_abandons_under_5_s: [terms('answered_within'), ENTERED_LESS_SHORT, 15],
  sl20_answered20_over_entered: [terms('answered_within'), terms('entered'), 20],
  sl30_answered30_over_entered: [terms('answered_within'), terms('entered'), 30],
  abandonment_over_entered: [terms('abandoned'), terms('entered'), null],
  abandonment_less_under_5_s_over_entered_less_those: [
    terms('abandoned', '-short_abandoned'),
    ENTERED_LESS_SHORT,
    null,
  ],
} as const;

export type RateName = keyof typeof NAMED_RATES;

export function namedRates(of: Tally): Record<RateName, Rate> {
  return Object.fromEntries(
    Object.entries(NAMED_RATES).map(([name, [numerator, denominator, seconds]]) => [
      name,
      evaluate({ numerator, denominator, seconds, ...THRESHOLDS }, of),
    ]),
  ) as Record<RateName, Rate>;
}
