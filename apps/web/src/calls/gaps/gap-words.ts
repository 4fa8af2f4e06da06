import { registerTexts, type Translate } from '../../app/i18n';
import { clockText, durationText, momentText, shortDayText } from '../../parts';
import { type Gap, lengthOf } from './bands';

const zh = {
  title: '{{source}} 话务缺口 {{from}} – {{to}}，{{age}}，{{state}}',
  mended: '已按话务日志补齐',
  open: '未计入',
  now: '至今',
  strip: '话务缺口',
  stripNote: '这段时间没有收到话务事件：数字按收到的计，不推算',
  tail: '{{day}} {{source}}话务中断 {{age}}，未计入',
  tailMore: '等 {{count}} 处',
};
const en: typeof zh = {
  title: '{{source}} not heard {{from}} – {{to}}, {{age}}, {{state}}',
  mended: 'filled from the log of the switchboard',
  open: 'not in the numbers',
  now: 'now',
  strip: 'Time not heard',
  stripNote: 'No events came from the telephone: numbers are of what came, nothing is guessed',
  tail: '{{day}} {{source}} not heard for {{age}}, not counted',
  tailMore: 'and others, {{count}} in all',
};
registerTexts('gaps', { zh, en });

/** Source, from, to, how long, and whether the log has filled it. */
export function gapTitle(t: Translate, gap: Gap): string {
  const { source, from, to, mended } = gap;
  const sameDay = to !== null && shortDayText(from) === shortDayText(to);
  const end = to === null ? t('now') : sameDay ? clockText(to) : momentText(to);
  return t('title', {
    source,
    from: `${shortDayText(from)} ${clockText(from)}`,
    to: end,
    age: durationText(lengthOf(gap)),
    state: t(mended ? 'mended' : 'open'),
  });
}
