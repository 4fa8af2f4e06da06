import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import type { UnitBrief } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { UnitPicker } from '../../parts';
import type { Choice } from './choice';

interface Props {
  chosen: UnitBrief[];
  asked: string;
  tried: boolean;
  onChoice: (change: Partial<Choice>) => void;
}

/** Units that support the lead from the start: sent together with it, or nobody is. */
export function SupportChoice({ chosen, asked, tried, onChoice }: Props): ReactElement {
  const t = useTexts('dispatch');
  const add = (unit: UnitBrief | null) =>
    unit && !chosen.some((one) => one.id === unit.id) && onChoice({ support: [...chosen, unit] });
  return (
    <section className="support-choice" aria-label={t('supportTitle')}>
      <h3>
        {t('supportTitle')} <small>{t('supportNote')}</small>
      </h3>
      {chosen.map((unit) => (
        <span key={unit.id} className="support-unit">
          <span className="tag">{t('support')}</span> {unit.name}
          <Button
            type="text"
            size="small"
            aria-label={t('supportDrop', { unit: unit.name })}
            onClick={() => onChoice({ support: chosen.filter((one) => one.id !== unit.id) })}
          >
            ×
          </Button>
        </span>
      ))}
      <label className="visually-hidden" htmlFor="support-unit">
        {t('supportAdd')}
      </label>
      <UnitPicker id="support-unit" placeholder={t('supportAdd')} value={null} onChange={add} />
      {chosen.length > 0 && (
        <Input
          aria-label={t('supportAsked')}
          placeholder={t('supportAsked')}
          status={tried && asked.trim() === '' ? 'error' : ''}
          maxLength={1000}
          value={asked}
          onChange={(event) => onChoice({ asked: event.target.value })}
        />
      )}
    </section>
  );
}
