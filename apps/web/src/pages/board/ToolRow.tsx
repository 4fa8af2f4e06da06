import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { NumbersView, UnitView } from '../../api/contract';
import { useSession } from '../../api/session';
import { Icon } from '../../parts';
import { shortDay } from './figures/period';
import { Glyph } from './Glyph';
import { PeriodPicker } from './PeriodPicker';
import { UnitChoice } from './UnitChoice';
import type { BoardAddress } from './useAddress';

interface Props {
  address: BoardAddress;
  unit: UnitView | undefined;
  view: NumbersView | undefined;
}

/** The next unit up, when it is still one a person may see: siblings and their parents are not. */
function useUpper(unit: UnitView | undefined) {
  const { memberships } = useSession();
  const parent = unit?.chain.at(-1);
  if (!unit || !parent) return undefined;
  const visible = new Set(memberships.map((membership) => membership.unit.id));
  return unit.chain.some((each) => visible.has(each.id)) ? parent : undefined;
}

export function ToolRow({ address, unit, view }: Props): ReactElement {
  const t = useTexts('board');
  const upper = useUpper(unit);
  const year = address.today.slice(0, 4);
  const toUnit = (unitId: string): void => address.change({ unitId, open: undefined }, true);
  return (
    <div className="tool-row" role="toolbar" aria-label={t('title')}>
      {upper && (
        <Button
          icon={<Glyph name="up" />}
          title={t('upTo', { name: upper.name })}
          aria-label={t('upTo', { name: upper.name })}
          onClick={() => toUnit(upper.id)}
        />
      )}
      <div className="unit-picker">
        <UnitChoice value={unit ?? view?.unit ?? null} onChange={toUnit} />
      </div>
      <PeriodPicker
        period={address.period}
        today={address.today}
        onChange={({ from, to }) => address.change({ from, to }, true)}
      />
      {view && (
        <span className="comparison">
          <Icon name="undo" size={14} />
          {t('compared')}{' '}
          {t('range', { from: shortDay(view.previousFrom, year), to: shortDay(view.previousTo, year) })}
        </span>
      )}
      <span className="head-space" />
      <Button type="text" icon={<Glyph name="printer" />} onClick={() => window.print()}>
        {t('print')}
      </Button>
    </div>
  );
}
