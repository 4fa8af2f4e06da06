import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import { get } from '../../api/client';
import type { DraftView } from '../../api/contract';
import { keys } from '../../api/queries';
import { desk, type DeskState } from './desk-store';

export function useDesk(): DeskState {
  return useSyncExternalStore(desk.subscribe, desk.snapshot);
}

/** Loads the stored drafts once, keeps the open contact in the URL and warns before words are lost. */
export function useDeskStart(): UseQueryResult<DraftView[]> {
  const { activeId } = useDesk();
  const [search, setSearch] = useSearchParams();
  const drafts = useQuery({
    queryKey: [...keys.drafts, 'desk'],
    queryFn: () => get('/drafts'),
    staleTime: Infinity,
  });
  useEffect(() => {
    if (drafts.data && !desk.snapshot().loaded) desk.load(drafts.data, search.get('contact'));
  }, [drafts.data, search]);
  useEffect(() => {
    if (!desk.snapshot().loaded || search.get('contact') === activeId) return;
    setSearch(activeId ? { contact: activeId } : {}, { replace: true });
  }, [activeId, search, setSearch]);
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent): void => {
      if (!desk.unsaved) return;
      desk.flushAll();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', leave);
    return () => window.removeEventListener('beforeunload', leave);
  }, []);
  return drafts;
}
