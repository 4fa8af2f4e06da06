import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { WallPicture } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Panel } from './Panel';

const NAMED = ['talking', 'idle', 'wrap-up', 'break', 'ringing'] as const;

/** Agents by what they do now; whoever is signed in is in exactly one square. */
export function Agents({ wall }: { wall: WallPicture }): ReactElement {
  const t = useTexts('wallboard');
  const { present, states } = wall.agents;
  const named = NAMED.map((state) => ({ state, count: states[state] ?? 0 }));
  const other = present - named.reduce((sum, { count }) => sum + count, 0);
  const all = [...named, { state: 'other' as const, count: other }];
  const title = (
    <>
      {t('agents')} <strong>{present}</strong> {t('present')}
    </>
  );
  return (
    <Panel area="agents" title={title}>
      <div className="wall-band" aria-hidden>
        {all
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => (
            <i key={state} className={`is-${state}`} style={{ flexGrow: count }} />
          ))}
      </div>
      <ul className="wall-states">
        {all.map(({ state, count }) => (
          <li key={state} title={state === 'other' ? t('otherHint') : undefined}>
            <i className={`is-${state}`} aria-hidden />
            <span>{t(`states.${state}`)}</span>
            <Link to="/agents">{count}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
