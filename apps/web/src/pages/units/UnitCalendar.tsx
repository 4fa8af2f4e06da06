import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Modal, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/i18n';
import { get, send } from '../../api/client';
import type { CalendarCard, UnitView } from '../../api/contract';
import { keys } from '../../api/queries';
import { useCan } from '../../api/session';
import { ErrorState } from '../../parts';

interface ModalProps {
  unit: UnitView;
  calendars: readonly CalendarCard[];
  onClose: () => void;
}

function AssignModal({ unit, calendars, onClose }: ModalProps): ReactElement {
  const t = useTexts('units');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [calendarId, setCalendarId] = useState(unit.calendarId);
  const [subtree, setSubtree] = useState(true);
  const assign = useMutation({
    mutationFn: () =>
      send('PUT', `/units/${unit.id}/calendar`, { calendarId, subtree }, { ifMatch: unit.version }),
    onSuccess: ({ changed, kept }) => {
      void client.invalidateQueries({ queryKey: keys.unit(unit.id) });
      void client.invalidateQueries({ queryKey: ['units'] });
      void client.invalidateQueries({ queryKey: ['calendars'] });
      void message.success(t('calendar.done', { changed, kept }));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('calendar.title', { name: unit.name })}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: calendarId === unit.calendarId }}
      confirmLoading={assign.isPending}
      onOk={() => assign.mutate()}
      onCancel={onClose}
    >
      <p className="admin-note">{t('calendar.hint')}</p>
      <Select
        className="wide"
        aria-label={t('facts.calendar')}
        value={calendarId}
        options={calendars
          .filter((calendar) => calendar.version !== null)
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setCalendarId}
      />
      {unit.childCount > 0 && (
        <p style={{ marginTop: 12 }}>
          <Checkbox checked={subtree} onChange={(event) => setSubtree(event.target.checked)}>
            {t('calendar.subtree')}
          </Checkbox>
        </p>
      )}
      {assign.isError && <ErrorState small error={assign.error} />}
    </Modal>
  );
}

/** The calendar a unit works by, and for its administrator another one. */
export function UnitCalendar({ unit }: { unit: UnitView }): ReactElement {
  const t = useTexts('units');
  const reads = useCan('calendar.read');
  const manages = useCan('unit.manage');
  const [choosing, setChoosing] = useState(false);
  const calendars = useQuery({
    queryKey: ['calendars'] as const,
    queryFn: ({ signal }) => get('/calendars', undefined, signal),
    enabled: reads,
  });
  const name = calendars.data?.find(({ id }) => id === unit.calendarId)?.name ?? unit.calendarId;
  return (
    <>
      {reads ? <Link to={`/calendars?id=${unit.calendarId}`}>{name}</Link> : name}{' '}
      {manages && calendars.data && (
        <button type="button" className="link-button" onClick={() => setChoosing(true)}>
          {t('calendar.change')}
        </button>
      )}
      {choosing && calendars.data && (
        <AssignModal unit={unit} calendars={calendars.data} onClose={() => setChoosing(false)} />
      )}
    </>
  );
}
