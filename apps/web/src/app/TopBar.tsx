import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Puts a page's own content (its title, the call bar) into the left of the top bar. */
export function TopBar({ children }: { children: ReactNode }): ReactElement | null {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  useEffect(() => setSlot(document.getElementById('top-slot')), []);
  return slot && createPortal(children, slot);
}
