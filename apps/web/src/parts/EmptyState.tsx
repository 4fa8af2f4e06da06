import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

/** Says that there is nothing and what can be done about it. */
export function EmptyState({
  icon = 'inbox',
  title,
  children,
}: {
  icon?: IconName;
  title: string;
  children?: ReactNode;
}): ReactElement {
  return (
    <div className="empty-state">
      <Icon name={icon} size={28} />
      <p>{title}</p>
      {children && <div className="empty-next">{children}</div>}
    </div>
  );
}
