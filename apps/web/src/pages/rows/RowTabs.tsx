import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useTexts } from '../../app/i18n';
import { countText } from '../board/figures/rate';
import { isDeadline, RESULTS, type RowResult } from '../board/figures/rows-link';
import type { RowsAddress } from './useRows';

interface Props {
  address: RowsAddress;
  countOf: (result: RowResult) => number | undefined;
}

const ORDER: RowResult[] = ['miss', 'hit', 'open-overdue', 'excluded', 'all'];

/** The same rows by result; the chosen one is a parameter of the address. */
export function RowTabs({ address, countOf }: Props): ReactElement {
  const t = useTexts('rows');
  const [, setParameters] = useSearchParams();
  const choose = (result: RowResult): void => {
    setParameters((current) => {
      const next = new URLSearchParams(current);
      next.set('result', result);
      return next;
    });
  };
  const shown = ORDER.filter(
    (result) => RESULTS.includes(result) && (result !== 'open-overdue' || isDeadline(address.metric)),
  );
  return (
    <div className="row-tabs" role="group" aria-label={t('tabs')}>
      {shown.map((result) => (
        <button
          key={result}
          type="button"
          aria-pressed={address.result === result}
          onClick={() => choose(result)}
        >
          {t(`results.${address.metric}.${result}`)} <span>{countText(countOf(result))}</span>
        </button>
      ))}
    </div>
  );
}
