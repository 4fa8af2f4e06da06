import { useSearchParams } from 'react-router';
import { withFilter } from './filter';

/** Changes one filter of the address in place: going back leaves the page, it does not walk through filters. */
export function useFilter(): (name: string, value: string | null) => void {
  const [search, setSearch] = useSearchParams();
  return (name, value) => setSearch(withFilter(search, name, value), { replace: true });
}
