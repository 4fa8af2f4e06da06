import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client';
import { keys } from '../api/queries';
import { useLive } from '../api/live';
import type { Body } from '../api/routes';

export type NoteInput = Body<'POST', `/tickets/${string}/notes`>;

/** Notes move no version: a live event of the ticket is the sign to ask for them again. */
export function useNotes(ticketId: string) {
  const client = useQueryClient();
  const key = keys.notes(ticketId);
  useLive('ticket', (event) => {
    if (event.id === ticketId) void client.invalidateQueries({ queryKey: key });
  });
  const notes = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => get(`/tickets/${ticketId}/notes`, undefined, signal),
  });
  const add = useMutation({
    mutationFn: (note: NoteInput) => send('POST', `/tickets/${ticketId}/notes`, note),
    onSuccess: (page) => client.setQueryData(key, page),
  });
  const read = useMutation({
    mutationFn: () => send('POST', `/tickets/${ticketId}/notes/read`),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  return { notes, add, read };
}
