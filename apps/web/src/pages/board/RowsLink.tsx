import { Tooltip } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/i18n';
import { useCan } from '../../api/session';

interface Props {
  to: string;
  children: ReactNode;
  label?: string;
  className?: string;
}

/** A figure that opens the rows behind it. Without the right to rows the figure shows and the underline does not. */
export function RowsLink({ to, children, label, className = '' }: Props): ReactElement {
  const t = useTexts('board');
  const allowed = useCan('numbers.read');
  if (!allowed) {
    return (
      <Tooltip title={t('noRight')}>
        <span className={className}>{children}</span>
      </Tooltip>
    );
  }
  return (
    <Link to={to} className={`figure-link ${className}`} aria-label={label}>
      {children}
    </Link>
  );
}
