import type { ReactElement } from 'react';
import { clockText, dayText, minuteText, momentText, shortDayText } from './time';

const forms = {
  moment: momentText,
  clock: clockText,
  minute: minuteText,
  day: dayText,
  'short-day': shortDayText,
};

interface Props {
  at: string | null | undefined;
  form?: keyof typeof forms;
  none?: string;
}

/** A moment in Asia/Shanghai; the full date and second are in its title. */
export function TimeText({ at, form = 'moment', none = '—' }: Props): ReactElement {
  if (!at) return <span className="quiet">{none}</span>;
  return (
    <time dateTime={at} title={`${dayText(at)} ${clockText(at)}`}>
      {forms[form](at)}
    </time>
  );
}
