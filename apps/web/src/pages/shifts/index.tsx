import { App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { get } from '../../api/client';
import type { ShiftWeek } from '../../api/contract';
import { useSession } from '../../api/session';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { useFilter } from '../../app/useFilter';
import {
  dayText,
  EmptyState,
  ErrorState,
  Icon,
  momentText,
  plusDays,
  SaveState,
  Skeletons,
  UnitPicker,
  WeekChoice,
  weekOf,
} from '../../parts';
import '../units/admin.css';
import { copiedCells, readCells } from './cells';
import { PasteDialog } from './PasteDialog';
import { ShiftGrid } from './ShiftGrid';
import './shifts.css';
import { texts } from './texts';
import { useShiftWeek } from './useShifts';
import { useWeekDraft } from './useWeekDraft';

registerTexts('shifts', texts);

interface EditingProps {
  week: ShiftWeek;
  unitId: string;
  go: (week: string | null) => void;
}

function Editing({ week, unitId, go }: EditingProps): ReactElement {
  const t = useTexts('shifts');
  const { message } = App.useApp();
  const draft = useWeekDraft(unitId, week.monday);
  const [block, setBlock] = useState<string | null>(null);
  const { wrong } = readCells(week, draft.cells);
  const dirty = Object.keys(draft.cells).length > 0;
  const copy = async (): Promise<void> => {
    const before = await get(`/units/${unitId}/shift-weeks/${plusDays(week.monday, -7)}`);
    draft.change(copiedCells(before, week));
    void message.success(t('copied'));
  };
  return (
    <>
      {week.editable && (
        <div className="shift-acts" role="toolbar" aria-label={t('title')}>
          <Button onClick={() => void copy()}>
            <Icon name="copy" />
            {t('copy')}
          </Button>
          <Button onClick={() => setBlock('')}>
            <Icon name="list" />
            {t('paste')}
          </Button>
          <span className="admin-space" />
          {dirty && <SaveState status={draft.status} />}
          {dirty && <Button onClick={() => void draft.discard()}>{t('undo')}</Button>}
          <Button
            type="primary"
            disabled={!dirty || wrong.length > 0}
            loading={draft.saving}
            onClick={() => void draft.save(week)}
          >
            {t('save')}
          </Button>
        </div>
      )}
      {draft.elsewhere && (
        <p className="shift-note">
          {t('elsewhere', { week: draft.elsewhere })}{' '}
          <Button size="small" onClick={() => go(draft.elsewhere)}>
            {t('open')}
          </Button>
        </p>
      )}
      {draft.stale && (
        <p className="shift-note is-warn" role="alert">
          {week.changedBy ? t('stale', { name: week.changedBy }) : t('staleNobody')}
        </p>
      )}
      {wrong.length > 0 && (
        <p className="shift-note is-warn" role="status">
          {t('wrong', { count: wrong.length })}
        </p>
      )}
      <ShiftGrid week={week} cells={draft.cells} onChange={draft.change} onBlock={setBlock} />
      {block !== null && (
        <PasteDialog
          unitId={unitId}
          monday={week.monday}
          first={block}
          onRead={(shifts) => {
            draft.fill(shifts);
            if (shifts.length > 0) void message.success(t('pasteDone', { count: shifts.length }));
          }}
          onClose={() => setBlock(null)}
        />
      )}
    </>
  );
}

/** 班表: who is to be at the line when; what adherence and staffing are held against. */
export default function ShiftsPage(): ReactElement {
  const t = useTexts('shifts');
  const { memberships } = useSession();
  const [search] = useSearchParams();
  const unitId = search.get('unit') ?? memberships[0]?.unit.id ?? '';
  const monday = weekOf(search.get('week'), dayText(Date.now()));
  const week = useShiftWeek(unitId, monday);
  const put = useFilter();
  const { data } = week;
  return (
    <div className="admin shifts">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <div className="admin-tools filter-tools">
        <WeekChoice monday={monday} go={(day) => put('week', day)} />
        <div className="shift-unit">
          <UnitPicker
            id="shift-unit"
            aria-label={t('unit')}
            value={data?.unit ?? null}
            placeholder={t('unit')}
            onChange={(unit) => put('unit', unit?.id ?? null)}
          />
        </div>
        <span className="admin-space" />
        {data?.changedAt && (
          <span className="quiet">
            {t('changedBy', { name: data.changedBy, time: momentText(data.changedAt) })}
          </span>
        )}
      </div>
      {data && <p className="quiet shift-hint">{t(data.editable ? 'hint' : 'hintRead')}</p>}
      {week.isPending && <Skeletons rows={8} height={40} />}
      {week.isError && <ErrorState error={week.error} onRetry={() => void week.refetch()} />}
      {data && data.people.length === 0 && <EmptyState icon="users" title={t('nobody')} />}
      {data && data.people.length > 0 && (
        <Editing key={unitId} week={data} unitId={unitId} go={(day) => put('week', day)} />
      )}
    </div>
  );
}
