import { App, Button, Switch } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { ProblemError } from '../../api/client';
import type { ChangeUnitBody, UnitView } from '../../api/contract';
import { useCan } from '../../api/session';
import { ErrorState, Icon } from '../../parts';
import { AddUnitModal } from './AddUnitModal';
import { UnitCalendar } from './UnitCalendar';
import { FormerNames } from './FormerNames';
import { RenameForm } from './RenameForm';
import { useChangeUnit } from './useUnits';

interface FactsProps {
  unit: UnitView;
  onChoose: (unitId: string) => void;
}
interface Props extends FactsProps {
  onReorganise: (unitId: string) => void;
}

function Facts({ unit, onChoose }: FactsProps): ReactElement {
  const t = useTexts('units');
  return (
    <dl className="admin-facts">
      <dt>{t('facts.chain')}</dt>
      <dd>
        {unit.chain.length === 0 && '—'}
        {unit.chain.map((each, index) => (
          <span key={each.id}>
            {index > 0 && ' › '}
            <button type="button" className="link-button" onClick={() => onChoose(each.id)}>
              {each.name}
            </button>
          </span>
        ))}
      </dd>
      <dt>{t('facts.code')}</dt>
      <dd>{unit.code}</dd>
      <dt>{t('facts.level')}</dt>
      <dd>
        {t(`level.${unit.level}`)} · {t(`kind.${unit.kind}`)}
      </dd>
      <dt>{t('facts.region')}</dt>
      <dd>{unit.regionCode ?? t('noRegion')}</dd>
      <dt>{t('shortName')}</dt>
      <dd>{unit.shortName}</dd>
      <dt>{t('facts.below')}</dt>
      <dd>{t('below', { count: unit.childCount })}</dd>
      <dt>{t('facts.calendar')}</dt>
      <dd>
        <UnitCalendar unit={unit} />
      </dd>
      {unit.heir !== null && (
        <>
          <dt>{t('heir')}</dt>
          <dd>
            <button type="button" className="link-button" onClick={() => onChoose(unit.heir?.id ?? '')}>
              {unit.heir.name}
            </button>
          </dd>
        </>
      )}
    </dl>
  );
}

/** One unit: its facts, and for its administrator its name, its switch and new units below it. */
export function UnitDetail({ unit, onChoose, onReorganise }: Props): ReactElement {
  const t = useTexts('units');
  const { message } = App.useApp();
  const manages = useCan('unit.manage');
  const reorganises = useCan('unit.reorganise');
  const [renaming, setRenaming] = useState(false);
  const [adding, setAdding] = useState(false);
  const change = useChangeUnit(unit);
  const stale = change.error instanceof ProblemError && change.error.status === 409;
  const save = (values: ChangeUnitBody): void =>
    change.mutate(values, {
      onSuccess: () => {
        setRenaming(false);
        void message.success(t('saved'));
      },
    });
  return (
    <div className="padded">
      <div className="admin-tools">
        <h2>{unit.name}</h2>
        {!unit.active && <span className="tag">{t('closed')}</span>}
        <span className="admin-space" />
        {manages && !renaming && <Button onClick={() => setRenaming(true)}>{t('rename')}</Button>}
        {reorganises && unit.level !== 'national' && (
          <Button icon={<Icon name="transfer" />} onClick={() => onReorganise(unit.id)}>
            {t('reorganise')}
          </Button>
        )}
        {manages && unit.active && (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )}
      </div>
      {change.isError &&
        (stale ? <p className="tag tag-bad">{t('stale')}</p> : <ErrorState small error={change.error} />)}
      {renaming ? (
        <RenameForm unit={unit} saving={change.isPending} onSave={save} onCancel={() => setRenaming(false)} />
      ) : (
        <Facts unit={unit} onChoose={onChoose} />
      )}
      {manages && unit.level !== 'national' && (
        <label className="admin-tools">
          <Switch
            checked={unit.active}
            loading={change.isPending}
            onChange={(active) => save({ active })}
            aria-label={t('active')}
          />
          {t('active')} <span className="admin-note">{t('activeHint')}</span>
        </label>
      )}
      <FormerNames unit={unit} />
      <AddUnitModal
        parent={unit}
        open={adding}
        onClose={() => setAdding(false)}
        onAdded={(added) => {
          setAdding(false);
          void message.success(t('added', { name: added.name }));
          onChoose(added.id);
        }}
      />
    </div>
  );
}
