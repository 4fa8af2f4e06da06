import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../../api/session';
import { useIsPhone } from '../../app/ground';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { useFilter } from '../../app/useFilter';
import { dayText, ErrorState, Icon, keyLabel, Skeletons, UnitPicker, WeekChoice, weekOf } from '../../parts';
import '../../verbs/verbs.css';
import '../units/admin.css';
import { newWatch } from './changes';
import './roster.css';
import { texts } from './texts';
import { useEditing } from './useEditing';
import { useWeek } from './useRoster';
import { WatchEditor } from './WatchEditor';
import { WeekGrid } from './WeekGrid';

registerTexts('roster', texts);

/** 值班表: who leads a unit at which hours of a week, and when nobody does. */
export default function DutyRosterPage(): ReactElement {
  const t = useTexts('roster');
  const { memberships } = useSession();
  const phone = useIsPhone();
  const [search] = useSearchParams();
  const unitId = search.get('unit') ?? memberships[0]?.unit.id ?? '';
  const monday = weekOf(search.get('week'), dayText(Date.now()));
  const week = useWeek(unitId, monday);
  const { form, edit, close, openWatch, move, remove, done } = useEditing(unitId);
  const put = useFilter();
  const { data } = week;
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <div className="admin-tools filter-tools">
        <WeekChoice monday={monday} go={(day) => put('week', day)} />
        <div className="roster-unit">
          <UnitPicker
            id="roster-unit"
            aria-label={t('unit')}
            value={data?.unit ?? null}
            placeholder={t('unit')}
            onChange={(unit) => put('unit', unit?.id ?? null)}
          />
        </div>
        <span className="admin-space" />
        {data?.editable && (
          <Button type="primary" onClick={() => edit(newWatch(data.today > monday ? data.today : monday))}>
            <Icon name="plus" />
            {t('add')}
          </Button>
        )}
        {data && !data.editable && <span className="admin-note">{t('onlyRead')}</span>}
      </div>
      <p className="quiet roster-hint">
        {t('hint')} {data?.editable && t(phone ? 'keysPhone' : 'keys', { alt: keyLabel('alt') })}
      </p>
      {week.isPending && <Skeletons rows={6} height={64} />}
      {week.isError && <ErrorState error={week.error} onRetry={() => void week.refetch()} />}
      {data && (
        <WeekGrid
          week={data}
          onWatch={(day, watch) => openWatch(watch, day.day)}
          onGap={(day, gap) => edit(newWatch(day.day, gap))}
          onAdd={(day) => edit(newWatch(day.day))}
          onMove={(day, watch, by) => move(watch, day.day, by)}
          onRemove={(day, watch) => remove(watch, day.day)}
        />
      )}
      {form && data && (
        <WatchEditor
          key={`${form.lineId} ${form.day} ${form.fromTime}`}
          unitId={unitId}
          today={data.today}
          first={form}
          onClose={close}
          onDone={done}
        />
      )}
    </div>
  );
}
