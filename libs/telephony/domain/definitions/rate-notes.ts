import { type ExportLanguage, filled, momentText } from '@hotline/exports';
import type { Instant } from '@hotline/kernel';
import type { FormulaMark } from './figure.js';
import type { Formula, FormulaKind, Term } from './formula.js';
import { RATE_FILE_WORDS, RATE_WORDS } from './words.js';

export type Note = readonly [string, string];

type Printed = Pick<
  Formula,
  'kind' | 'version' | 'validFrom' | 'numerator' | 'denominator' | 'seconds' | 'shortAbandonS'
> & { readonly letter: string };

function termsWords(terms: readonly Term[], seconds: number | null, language: ExportLanguage): string {
  const { parts } = RATE_WORDS[language];
  const words = terms.map(({ part, sign }, n) => {
    const name = filled(parts[part], { seconds });
    return n === 0 && sign === 1 ? name : `${sign === 1 ? '+' : '−'} ${name}`;
  });
  return words.length > 1 ? `（${words.join(' ')}）` : words.join('');
}

/** The definition of a rate on the last day, and where another begins inside the period. */
export function rateNotes(formula: Printed, marks: readonly FormulaMark[], language: ExportLanguage): Note[] {
  const words = RATE_FILE_WORDS[language];
  const name = nameOf(formula.kind, formula.seconds, language);
  const definition = filled(words.definition, {
    letter: formula.letter,
    version: formula.version,
    from: formula.validFrom,
    numerator: termsWords(formula.numerator, formula.seconds, language),
    denominator: termsWords(formula.denominator, formula.seconds, language),
  });
  const changes = marks
    .filter(({ kind }) => kind === formula.kind)
    .map(({ day, letter, version }): Note => [name, filled(words.mark, { day, letter, version })]);
  return [[name, definition], ...changes];
}

export function nameOf(kind: FormulaKind, seconds: number | null, language: ExportLanguage): string {
  const { kinds } = RATE_WORDS[language];
  return seconds === null ? kinds[kind] : `${kinds[kind]} ${seconds}${language === 'zh' ? ' 秒' : ' s'}`;
}

interface Common {
  readonly unit: string;
  readonly days: { readonly from: string; readonly to: string };
  readonly per: 'calls' | 'visits';
  readonly madeAt: Instant;
  readonly madeBy: string;
}

export function firstNotes({ unit, days, per, madeAt, madeBy }: Common, language: ExportLanguage): Note[] {
  const words = RATE_FILE_WORDS[language];
  return [
    [RATE_WORDS[language].unit, unit],
    [words.days, filled(words.period, days)],
    [words.per, RATE_WORDS[language].pers[per]],
    [words.made, filled(words.madeBy, { time: momentText(madeAt.getTime()), name: madeBy })],
  ];
}
