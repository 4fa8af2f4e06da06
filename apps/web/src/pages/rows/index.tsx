import { useState, type ReactElement } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { registerTexts, useTexts } from '../../app/i18n';
import { ErrorState, FilterChips, Icon, useHotkeys, type FilterLabel } from '../../parts';
import '../board/board.css';
import '../board/board-print.css';
import { Glyph } from '../board/Glyph';
import { useNumbers } from '../board/queries';
import { texts as boardTexts } from '../board/texts';
import { FormulaStrip } from './FormulaStrip';
import './rows.css';
import { RowsList } from './RowsList';
import { boardAddress, RowsTop } from './RowsTop';
import { texts } from './texts';
import { useRowsAddress, type RowsAddress } from './useRows';

registerTexts('board', boardTexts);
registerTexts('rows', texts);

function LinkLine(): ReactElement {
  const t = useTexts('rows');
  const { pathname, search } = useLocation();
  const [copied, setCopied] = useState('');
  const address = pathname + search;
  const copy = (): void =>
    void navigator.clipboard?.writeText(location.origin + address).then(() => setCopied(address));
  return (
    <p className="link-line">
      <Glyph name="link" size={14} />
      <code>{decodeURIComponent(address)}</code>
      <span className="head-space" />
      <span className="link-note">{t('link')}</span>
      <button type="button" className="link-button" onClick={copy}>
        <Icon name={copied === address ? 'check' : 'copy'} size={14} />{' '}
        {t(copied === address ? 'copied' : 'copy')}
      </button>
    </p>
  );
}

function useLabels(address: RowsAddress, unitName: string): Record<string, FilterLabel> {
  const t = useTexts('rows');
  const board = useTexts('board');
  return {
    metric: { name: t('chips.metric'), value: () => board(`metrics.${address.metric}`) },
    unitId: { name: t('chips.unitId'), value: () => t('unitAndBelow', { name: unitName }) },
    from: { name: t('chips.from'), value: () => address.period.from },
    to: { name: t('chips.to'), value: () => address.period.to },
    result: { name: t('chips.result'), value: () => t(`results.${address.metric}.${address.result}`) },
  };
}

/** The rows behind one number: the same filter as chips, as an address and as a formula. */
export default function RowsPage(): ReactElement {
  const address = useRowsAddress();
  const navigate = useNavigate();
  const numbers = useNumbers(address.unitId, address.period);
  const view = numbers.data;
  const number = view?.numbers.find((each) => each.metric === address.metric);
  useHotkeys({ escape: () => void navigate(boardAddress(address)) });
  const labels = useLabels(address, view?.unit.name ?? '…');
  return (
    <div className="rows-page">
      <RowsTop address={address} unit={view?.unit} />
      <FilterChips labels={labels} />
      <LinkLine />
      {view && number && <FormulaStrip view={view} number={number} address={address} />}
      {!view && !numbers.isError && <section className="strip is-waiting" />}
      {numbers.isError && !view && (
        <ErrorState small error={numbers.error} onRetry={() => void numbers.refetch()} />
      )}
      <RowsList address={address} number={number} />
    </div>
  );
}
