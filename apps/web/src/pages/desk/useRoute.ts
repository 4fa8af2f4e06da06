import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../api/client';
import type { RoutePreview } from '../../api/contract';
import { useDebounced } from '../../parts';
import type { ContactForm } from './contact-form';
import { previewBody } from './submission';

/** Where the ticket would go if it were sent now; asked again when what decides it has rested for 250 ms. */
export function useRoute(form: ContactForm): UseQueryResult<RoutePreview> & { asked: boolean } {
  const body = useDebounced(JSON.stringify(previewBody(form)), 250);
  const asked = Boolean(form.field ?? form.places.workplace ?? form.places.employerSeat);
  const query = useQuery({
    queryKey: ['route', body],
    queryFn: ({ signal }) => send('POST', '/dispatch/preview', JSON.parse(body), { signal }),
    enabled: asked,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
  return { ...query, asked };
}
