import { useInfiniteQuery, useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { get, send } from '../api/client';
import { keys } from '../api/queries';
import { useLive } from '../api/live';
import type { Body } from '../api/routes';

export type NoteInput = Body<'POST', `/tickets/${string}/notes`>;

const pageOf = (ticketId: string, cursor: string | null, signal: AbortSignal) =>
  get(`/tickets/${ticketId}/notes`, cursor === null ? undefined : { cursor }, signal);
type Pages = InfiniteData<Awaited<ReturnType<typeof pageOf>>, string | null>;

/** Newest first, a hundred a page. Notes move no version: a live event of the ticket is the sign to ask for them again. */
export function useNotes(ticketId: string) {
  const client = useQueryClient();
  const key = keys.notes(ticketId);
  useLive('ticket', (event) => {
    if (event.id === ticketId) void client.invalidateQueries({ queryKey: key });
  });
  const notes = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => pageOf(ticketId, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const add = useMutation({
    mutationFn: (note: NoteInput) => send('POST', `/tickets/${ticketId}/notes`, note),
    // The answer is the newest page; earlier ones are asked for again when they are wanted.
    onSuccess: (page) => client.setQueryData<Pages>(key, { pages: [page], pageParams: [null] }),
  });
  const read = useMutation({
    mutationFn: () => send('POST', `/tickets/${ticketId}/notes/read`),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  return { notes, add, read };
}
