import { lazy, type ReactElement } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { useSession } from '../api/session';
import { loaderOf, mayOpen, pageEntries, type PageEntry } from './pages';
import { Crashed, FirstPage, NotFound } from './Refused';
import { SignedIn } from './SignedIn';

function Guarded({ entry, children }: { entry: PageEntry; children: ReactElement }): ReactElement {
  return mayOpen(useSession(), entry) ? children : <NotFound />;
}

function routeOf(entry: PageEntry): RouteObject {
  const load = loaderOf(entry.folder);
  const Page = load ? lazy(load) : NotFound;
  const element = (
    <Guarded entry={entry}>
      <Page />
    </Guarded>
  );
  return { path: entry.path, element, errorElement: <Crashed /> };
}

const SignInPage = lazy(() => import('../pages/sign-in'));

export const router = createBrowserRouter([
  { path: '/sign-in', element: <SignInPage />, errorElement: <Crashed /> },
  {
    path: '/',
    element: <SignedIn />,
    errorElement: <Crashed />,
    children: [
      { index: true, element: <FirstPage /> },
      ...pageEntries.map(routeOf),
      { path: '*', element: <NotFound /> },
    ],
  },
]);
