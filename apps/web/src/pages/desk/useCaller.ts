import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { send } from '../../api/client';
import type { CallerView, PlaceGuess } from '../../api/contract';
import { useDebounced } from '../../parts';
import { desk, type DeskContact } from './desk-store';

const enough = 7; // digits that can be a number

function useNumber(contact: DeskContact): string {
  const digits = useDebounced(contact.form.number.replace(/\D/g, ''), 300);
  return digits.length >= enough ? digits : '';
}

/** Earlier contacts, open tickets and others who called about the same employer. */
export function useCaller(contact: DeskContact): UseQueryResult<CallerView> & { asked: boolean } {
  const number = useNumber(contact);
  const employer = useDebounced(contact.form.employer.trim(), 500);
  const asked = number !== '' || employer.length >= 4;
  const body = { ...(number ? { number } : {}), ...(employer.length >= 4 ? { employer } : {}) };
  const query = useQuery({
    queryKey: ['caller', contact.id, body],
    queryFn: ({ signal }) => send('POST', '/callers/lookup', body, { signal }),
    enabled: asked,
    staleTime: 60_000,
    gcTime: 60_000,
    placeholderData: (previous, query) =>
      query?.queryKey[1] === contact.id ? keepPreviousData(previous) : undefined,
  });
  return { ...query, asked };
}

/** Guesses the caller's place from the number; a place that a person has chosen is never touched. */
export function useGuess(contact: DeskContact): PlaceGuess | undefined {
  const number = useNumber(contact);
  const guess = useQuery({
    queryKey: ['guess', number],
    queryFn: ({ signal }) => send('POST', '/places/guess', { number }, { signal }),
    enabled: number !== '',
    staleTime: Infinity,
    gcTime: 60_000,
  }).data;
  const { id } = contact;
  useEffect(() => {
    const form = desk.contact(id)?.form;
    if (!guess || !form || (form.places.caller && !form.places.caller.guessed)) return;
    const place = guess.place;
    if (place?.code === form.places.caller?.code) return;
    const caller = place ? { code: place.code, name: place.fullName, guessed: true } : null;
    desk.fill(id, { places: { ...form.places, caller } });
  }, [guess, id]);
  return guess;
}
