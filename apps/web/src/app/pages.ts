import type { ComponentType } from 'react';
import type { Permission, Role, SessionView } from '../api/contract';
import type { IconName } from '../parts';

export interface PageEntry {
  folder: string; // src/pages/<folder>/index.tsx
  path: string;
  permission: Permission;
  icon?: IconName; // absent: not in the rail
  rail?: Permission; // in the rail of those who have this too; others reach it by links
}

export const pageEntries: PageEntry[] = [
  { folder: 'desk', path: '/desk', permission: 'contact.log', icon: 'headset' },
  { folder: 'dispatch', path: '/dispatch', permission: 'ticket.dispatch', icon: 'send' },
  { folder: 'inbox', path: '/inbox', permission: 'ticket.read', icon: 'inbox' },
  { folder: 'duties', path: '/duties', permission: 'ticket.read', icon: 'flag' },
  { folder: 'orders', path: '/orders', permission: 'ticket.read', icon: 'eye', rail: 'order.answer' },
  { folder: 'groups', path: '/groups', permission: 'ticket.group', icon: 'copy' },
  { folder: 'call-backs', path: '/call-backs', permission: 'ticket.call-back', icon: 'phone-back' },
  { folder: 'missed-calls', path: '/missed-calls', permission: 'missed-call.read', icon: 'phone-down' },
  { folder: 'board', path: '/board', permission: 'numbers.read', icon: 'chart' },
  {
    folder: 'wallboard',
    path: '/wallboard',
    permission: 'numbers.read',
    icon: 'screen',
    rail: 'order.answer',
  },
  { folder: 'agents', path: '/agents', permission: 'presence.read', icon: 'headset' },
  { folder: 'call-reports', path: '/call-reports', permission: 'call-report.read', icon: 'bars' },
  { folder: 'shifts', path: '/shifts', permission: 'shift.read', icon: 'week' },
  { folder: 'staffing', path: '/staffing', permission: 'staffing.read', icon: 'people-clock' },
  {
    folder: 'call-figures',
    path: '/call-figures',
    permission: 'numbers.read',
    icon: 'scale',
    rail: 'telephony.read',
  },
  { folder: 'units', path: '/units', permission: 'unit.manage', icon: 'tree' },
  { folder: 'accounts', path: '/accounts', permission: 'account.manage', icon: 'users' },
  { folder: 'catalogue', path: '/catalogue', permission: 'catalogue.read', icon: 'list' },
  {
    folder: 'chains',
    path: '/chains',
    permission: 'catalogue.read',
    icon: 'transfer',
    rail: 'chains.manage',
  },
  {
    folder: 'calendars',
    path: '/calendars',
    permission: 'calendar.read',
    icon: 'calendar',
    rail: 'calendar.edit',
  },
  { folder: 'limits', path: '/limits', permission: 'calendar.read', icon: 'clock', rail: 'calendar.edit' },
  { folder: 'ladder', path: '/ladder', permission: 'ladder.read', icon: 'stairs', rail: 'ladder.manage' },
  {
    folder: 'lines',
    path: '/lines',
    permission: 'telephony.read',
    icon: 'phone',
    rail: 'telephony.configure',
  },
  {
    folder: 'presence-settings',
    path: '/presence-settings',
    permission: 'unit.read',
    icon: 'cup',
    rail: 'unit.manage',
  },
  { folder: 'duty-roster', path: '/duty-roster', permission: 'duty.read', icon: 'rota', rail: 'duty.manage' },
  {
    folder: 'handling-settings',
    path: '/handling-settings',
    permission: 'unit.read',
    icon: 'sliders',
    rail: 'unit.manage',
  },
  { folder: 'deadlines', path: '/deadlines', permission: 'calendar.read' },
  { folder: 'failed-jobs', path: '/failed-jobs', permission: 'jobs.read', icon: 'alert' },
  { folder: 'rows', path: '/board/rows', permission: 'numbers.read' },
  { folder: 'notices', path: '/notices', permission: 'unit.read' },
  { folder: 'ticket', path: '/tickets/:id', permission: 'ticket.read' },
];

type Loader = () => Promise<{ default: ComponentType }>;
const loaders: Record<string, Loader> = import.meta.glob<{ default: ComponentType }>('../pages/*/index.tsx');

/** The lazy module of a page, or none when the folder has no page. */
export function loaderOf(folder: string): Loader | undefined {
  return loaders[`../pages/${folder}/index.tsx`];
}

const firstPages: [Role, string][] = [
  ['agent', '/desk'],
  ['dispatcher', '/dispatch'],
  ['handler', '/inbox'],
  ['supervisor', '/board'],
  ['administrator', '/accounts'],
  ['auditor', '/board'],
];

export function mayOpen(session: SessionView, entry: PageEntry): boolean {
  return session.permissions.includes(entry.permission);
}

/** Where a person starts: the page of their first role, or the first one they may open. */
export function firstPageOf(session: SessionView): string {
  const roles = new Set(session.memberships.map((membership) => membership.role));
  const own = firstPages.find(([role]) => roles.has(role))?.[1];
  return own ?? pageEntries.find((entry) => entry.icon && mayOpen(session, entry))?.path ?? '/inbox';
}
