import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { useCan } from '../../api/session';

/** Goes to the rows behind a mark of a chart; without the right to rows a mark does nothing. */
export function useOpenRows(): (address: string) => void {
  const allowed = useCan('numbers.read');
  const navigate = useNavigate();
  return useCallback(
    (address) => {
      if (allowed) void navigate(address);
    },
    [allowed, navigate],
  );
}
