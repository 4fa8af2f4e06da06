import type { CallPop } from '../api/contract';
import type { Translate } from '../app/i18n';

/** What a screen reader says of a call, once it is known who calls. */
export function announcement(t: Translate, gone: boolean, pop: CallPop | undefined, byKey: boolean): string {
  if (gone) return t('gone');
  if (!pop) return '';
  const who = pop.numberMasked ?? t('withheld');
  const place = pop.guess.place?.fullName ?? '';
  const open = pop.openTickets.length > 0 ? t('openCount', { count: pop.openTickets.length }) : '';
  const marks = pop.marks.map(({ mark, count }) => t(`mark.${mark}`, { count }));
  const how = byKey ? t('answerBy') : t('answerOnTelephone');
  return [t('rings'), who, place, open, ...marks, how].filter(Boolean).join(t('comma'));
}
