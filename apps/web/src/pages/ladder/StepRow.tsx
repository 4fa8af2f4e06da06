import { InputNumber, Select, Switch } from 'antd';
import type { ReactElement } from 'react';
import type { LadderPreview, LadderStepSetting } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Icon, momentText } from '../../parts';
import { faultsOf } from './edits';

const UNITS = ['working-hours', 'working-days', 'half-of-rest'] as const satisfies readonly Unit[];
type Unit = LadderStepSetting['unit'];

interface Props {
  setting: LadderStepSetting;
  preview: LadderPreview | undefined;
  changed: boolean;
  change: ((change: Partial<LadderStepSetting>) => void) | null; // null: to look at only
}

function When({ setting, change, faulty }: Props & { faulty: boolean }): ReactElement {
  const t = useTexts('ladder');
  const { step, amount, unit } = setting;
  const name = t(`step.${step}`);
  const half = unit === 'half-of-rest';
  if (!change)
    return (
      <span>
        {half ? '' : `${t(`card.${step}`)} `}
        <b>
          {half
            ? t(`units.${unit}`)
            : amount === 0
              ? t('atOnce')
              : `${amount} ${t(`units.${unit}`, { count: amount })}`}
        </b>
      </span>
    );
  // Which units a step may have is the server's to say; what it refuses is shown at the row.
  const offered = UNITS.filter((one) => one !== 'half-of-rest' || step === 'urge' || half);
  return (
    <span className="ladder-when">
      <span className="quiet">{t(`card.${step}`)}</span>
      {!half && (
        <InputNumber
          aria-label={t('amount', { step: name })}
          {...(faulty ? { status: 'error' as const } : {})}
          disabled={!setting.on}
          controls={false}
          value={amount}
          onChange={(value) => value !== null && change({ amount: value })}
        />
      )}
      <Select
        aria-label={t('unitOf', { step: name })}
        disabled={!setting.on}
        popupMatchSelectWidth={false}
        value={unit}
        options={offered.map((value) => ({ value, label: t(`units.${value}`) }))}
        onChange={(value: Unit) => change({ unit: value })}
      />
    </span>
  );
}

function Example({ setting, preview }: Pick<Props, 'setting' | 'preview'>): ReactElement {
  const t = useTexts('ladder');
  const found = preview?.steps.find(({ step }) => step === setting.step);
  if (!setting.on) return <span className="quiet">{t('off')}</span>;
  if (!found?.at) return <span className="quiet">—</span>;
  return (
    <>
      <time dateTime={found.at} className={found.overtaken ? 'ladder-skipped' : 'number'}>
        {momentText(found.at)}
      </time>
      {found.overtaken && <small className="ladder-warn">{t('overtaken')}</small>}
    </>
  );
}

/** One step: whether, when, what it does, and the moment it would come for the example. */
export function StepRow(props: Props): ReactElement {
  const t = useTexts('ladder');
  const { setting, preview, changed, change } = props;
  const { step, on } = setting;
  const faults = faultsOf(preview, step);
  return (
    <tr className={`ladder-row${on ? '' : ' is-off'}${faults.length > 0 ? ' has-fault' : ''}`}>
      <th scope="row">
        <span className={`ladder-mark is-${step}`} aria-hidden />
        {t(`step.${step}`)}
        {changed && <span className="tag">{t('edited')}</span>}
      </th>
      <td className="ladder-on" data-label={t('head.on')}>
        <Switch
          size="small"
          aria-label={`${t('head.on')} ${t(`step.${step}`)}`}
          checked={on}
          disabled={!change}
          onChange={(value) => change?.({ on: value })}
        />
      </td>
      <td data-label={t('head.when')}>
        <When {...props} faulty={faults.length > 0} />
        {faults.length > 0 && (
          <p className="row-faults" role="alert">
            <Icon name="alert" size={14} />
            {faults.map((code) => t(`fault.${code}`)).join(t('andFault'))}
          </p>
        )}
      </td>
      <td data-label={t('head.what')}>{t(`what.${step}`)}</td>
      <td className="ladder-example" data-label={t('head.example')}>
        <Example setting={setting} preview={preview} />
      </td>
    </tr>
  );
}
