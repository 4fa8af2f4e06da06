import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { send } from '../../api/client';
import type { CallerView, CallPop, PlaceGuess } from '../../api/contract';
import { popQuery } from '../../calls/pop-query';
import { useDebounced } from '../../parts';
import { desk, type DeskContact } from './desk-store';

const enough = 7; // digits that can be a number

function useNumber(contact: DeskContact): string {
  const digits = useDebounced(contact.form.number.replace(/\D/g, ''), 300);
  return digits.length >= enough ? digits : '';
}

interface Caller {
  data: CallerView | undefined;
  asked: boolean;
  isPending: boolean;
  isError: boolean;
  error: Error | null;
  refetch: () => unknown;
}

const known = (query: UseQueryResult<CallerView>, asked: boolean): Caller => ({
  data: query.data,
  asked,
  isPending: query.isPending,
  isError: query.isError,
  error: query.error,
  refetch: query.refetch,
});

function useLookUp(contact: DeskContact, number: string): Caller {
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
  return known(query, asked);
}

/** A call of the line is looked up by the server, which alone knows its number. */
function useCalled(contact: DeskContact): UseQueryResult<CallPop> & { asked: boolean } {
  const { callId, number } = contact.form;
  const asked = callId !== null && number === '';
  const query = useQuery({ ...popQuery(callId ?? ''), enabled: asked });
  const { id } = contact;
  const pop = query.data;
  useEffect(() => {
    const form = desk.contact(id)?.form;
    if (!asked || !pop || !form) return;
    const answeredAt = form.answeredAt ?? pop.answeredAt;
    const endedAt = form.endedAt ?? pop.overAt;
    if (answeredAt !== form.answeredAt || endedAt !== form.endedAt) desk.note(id, { answeredAt, endedAt });
  }, [asked, pop, id]);
  return { ...query, asked };
}

/** Earlier contacts, open tickets and others who called about the same employer. */
export function useCaller(contact: DeskContact): Caller {
  const number = useNumber(contact);
  const called = useCalled(contact);
  const lookUp = useLookUp(contact, number);
  if (!called.asked) return lookUp;
  const { data: pop, isPending, isError, error, refetch } = called;
  const data = pop && { ...pop, abusiveLastYear: 0, sameEmployer: lookUp.data?.sameEmployer ?? null };
  return { data, asked: true, isPending, isError, error, refetch };
}

function useGuessed(contact: DeskContact): PlaceGuess | undefined {
  const number = useNumber(contact);
  const called = useCalled(contact);
  const guess = useQuery({
    queryKey: ['guess', number],
    queryFn: ({ signal }) => send('POST', '/places/guess', { number }, { signal }),
    enabled: number !== '',
    staleTime: Infinity,
    gcTime: 60_000,
  }).data;
  return called.asked ? called.data?.guess : guess;
}

/** Guesses the caller's place from the number; a place that a person has chosen is never touched. */
export function useGuess(contact: DeskContact): PlaceGuess | undefined {
  const guess = useGuessed(contact);
  const { id } = contact;
  useEffect(() => {
    const form = desk.contact(id)?.form;
    if (!guess || !form || (form.places.caller && !form.places.caller.guessed)) return;
    const place = guess.place;
    if (place?.code === form.places.caller?.code) return;
    const caller = place ? { code: place.code, name: place.fullName, guessed: true } : null;
    const places = { ...form.places, caller };
    if (form.callId) desk.note(id, { places });
    else desk.fill(id, { places });
  }, [guess, id]);
  return guess;
}
