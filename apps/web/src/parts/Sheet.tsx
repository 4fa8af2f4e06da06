import { Drawer, type DrawerProps } from 'antd';
import type { ReactElement } from 'react';

/** antd's body scrolls but takes no focus; words alone could not be read to their end without a mouse. */
function reach(end: HTMLElement | null): void {
  const body = end?.closest('.ant-drawer-body');
  body?.setAttribute('tabindex', '0');
  body?.setAttribute('role', 'group');
  const dialog = end?.closest('[role="dialog"]');
  for (const name of ['aria-label', 'aria-labelledby']) {
    const value = dialog?.getAttribute(name);
    if (value) body?.setAttribute(name, value);
  }
}

/** A panel that comes in from the side; the keyboard can scroll it whatever it holds. */
export function Sheet({ children, ...rest }: DrawerProps): ReactElement {
  return (
    <Drawer {...rest}>
      {children}
      <i hidden ref={reach} />
    </Drawer>
  );
}
