import { useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client';
import type { CalendarPlan, CalendarView } from '../../api/contract';
import { useSavedDraft, type SavedDraft } from '../../parts';
import { calendarKeys } from './useCalendars';

export type Draft = NonNullable<CalendarView['draft']>;

export interface EditedPlan extends Omit<SavedDraft<CalendarPlan>, 'keepMine' | 'takeTheirs'> {
  keepMine: () => void;
  takeTheirs: () => void;
}

const savedOf = (draft: Draft) => ({
  value: draft.plan,
  version: draft.version,
  savedAt: draft.changedAt,
});

/** The draft of a calendar, edited here; every save brings the calendar as it is now. */
export function usePlan(id: string, draft: Draft): EditedPlan {
  const client = useQueryClient();
  const edited = useSavedDraft(savedOf(draft), async (version, plan: CalendarPlan) => {
    const { id: _id, unitId: _unit, ...body } = plan;
    const after = await send('PUT', `/calendars/${id}/draft`, body, { ifMatch: version });
    client.setQueryData(calendarKeys.one(id), after);
    return { version: after.draft?.version ?? version, savedAt: after.draft?.changedAt ?? draft.changedAt };
  });
  const newest = async (take: (draft: Draft) => void): Promise<void> => {
    const theirs = await get(`/calendars/${id}`);
    if (theirs.draft) take(theirs.draft);
  };
  return {
    ...edited,
    keepMine: () => void newest((theirs) => edited.keepMine(theirs.version)),
    takeTheirs: () => void newest((theirs) => edited.takeTheirs(savedOf(theirs))),
  };
}
