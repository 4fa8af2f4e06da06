import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { Icon } from '../../parts';
import { shortOfTarget } from './figures/rate';

/** ✓ 达标, or how many points are missing; a word and a shape always stand beside the colour. */
export function TargetTag(props: {
  numerator: number;
  denominator: number;
  target: number | null;
}): ReactElement | null {
  const t = useTexts('board');
  const short = shortOfTarget(props.numerator, props.denominator, props.target);
  if (short === null) return null;
  const title = t('target', { target: props.target });
  if (short === '0') {
    return (
      <span className="target-tag is-met" title={title}>
        <Icon name="check" size={14} /> {t('met')}
      </span>
    );
  }
  return (
    <span className="target-tag is-missed" title={title}>
      <span className="on-screen">
        <Icon name="alert" size={14} /> {t('missed', { points: short })}
      </span>
      <span className="on-paper">{t('missedPrint')}</span>
    </span>
  );
}
