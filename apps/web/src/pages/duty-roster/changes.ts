import type { ChangeDutyRoster, DutyDay, DutyLine, DutyLineInput, DutyWatch } from '../../api/contract';
import { minuteText } from '../../parts/time';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** What the editor holds. `lineId` is null for a watch that is not on the roster yet. */
export interface WatchForm {
  lineId: string | null;
  /** The day it was on when the editor was opened. */
  origin: string | null;
  accountId: string | null;
  name: string;
  phone: string;
  phoneMasked: string | null;
  rank: DutyLineInput['rank'];
  fromTime: string;
  toTime: string;
  /** This one day, or every week. */
  scope: 'day' | 'line';
  day: string;
  weekdays: number[];
  dayKind: DutyLineInput['dayKind'];
  fromDay: string;
  toDay: string | null;
}

/** `24:00` is how the roster writes the midnight that ends a day. */
const endText = (at: string): string => (minuteText(at) === '00:00' ? '24:00' : minuteText(at));

export const newWatch = (day: string, gap?: DutyDay['gaps'][number]): WatchForm => ({
  lineId: null,
  origin: null,
  accountId: null,
  name: '',
  phone: '',
  phoneMasked: null,
  rank: 'first',
  fromTime: gap ? minuteText(gap.from) : '08:30',
  toTime: gap ? endText(gap.to) : '17:30',
  scope: 'day',
  day,
  weekdays: EVERY_DAY,
  dayKind: 'any',
  fromDay: day,
  toDay: null,
});

export const editorOf = (watch: DutyWatch, day: string, line: DutyLine): WatchForm => ({
  lineId: watch.lineId,
  origin: day,
  accountId: watch.accountId,
  name: watch.name,
  phone: '',
  phoneMasked: watch.phoneMasked,
  rank: watch.rank,
  fromTime: line.fromTime,
  toTime: line.toTime,
  scope: 'day',
  day,
  weekdays: [...line.weekdays],
  dayKind: line.dayKind,
  fromDay: line.fromDay,
  toDay: line.toDay,
});

/** The line a form describes; the number of the old line goes along with the same person unless a new one is typed. */
export function lineOf(form: WatchForm): DutyLineInput {
  const { accountId, rank, fromTime, toTime, lineId, phone } = form;
  const once = { fromDay: form.day, toDay: form.day, weekdays: EVERY_DAY, dayKind: 'any' as const };
  const weekly = {
    fromDay: form.fromDay,
    ...(form.toDay ? { toDay: form.toDay } : {}),
    weekdays: [...form.weekdays].sort(),
    dayKind: form.dayKind,
  };
  const number = phone.trim() !== '' ? { phone: phone.trim() } : lineId ? { phoneOf: lineId } : {};
  return {
    accountId: accountId ?? '',
    rank,
    fromTime,
    toTime,
    ...number,
    ...(form.scope === 'day' ? once : weekly),
  };
}

/** What leaves the roster when a watch is changed or taken off: its day, or the whole line. */
const leaving = ({ lineId, origin, scope }: WatchForm): ChangeDutyRoster => {
  if (!lineId) return {};
  return scope === 'day' && origin ? { except: [{ lineId, day: origin }] } : { remove: [lineId] };
};

/** One request for the whole change: a watch is never lost between two steps. */
export const savingOf = (form: WatchForm): ChangeDutyRoster => ({ ...leaving(form), add: [lineOf(form)] });
export const removalOf = (form: WatchForm): ChangeDutyRoster => leaving(form);

/** Puts back what a removal took off. */
export const undoOf = (form: WatchForm): ChangeDutyRoster => ({ add: [lineOf({ ...form, phone: '' })] });

/** The same watch, a day earlier or later. */
export const movedTo = (form: WatchForm, day: string): ChangeDutyRoster =>
  savingOf({ ...form, scope: 'day', day });

export const complete = (form: WatchForm): boolean =>
  form.accountId !== null && form.fromTime !== '' && form.toTime !== '' && form.weekdays.length > 0;
