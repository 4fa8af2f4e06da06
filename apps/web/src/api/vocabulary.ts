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
  extensionReasons: [],
  pauseReasons: [],
  exclusionReasons: [],
  declineReasons: [],
  referralBodies: [],
};

export type TermGroup = Exclude<keyof Vocabulary, 'version'> | 'items';

/** The word lists of the server; empty until they have come. */
export function useVocabulary(): Vocabulary {
  const query = useQuery({
    queryKey: ['vocabulary'],
    queryFn: () => get('/vocabulary'),
    staleTime: 3_600_000,
    gcTime: Infinity,
  });
  return query.data ?? none;
}

/** An item's code is unique only inside its field: `pay/unpaid-wages` names it exactly, a bare code finds the first. */
function find(vocabulary: Vocabulary, group: TermGroup, code: string): Term | undefined {
  if (group !== 'items') return vocabulary[group].find((one) => one.code === code);
  const [first, second] = code.split('/');
  const fields = second ? vocabulary.fields.filter((field) => field.code === first) : vocabulary.fields;
  return fields.flatMap((field) => field.items).find((one) => one.code === (second ?? first));
}

/** Turns a code into its word; an unknown code is shown as it is rather than hidden. */
export function useTerm(): (group: TermGroup, code: string | null | undefined) => string {
  const vocabulary = useVocabulary();
  const { language } = useSettings();
  return useCallback(
    (group, code) => {
      if (!code) return '';
      const term = find(vocabulary, group, code);
      return term ? term[language] : (code.split('/')[1] ?? code);
    },
    [vocabulary, language],
  );
}
