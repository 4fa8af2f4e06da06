import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { mark, useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import type { NumbersView, NumberView } from '../../api/contract';
import { Icon, Sheet } from '../../parts';
import { DefinitionBody } from './DefinitionBody';
import { countText } from './figures/rate';
import { rowsLink } from './figures/rows-link';
import type { BoardAddress } from './useAddress';

interface Props {
  view: NumbersView;
  address: BoardAddress;
}

function CopyDefinition({ number }: { number: NumberView }): ReactElement {
  const t = useTexts('board');
  const { language } = useSettings();
  const [copied, setCopied] = useState(false);
  const { definition, metric } = number;
  const words = `${t(`metrics.${metric}`)} v${definition.version}${mark('colon')}${definition.formula}\n${definition[language]}`;
  return (
    <Button
      type="text"
      icon={<Icon name={copied ? 'check' : 'copy'} />}
      onClick={() => void navigator.clipboard?.writeText(words).then(() => setCopied(true))}
    >
      {t(copied ? 'drawer.copied' : 'drawer.copy')}
    </Button>
  );
}

/** How a number is made: formula with today's values, what counts and what does not, check examples. Esc closes. */
export function DefinitionDrawer({ view, address }: Props): ReactElement {
  const t = useTexts('board');
  const navigate = useNavigate();
  const number = view.numbers.find((each) => each.metric === address.definition);
  const close = (): void => address.change({ definition: undefined });
  const go = (result: 'miss' | 'all'): void => {
    if (number) void navigate(rowsLink(number.metric, view.unit.id, address.period, result));
  };
  const counted = (count: number): string =>
    t(`counted.${number?.metric ?? 'on-time'}`, { count: countText(count) });
  return (
    <Sheet
      rootClassName="definition-drawer"
      size={720}
      open={number !== undefined}
      onClose={close}
      placement="right"
      closable={{ placement: 'end' }}
      title={
        number && (
          <div className="drawer-title">
            <small>{t('drawer.over')}</small>
            <span>
              {t(`metrics.${number.metric}`)}{' '}
              <em>{t('drawer.current', { version: number.definition.version })}</em>
            </span>
          </div>
        )
      }
      extra={number && <CopyDefinition key={number.metric} number={number} />}
      footer={
        number && (
          <div className="drawer-foot">
            <Button disabled={number.numerator === number.denominator} onClick={() => go('miss')}>
              {t('drawer.seeMiss', { count: counted(number.denominator - number.numerator) })}
            </Button>
            <Button type="primary" disabled={number.denominator === 0} onClick={() => go('all')}>
              {t('drawer.seeAll', { count: counted(number.denominator) })}
            </Button>
          </div>
        )
      }
    >
      {number && <DefinitionBody number={number} view={view} period={address.period} />}
    </Sheet>
  );
}
