import { type ExportLanguage, filled, momentText } from '@hotline/exports';
import type { Instant } from '@hotline/kernel';
import { FORMULA_KINDS, type Formula, type FormulaKind, type Term } from '@hotline/telephony';
import { FILE_WORDS } from './file-words.js';
import type { Gap } from './gaps.js';
import type { FormulaStretch } from './rates.js';
import type { ReportStep } from './interval.js';
import { REPORT_WORDS } from './report-words.js';

export type Note = [string, string];

const MOST_GAPS = 20;

const RATE_OF: Readonly<Record<FormulaKind, 'connectionRate' | 'serviceLevel' | 'abandonment'>> = {
  connection_rate: 'connectionRate',
  service_level: 'serviceLevel',
  abandonment: 'abandonment',
};

/** Each definition in force on some of the days, in words, as the cards of the screen print it. */
export function definitionNotes(stretches: readonly FormulaStretch[], language: ExportLanguage): Note[] {
  const { columns } = REPORT_WORDS[language];
  return FORMULA_KINDS.flatMap((kind) =>
    stretches
      .filter(({ formulas }, n) => text(formulas[kind]) !== text(stretches[n - 1]?.formulas[kind]))
      .map(({ formulas, from }): Note => {
        const formula = formulas[kind];
        const values = { seconds: formula.seconds, short: formula.shortAbandonS };
        const sum = (terms: readonly Term[]): string => sumWords(terms, language, values);
        return [
          columns[RATE_OF[kind]],
          filled(FILE_WORDS[language].definition, {
            version: formula.version,
            from,
            to: stretches.findLast((one) => text(one.formulas[kind]) === text(formula))?.to ?? '',
            numerator: sum(formula.numerator),
            denominator: sum(formula.denominator),
          }),
        ];
      }),
  );
}

/** In brackets where it is more than one part: a file's reader has no second line to see what is divided. */
function sumWords(
  terms: readonly Term[],
  language: ExportLanguage,
  values: Readonly<Record<string, number | null>>,
): string {
  const { parts } = REPORT_WORDS[language];
  const words = terms.map(
    ({ part, sign }, n) => `${sign < 0 ? ' − ' : n > 0 ? ' + ' : ''}${filled(parts[part], values)}`,
  );
  return words.length > 1 ? `(${words.join('')})` : words.join('');
}

/** A version number alone may be another unit's. */
const text = (formula: Formula | undefined): string => JSON.stringify(formula ?? null);

/** Versions by kind, as `1` or `1,2`, for the audit log. */
export const versionsOf = (stretches: readonly FormulaStretch[]): Record<string, string> =>
  Object.fromEntries(
    FORMULA_KINDS.map((kind) => [
      kind,
      [...new Set(stretches.map(({ formulas }) => formulas[kind].version))].join(','),
    ]),
  );

/** Times nobody heard, the first ones by name. */
export function gapNotes(
  gaps: readonly (Gap & { readonly sourceName: string })[],
  language: ExportLanguage,
): Note[] {
  const words = FILE_WORDS[language];
  const named = gaps.slice(0, MOST_GAPS).map(({ sourceName, from, to, mendedAt }): Note => [
    words.gap,
    filled(words.gapOf, {
      source: sourceName,
      from: momentText(from.getTime()),
      to: momentText(to.getTime()),
      what: mendedAt ? words.mended : words.notCounted,
    }),
  ]);
  const more = gaps.length - named.length;
  return more > 0 ? [...named, [words.gap, filled(words.moreGaps, { count: more })]] : named;
}

interface Common {
  readonly unit: string;
  readonly days: { readonly from: string; readonly to: string };
  readonly step: ReportStep | null;
  readonly asOf: Instant | null;
  readonly madeAt: Instant;
  readonly madeBy: string;
}

/** Whose, when, up to when, and who made the file. */
export function firstNotes(
  { unit, days, step, asOf, madeAt, madeBy }: Common,
  language: ExportLanguage,
): Note[] {
  const words = FILE_WORDS[language];
  return [
    [words.unit, unit],
    [words.days, filled(words.period, days)],
    ...(step === null ? [] : [[words.step, REPORT_WORDS[language].steps[step]] as Note]),
    [words.asOf, asOf ? momentText(asOf.getTime()) : words.never],
    [words.made, filled(words.madeBy, { time: momentText(madeAt.getTime()), name: madeBy })],
    [words.basis, REPORT_WORDS[language].basis],
  ];
}

/** The beginning of a line: 2026-03-10 09:30, 2026-03-10, 2026-03. */
export function lineName(at: Instant, step: ReportStep): string {
  const text = momentText(at.getTime());
  if (step === 'month') return text.slice(0, 7);
  return step === 'day' ? text.slice(0, 10) : text.slice(0, 16);
}
