import { Button, Modal, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { ErrorState } from '../../parts';
import { complete, removalOf, savingOf, type WatchForm } from './changes';
import { DaysFields } from './DaysFields';
import { PersonFields } from './PersonFields';
import { isGone } from './useEditing';
import { useRosterChange } from './useRoster';

interface Props {
  unitId: string;
  today: string;
  first: WatchForm;
  onClose: () => void;
  onDone: (what: 'saved' | 'removed', form: WatchForm) => void;
}

/** One watch: who, when, on which days; moved by its date, taken off for a day or for good. */
export function WatchEditor({ unitId, today, first, onClose, onDone }: Props): ReactElement {
  const t = useTexts('roster');
  const [form, setForm] = useState(first);
  const change = useRosterChange(unitId);
  const put = (part: Partial<WatchForm>): void => setForm((old) => ({ ...old, ...part }));
  const isNew = form.lineId === null;
  const gone = isGone(change.error);
  const save = (): void => {
    if (complete(form)) change.mutate(savingOf(form), { onSuccess: () => onDone('saved', form) });
  };
  return (
    <Modal
      open
      title={isNew ? t('addTitle') : `${t('editTitle')} · ${form.name}`}
      onCancel={onClose}
      footer={
        <div className="watch-foot">
          {!isNew && (
            <Button
              danger
              loading={change.isPending}
              onClick={() => change.mutate(removalOf(form), { onSuccess: () => onDone('removed', form) })}
            >
              {t(`remove.${form.scope}`)}
            </Button>
          )}
          <span className="admin-space" />
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={change.isPending} disabled={!complete(form)} onClick={save}>
            {t('save')}
          </Button>
        </div>
      }
    >
      <form
        className="watch-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Segmented
          block
          aria-label={t('scope')}
          value={form.scope}
          options={(['day', 'line'] as const).map((value) => ({
            value,
            label: t(`${isNew ? 'newScopes' : 'scopes'}.${value}`),
          }))}
          onChange={(scope) => put({ scope })}
        />
        <PersonFields unitId={unitId} form={form} put={put} />
        <DaysFields form={form} today={today} put={put} />
      </form>
      {!isNew && form.scope === 'line' && <p className="quiet watch-kept">{t('served')}</p>}
      {gone && (
        <p className="row-problem" role="alert">
          {t('gone')}
        </p>
      )}
      {change.isError && !gone && <ErrorState small error={change.error} />}
    </Modal>
  );
}
