import { useMemo } from 'react';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import type { LimitRow } from '../../api/contract';
import { useTerm, useVocabulary } from '../../api/vocabulary';

export const COLUMNS = ['urgency', 'difficulty', 'kind', 'field', 'level'] as const;
export type Column = (typeof COLUMNS)[number];
export const UNITS = [
  'minutes',
  'hours',
  'working-minutes',
  'working-hours',
  'working-days',
  'calendar-days',
] as const satisfies readonly LimitRow['unit'][];
export const CLOCKS = [
  'promise',
  'dispatch',
  'sign',
  'contact',
  'handle',
  'review',
  'call-back',
  'support',
  'order',
  'referral',
  'receipt',
  'ruling',
  'extension-ruling',
  'exclusion-ruling',
] as const satisfies readonly LimitRow['clock'][];

const CODES: Readonly<Record<'urgency' | 'difficulty' | 'level', readonly string[]>> = {
  urgency: ['general', 'urgent'],
  difficulty: ['general', 'difficult', 'complex'],
  level: ['national', 'province', 'city', 'county', 'township', 'enterprise'],
};

export interface LimitWords {
  value: (column: Column, code: string) => string;
  limit: (limit: { amount: number; unit: string }) => string;
  options: Record<Column, { value: string; label: string }[]>;
}

/** Codes of the matrix in the reader's words. */
export function useLimitWords(): LimitWords {
  const t = useTexts('limits');
  const term = useTerm();
  const words = useVocabulary();
  const { language } = useSettings();
  return useMemo(() => {
    const closed = (column: 'urgency' | 'difficulty' | 'level') =>
      CODES[column].map((code) => ({ value: code, label: t(`${column}.${code}`) }));
    const open = (terms: { code: string; zh: string; en: string }[]) =>
      terms.map((one) => ({ value: one.code, label: one[language] }));
    return {
      value: (column, code) =>
        column === 'kind'
          ? term('kinds', code)
          : column === 'field'
            ? term('fields', code)
            : t(`${column}.${code}`),
      limit: ({ amount, unit }) => `${amount} ${t(`unit.${unit}`)}`,
      options: {
        urgency: closed('urgency'),
        difficulty: closed('difficulty'),
        level: closed('level'),
        kind: open(words.kinds),
        field: open(words.fields),
      },
    };
  }, [t, term, words, language]);
}
