import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { closeLive, followTicket, openLive, useLive } from '../api/live';
import { useSession } from '../api/session';
import { Icon, Kbd, Skeletons } from '../parts';
import { useCommands, type Command } from './commands';
import { useTexts } from './i18n';
import { KeySheet } from './KeySheet';
import { NoticeBell } from './NoticeBell';
import { useOnline } from './online';
import { loaderOf, mayOpen, pageEntries } from './pages';
import { Palette } from './Palette';
import { Rail } from './Rail';
import { focusNextRegion } from './regions';
import { SessionExpired } from './SessionExpired';
import './shell.css';
import { UserMenu } from './UserMenu';

const CallCorner = lazy(() => import('../calls/CallCorner'));

function useShellCommands(openPalette: () => void, openSheet: () => void): void {
  const t = useTexts('app');
  const session = useSession();
  const navigate = useNavigate();
  const pages = pageEntries
    .filter((entry) => entry.icon && mayOpen(session, entry) && loaderOf(entry.folder))
    .map<Command>((entry) => ({
      name: `go.${entry.folder}`,
      label: t('go', { page: t(`pages.${entry.folder}`) }),
      ...(entry.icon ? { icon: entry.icon } : {}),
      perform: () => void navigate(entry.path),
    }));
  useCommands([
    { name: 'app.palette', label: t('palette'), key: 'mod+k', hidden: true, perform: openPalette },
    { name: 'app.sheet', label: t('sheet'), key: '?', icon: 'keyboard', perform: openSheet },
    { name: 'app.region', label: t('nextRegion'), key: 'f6', hidden: true, perform: () => focusNextRegion() },
    ...pages,
  ]);
}

function useLiveTickets(): void {
  const client = useQueryClient();
  useEffect(() => {
    openLive();
    return closeLive;
  }, []);
  useLive('ticket', (event) => void followTicket(client, event));
}

/** The frame of every signed-in page: rail, top bar, page. */
export function Shell(): ReactElement {
  const t = useTexts('app');
  const { pathname } = useLocation();
  const online = useOnline();
  const [palette, setPalette] = useState(false);
  const [sheet, setSheet] = useState(false);
  useShellCommands(
    () => setPalette(true),
    () => setSheet(true),
  );
  useLiveTickets();
  const permissions = useSession().permissions;
  const atTheLine = permissions.includes('presence.own') && permissions.includes('contact.log');
  return (
    <div className="shell" data-page={pathname.split('/')[1]}>
      <a className="skip" href="#page">
        {t('skip')}
      </a>
      <Rail />
      <header className="top-bar" data-region>
        <div className="top-slot" id="top-slot" />
        <button type="button" className="top-search" title={t('palette')} onClick={() => setPalette(true)}>
          <Icon name="search" />
          <span>{t('search')}</span>
          <Kbd keys="mod+k" />
        </button>
        <NoticeBell />
        <UserMenu onSheet={() => setSheet(true)} />
      </header>
      <main className="page" id="page" tabIndex={0} aria-label={t('content')}>
        {!online && (
          <p className="offline-banner" role="status">
            <span className="dot dot-warn" aria-hidden />
            {t('offline')}
          </p>
        )}
        <Suspense fallback={<Skeletons />}>
          <Outlet />
        </Suspense>
      </main>
      <Palette open={palette} onClose={() => setPalette(false)} />
      <KeySheet open={sheet} onClose={() => setSheet(false)} />
      <SessionExpired />
      {atTheLine && (
        <Suspense fallback={null}>
          <CallCorner />
        </Suspense>
      )}
    </div>
  );
}
