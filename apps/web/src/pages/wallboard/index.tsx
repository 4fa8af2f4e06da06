import { Button } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { serverNow } from '../../api/server-clock';
import { useCommands } from '../../app/commands';
import { registerTexts, useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { clockText, durationText, ErrorState, Skeletons } from '../../parts';
import { Agents } from './Agents';
import { Alerts, Cards, Lines } from './Bottom';
import { LimitsDrawer } from './LimitsDrawer';
import { Rates } from './Rates';
import { texts } from './texts';
import { useWall, type WallNow } from './useWall';
import { LongestWait, useWaited, WaitingCount } from './Waiting';
import './wallboard.css';

registerTexts('wallboard', texts);

const STALE_MS = 10_000;
const OLD_MS = 60_000;

function useLeave(open: boolean, openLimits: () => void): () => void {
  const t = useTexts('wallboard');
  const navigate = useNavigate();
  const leave = (): void => void navigate('/board');
  const full = (): void => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen().catch(() => undefined);
  };
  useCommands([
    // With the drawer open, Esc closes the drawer.
    {
      name: 'wall.leave',
      label: t('leave'),
      key: 'escape',
      hidden: true,
      when: () => !open,
      perform: leave,
    },
    { name: 'wall.limits', label: t('limits.open'), key: 'l', icon: 'sliders', perform: openLimits },
    { name: 'wall.full', label: t('full'), key: 'f', icon: 'eye', perform: full },
  ]);
  return leave;
}

interface HeadProps {
  now: WallNow;
  age: number;
  leave: () => void;
  openLimits: () => void;
}

function Head({ now, age, leave, openLimits }: HeadProps): ReactElement {
  const t = useTexts('wallboard');
  const time = clockText(now.asOf);
  return (
    <header className="wall-head">
      <span className="wall-brand">12351</span>
      <h1>{t('title', { unit: now.unit.level === 'national' ? t('nation') : now.place })}</h1>
      <Button className="wall-leave" size="small" type="text" onClick={openLimits}>
        {t('limits.open')}
      </Button>
      <Button className="wall-leave" size="small" type="text" onClick={leave}>
        {t('leave')}
      </Button>
      <p className={age > STALE_MS ? 'is-warn' : ''} role={age > OLD_MS ? 'alert' : undefined}>
        {age > STALE_MS ? t('stale', { time, age: durationText(age) }) : t('asOf', { time })}
      </p>
      <time className="wall-clock">{clockText(serverNow())}</time>
    </header>
  );
}

/** One screen for the wall of the hall: no scrolling, no tables, read from ten metres. */
export default function WallboardPage(): ReactElement {
  const t = useTexts('wallboard');
  // A hall is lit for the wall: dark, unless somebody has asked for light.
  const ground = useSettings().theme === 'light' ? 'light' : 'dark';
  const [search] = useSearchParams();
  const { now, error, retry } = useWall(search.get('unitId') ?? undefined);
  const [limitsOpen, setLimitsOpen] = useState(false);
  const openLimits = (): void => setLimitsOpen(true);
  const leave = useLeave(limitsOpen, openLimits);
  const waited = useWaited(now?.wall.waiting.longestSince ?? null);
  useEffect(() => {
    document.documentElement.classList.add('has-wall');
    return () => document.documentElement.classList.remove('has-wall');
  }, []);
  if (!now)
    return (
      <div className={`wall wall-without on-${ground}`}>
        <div>
          {error ? <ErrorState error={error} onRetry={retry} /> : <Skeletons rows={4} height={64} />}
          <Button className="wall-back" type="text" onClick={leave}>
            {t('leave')}
          </Button>
        </div>
      </div>
    );
  const age = Math.max(0, serverNow() - Date.parse(now.asOf));
  const { wall, unit, asOf } = now;
  return (
    <div className={`wall on-${ground} ${age > OLD_MS ? 'is-old' : age > STALE_MS ? 'is-stale' : ''}`}>
      <Head now={now} age={age} leave={leave} openLimits={openLimits} />
      {error !== null && (
        <p className="visually-hidden" role="status">
          {t('reconnecting')}
        </p>
      )}
      <WaitingCount wall={wall} />
      <LongestWait wall={wall} waited={waited} />
      <Agents wall={wall} />
      <Rates wall={wall} unitId={unit.id} asOf={asOf} />
      <Cards wall={wall} />
      <Alerts wall={wall} waited={waited} />
      <Lines wall={wall} />
      {limitsOpen && (
        <LimitsDrawer unit={unit} wall={wall} waited={waited} onClose={() => setLimitsOpen(false)} />
      )}
    </div>
  );
}
