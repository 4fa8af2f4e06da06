import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { NumberView } from '../../api/contract';
import { mark, useTexts } from '../../app/i18n';
import type { Period } from './figures/period';

type Part = NonNullable<NumberView['telephone']>;

/** Whose word the connection rate is, and by which formula; opens the definitions of calls. */
export function CallPart({
  part,
  unitId,
  period,
}: {
  part: Part;
  unitId: string;
  period: Period;
}): ReactElement | null {
  const t = useTexts('board');
  const { source, formula, changes } = part;
  if (source === null) return null;
  const to = `/call-figures?unit=${unitId}&from=${period.from}&to=${period.to}`;
  return (
    <div className="call-part">
      <span className={`call-source is-${source}`} title={t(`telephone.${source}Hint`)}>
        {t(`telephone.${source}`)}
      </span>
      {source !== 'contacts' && (
        <>
          <Link className="figure-link" to={to}>
            {t('telephone.formula', { letter: formula.letter, version: formula.version })}
          </Link>
          {changes.length > 0 && (
            <span
              title={t('telephone.changedHint', { days: changes.map(({ day }) => day).join(mark('list')) })}
            >
              ↺ {t('telephone.changed')}
            </span>
          )}
        </>
      )}
    </div>
  );
}
