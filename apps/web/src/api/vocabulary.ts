import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useSettings } from '../app/settings';
import { get } from './client';
import type { Term, Vocabulary } from './contract';

const none: Vocabulary = {
  version: 0,
  kinds: [],
  fields: [],
  tags: [],
  difficulties: [],
  urgencies: [],
  confidentialities: [],
  industries: [],
  outcomes: [],
  returnReasons: [],
  channels: [],
};

export type TermGroup = Exclude<keyof Vocabulary, 'version'> | 'items';

/** The word lists of the server; empty until they have come. */
export function useVocabulary(): Vocabulary {
  const query = useQuery({
    queryKey: ['vocabulary'],
    queryFn: () => get<Vocabulary>('/vocabulary'),
    staleTime: 3_600_000,
    gcTime: Infinity,
  });
  return query.data ?? none;
}

function termsOf(vocabulary: Vocabulary, group: TermGroup): Term[] {
  return group === 'items' ? vocabulary.fields.flatMap((field) => field.items) : vocabulary[group];
}

/** Turns a code into its word; an unknown code is shown as it is rather than hidden. */
export function useTerm(): (group: TermGroup, code: string | null | undefined) => string {
  const vocabulary = useVocabulary();
  const { language } = useSettings();
  return useCallback(
    (group, code) => {
      if (!code) return '';
      const term = termsOf(vocabulary, group).find((one) => one.code === code);
      return term ? term[language] : code;
    },
    [vocabulary, language],
  );
}
