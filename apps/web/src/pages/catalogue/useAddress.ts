import { useSearchParams } from 'react-router';

export type Tab = 'rules' | 'versions' | 'compare' | 'proposals' | 'draft';
export type Side = 'check' | 'dry-run' | 'try';

export interface Address {
  tab: Tab;
  get: (name: string) => string | null;
  /** Another view: its parameters and no others. */
  open: (parameters: Record<string, string>) => void;
  /** Something within the view; null takes a parameter out. */
  put: (change: Record<string, string | null>) => void;
}

const TABS: readonly Tab[] = ['rules', 'versions', 'compare', 'proposals'];

/** Everything that is looked at stands in the address: a reload, the back key and a link sent to a colleague show the same. */
export function useAddress(): Address {
  const [search, setSearch] = useSearchParams();
  const asked = TABS.find((tab) => tab === search.get('tab'));
  return {
    tab: search.get('draft') ? 'draft' : (asked ?? 'rules'),
    get: (name) => search.get(name),
    open: (parameters) => setSearch(parameters),
    put: (change) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            if (value === null) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
  };
}
