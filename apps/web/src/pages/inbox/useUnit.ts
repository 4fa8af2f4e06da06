import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import type { UnitView } from '../../api/contract';
import { keys } from '../../api/queries';

/** One unit by id, for a chip or a picker that knows only the id from the URL. */
export function useUnit(id: string | null): UnitView | undefined {
  const query = useQuery({
    queryKey: keys.unit(id ?? ''),
    queryFn: ({ signal }) => get(`/units/${id ?? ''}`, undefined, signal),
    enabled: id !== null,
    staleTime: 3_600_000,
  });
  return query.data;
}
