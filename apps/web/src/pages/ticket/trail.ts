/** Where a ticket was opened from and its neighbours there, carried in the history entry, never in the URL. */
export interface Trail {
  from: string;
  name: string;
  ids: string[];
}

export function isTrail(state: unknown): state is Trail {
  return (
    typeof state === 'object' &&
    state !== null &&
    'ids' in state &&
    Array.isArray(state.ids) &&
    'from' in state
  );
}
