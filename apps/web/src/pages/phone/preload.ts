import { useEffect } from 'react';

const parts = [
  () => import('../inbox'),
  () => import('../ticket'),
  () => import('../../verbs/forms/ReportForm'),
  () => import('../../verbs/forms/LogContactForm'),
  () => import('../../verbs/forms/PassDownForm'),
  () => import('../../verbs/forms/ReturnForm'),
];

/** Code that is fetched only when it is opened cannot be opened without a network, so the phone fetches it beforehand. */
export function usePreload(): void {
  useEffect(() => {
    void Promise.allSettled(parts.map((load) => load()));
  }, []);
}
