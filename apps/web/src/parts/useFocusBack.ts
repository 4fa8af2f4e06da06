import { useEffect, useState } from 'react';

/** A dialog that is taken off the screen as it closes gives the focus back to what opened it. */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // The dialog holds the focus until it is gone.
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && opener instanceof HTMLElement) opener.focus();
      });
    },
    [opener],
  );
}
