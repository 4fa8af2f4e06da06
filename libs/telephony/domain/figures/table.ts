import { NAMED_RATES } from './rates.js';
import { type Replayed } from './replay.js';

/** Chinese signs take two columns of a terminal. */
const width = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);
const row = (label: string, value: unknown): string =>
  `  ${label}${' '.repeat(Math.max(2, 62 - width(label)))}${String(value ?? '–').padStart(9)}`;
const words = (key: string): string => key.replaceAll('_', ' ');

const section = (title: string, values: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(values).length === 0
    ? []
    : [title, ...Object.entries(values).map(([key, value]) => row(words(key), value)), ''];

/** The figures for a person at a terminal: every rate under the name of its definition. */
export function figuresTable({ figures, queue, calls, visits }: Replayed): string {
  const named = Object.keys(NAMED_RATES).map((name) => [
    name,
    figures.rates_percent[name as keyof typeof NAMED_RATES],
  ]);
  const percents = named.map(([name, percent]) => [
    name,
    percent === null ? '–' : `${Number(percent).toFixed(2)} %`,
  ]);
  const agents = Object.entries(figures.agents).map(([agent, of]) => {
    const pauses = Object.entries(of.pause_events_by_reason).map(([reason, count]) => `${reason} ${count}`);
    const held = `held ${of.hold_s.toFixed(3)} s`;
    return row(
      `${agent}: talked ${of.talk_whole_s} s, ${held}, missed ${of.ring_no_answer}${pauses.length > 0 ? `, ${pauses.join(', ')}` : ''}`,
      of.answered,
    );
  });
  return [
    `Queue ${queue ?? '–'} (${calls} calls, ${visits} visits)`,
    '',
    ...section('Calls', figures.calls),
    ...section('Transfers', figures.transfers),
    ...section('Ended by', figures.ended_by),
    ...section('Seconds', figures.seconds),
    ...section('Answered within', figures.answered_within),
    ...section('Short abandons', figures.short_abandons),
    ...section('Rates, each by its own definition', Object.fromEntries(percents)),
    'Answered by agent',
    ...agents,
    '',
  ].join('\n');
}
