import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { get } from '../../api/client';
import type { CatalogueRule, CatalogueRuleChange, UnitBrief } from '../../api/contract';
import { keys } from '../../api/queries';
import { type TermGroup, useTerm } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { codeOf, type Condition } from './rules';

const MOST_CODES = 200; // in one question
const GROUPS: Partial<Record<Condition, TermGroup>> = {
  kinds: 'kinds',
  fields: 'fields',
  tags: 'tags',
  industries: 'industries',
  confidentiality: 'confidentialities',
};

/** Names of places by the beginnings of their codes, asked for once for a whole page; the code until they have come. */
export function usePlaceNames(prefixes: readonly string[]): (prefix: string) => string {
  const codes = [...new Set(prefixes)].sort().slice(0, MOST_CODES).join(',');
  const found = useQuery({
    queryKey: ['places', 'named', codes] as const,
    queryFn: ({ signal }) => get('/places/named', { codes }, signal),
    enabled: codes !== '',
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  return useMemo(() => {
    const names = new Map(found.data?.map(({ code, fullName }) => [code, fullName]));
    return (prefix) => names.get(codeOf(prefix)) ?? prefix;
  }, [found.data]);
}

/** Units named by a comparison only by their id. */
function useUnitNames(ids: readonly string[]): (id: string) => string {
  const known = useQueries({
    queries: [...new Set(ids)].map((id) => ({
      queryKey: keys.unit(id),
      queryFn: (): Promise<UnitBrief> => get(`/units/${id}`),
      staleTime: 600_000,
    })),
  });
  const names = new Map(known.flatMap(({ data }) => (data ? [[data.id, data.name]] : [])));
  return (id) => names.get(id) ?? '…';
}

export interface RuleWords {
  field: (field: string) => string;
  value: (field: string, value: string) => string;
  place: (prefix: string) => string;
}

/** Every field and value of a rule in the reader's words. */
function useWords(prefixes: readonly string[], unitIds: readonly string[]): RuleWords {
  const t = useTexts('catalogue');
  const term = useTerm();
  const place = usePlaceNames(prefixes);
  const unit = useUnitNames(unitIds);
  const value = (field: string, given: string): string => {
    if (field === 'when.places') return place(given);
    if (field === 'unitId') return unit(given);
    if (field === 'routeBy') return t(`places.${given}`);
    if (field === 'chain' || field === 'level') return t(`${field}.${given}`);
    if (field === 'when.items') return `${term('fields', given.split('/')[0])} › ${term('items', given)}`;
    const group = field.startsWith('when.') ? GROUPS[field.slice(5) as Condition] : undefined;
    return group ? term(group, given) : given;
  };
  return { field: (field) => t(`field.${field.replace('when.', '')}`), value, place };
}

export const useRuleWords = (rules: readonly CatalogueRule[]): RuleWords =>
  useWords(
    rules.flatMap(({ when }) => when.places ?? []),
    [],
  );

/** Words for the differences of two sets of rules, whose units and places come as bare ids and codes. */
export function useChangeWords(
  changes: readonly CatalogueRuleChange[],
  rules: readonly CatalogueRule[],
): RuleWords {
  const of = (field: string): string[] =>
    changes
      .flatMap(({ fields }) => fields)
      .filter((one) => one.field === field)
      .flatMap(({ before, after }) => [...before, ...after]);
  return useWords([...of('when.places'), ...rules.flatMap(({ when }) => when.places ?? [])], of('unitId'));
}
