import { registerTexts, type Translate } from '../../app/i18n';
import { clockText, momentText, shortDayText } from '../../parts';
import { type Gap, lengthOf } from './bands';

const zh = {
  title: '{{source}} 话务缺口 {{from}} – {{to}}，{{age}}，{{state}}',
  mended: '已按话务日志补齐',
  open: '未计入',
  now: '至今',
  strip: '话务缺口',
  stripNote: '这段时间没有收到话务事件：数字按收到的计，不推算',
  tail: '{{day}} {{source}}中断 {{age}}，未计入',
  hours: '{{hours}} 小时 {{minutes}} 分',
  minutes: '{{minutes}} 分',
  seconds: '{{seconds}} 秒',
  tailMore: '等 {{count}} 处',
};
const en: typeof zh = {
  title: '{{source}} down {{from}} – {{to}}, {{age}}, {{state}}',
  mended: 'filled in from the call log',
  open: 'not counted',
  now: 'now',
  strip: 'Outages',
  stripNote: 'No telephone events came in: figures count what was received, nothing is estimated',
  tail: '{{day}} {{source}} down for {{age}}, not counted',
  hours: '{{hours}} h {{minutes}} min',
  minutes: '{{minutes}} min',
  seconds: '{{seconds}} s',
  tailMore: 'and others, {{count}} in all',
};
registerTexts('gaps', { zh, en });

/** How long a hole lasts, in words: written as a clock it would read like a time of day. */
export function gapAge(t: Translate, gap: Gap): string {
  const seconds = Math.max(0, Math.floor(lengthOf(gap) / 1000));
  if (seconds < 60) return t('seconds', { seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return t('minutes', { minutes });
  return t('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** Source, from, to, how long, and whether the log has filled it. */
export function gapTitle(t: Translate, gap: Gap): string {
  const { source, from, to, mended } = gap;
  const sameDay = to !== null && shortDayText(from) === shortDayText(to);
  const end = to === null ? t('now') : sameDay ? clockText(to) : momentText(to);
  return t('title', {
    source,
    from: `${shortDayText(from)} ${clockText(from)}`,
    to: end,
    age: gapAge(t, gap),
    state: t(mended ? 'mended' : 'open'),
  });
}
