import type { ReactElement } from 'react';
import type { CallFiguresView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { momentText } from '../../parts';
import { countText } from '../board/figures/rate';

const FIRST = ['arrived', 'asked', 'entered', 'answered'] as const;

/** What happened to the calls, every way to end a column of its own. */
export function Columns({ view }: { view: CallFiguresView }): ReactElement {
  const t = useTexts('callFigures');
  const names = [
    ...FIRST,
    ...Object.keys(view.columns).filter(
      (name) => !(FIRST as readonly string[]).includes(name) && (view.columns[name] ?? 0) > 0,
    ),
  ];
  return (
    <dl className="figure-columns">
      {names.map((name) => (
        <div key={name}>
          <dt>{t(`columns.${name}`)}</dt>
          <dd className="number">{countText(view.columns[name] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What a reader must know before comparing: changed definitions, holes of the line, ends not yet certain. */
export function Remarks({ view }: { view: CallFiguresView }): ReactElement | null {
  const t = useTexts('callFigures');
  const { marks, gaps, provisional } = view;
  if (marks.length + gaps.length + provisional === 0) return null;
  // Each hole is on the strip below with its times; those that are filled are only counted here.
  const open = gaps.filter(({ mended }) => !mended);
  const mended = gaps.length - open.length;
  return (
    <ul className="figure-remarks">
      {marks.map((mark) => (
        <li key={`${mark.kind} ${mark.version}`}>
          <b>↺</b> {t(mark.backwards ? 'markBack' : 'mark', { ...mark, kind: t(`kinds.${mark.kind}`) })}
        </li>
      ))}
      {open.map((gap) => (
        <li key={`${gap.source} ${gap.from}`} className="is-gap">
          <b>△</b>{' '}
          {t('gap', {
            source: gap.source,
            from: momentText(gap.from),
            to: gap.to ? momentText(gap.to) : t('now'),
          })}
        </li>
      ))}
      {mended > 0 && (
        <li>
          <b>✓</b> {t('gapsMended', { count: mended })}
        </li>
      )}
      {provisional > 0 && (
        <li>
          <b>…</b> {t('provisional', { count: provisional })}
        </li>
      )}
    </ul>
  );
}
