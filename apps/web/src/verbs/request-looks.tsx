import { lazy } from 'react';
import { registerTexts } from '../app/i18n';
import { Icon } from '../parts';
import type { RequestPaths } from './request-endpoints';
import { requestTexts } from './request-texts';
import type { Look } from './verbs';

registerTexts('requests', requestTexts);

/** The verbs of requests and records: a ruling stands in the bar, what costs one more thought behind the menu. */
export const REQUEST_LOOKS: Record<keyof RequestPaths, Look> = {
  'request-extension': {
    icon: <Icon name="clock" />,
    form: lazy(() => import('./forms/ExtensionForm')),
    place: 'menu',
  },
  'rule-extension': {
    icon: <Icon name="scale" />,
    form: lazy(() => import('./forms/ExtensionRulingForm')),
    place: 'bar',
  },
  pause: { icon: <Icon name="clock" />, form: lazy(() => import('./forms/PauseForm')), place: 'menu' },
  resume: { icon: <Icon name="refresh" />, form: lazy(() => import('./forms/ResumeForm')), place: 'bar' },
  'request-exclusion': {
    icon: <Icon name="filter" />,
    form: lazy(() => import('./forms/ExclusionForm')),
    place: 'menu',
  },
  'rule-exclusion': {
    icon: <Icon name="scale" />,
    form: lazy(() => import('./forms/ExclusionRulingForm')),
    place: 'bar',
  },
  'revoke-exclusion': {
    icon: <Icon name="undo" />,
    form: lazy(() => import('./forms/RevokeExclusionForm')),
    place: 'menu',
  },
  withdraw: {
    icon: <Icon name="phone-down" />,
    form: lazy(() => import('./forms/WithdrawForm')),
    place: 'menu',
  },
  decline: { icon: <Icon name="close" />, form: lazy(() => import('./forms/DeclineForm')), place: 'menu' },
  refer: { icon: <Icon name="transfer" />, form: lazy(() => import('./forms/ReferForm')), place: 'menu' },
  'record-referral-reply': {
    icon: <Icon name="mail" />,
    form: lazy(() => import('./forms/ReferralReplyForm')),
    place: 'menu',
  },
  assign: { icon: <Icon name="user" />, form: lazy(() => import('./forms/AssignForm')), place: 'menu' },
};
