import { Icon } from '../parts';
import type { RequestPaths } from './request-endpoints';
import type { Look } from './verbs';

/** The verbs of requests and records: most cost one more thought, so they stand behind the menu. */
export const REQUEST_LOOKS: Record<keyof RequestPaths, Look> = {
  'request-extension': { icon: <Icon name="clock" />, form: null, place: 'in-place' },
  'rule-extension': { icon: <Icon name="scale" />, form: null, place: 'in-place' },
  pause: { icon: <Icon name="clock" />, form: null, place: 'in-place' },
  resume: { icon: <Icon name="refresh" />, form: null, place: 'in-place' },
  'request-exclusion': { icon: <Icon name="filter" />, form: null, place: 'in-place' },
  'rule-exclusion': { icon: <Icon name="scale" />, form: null, place: 'in-place' },
  'revoke-exclusion': { icon: <Icon name="undo" />, form: null, place: 'in-place' },
  withdraw: { icon: <Icon name="phone-down" />, form: null, place: 'in-place' },
  decline: { icon: <Icon name="close" />, form: null, place: 'in-place' },
  refer: { icon: <Icon name="transfer" />, form: null, place: 'in-place' },
  'record-referral-reply': { icon: <Icon name="mail" />, form: null, place: 'in-place' },
  assign: { icon: <Icon name="user" />, form: null, place: 'in-place' },
};
