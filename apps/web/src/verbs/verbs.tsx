import { lazy, type ComponentType, type ReactNode } from 'react';
import type { TicketVerb } from '../api/contract';
import { registerTexts } from '../app/i18n';
import { Icon } from '../parts';
import { VERB_NAMES } from './names';
import { REQUEST_LOOKS } from './request-looks';
import { Shape } from './Shape';
import { texts } from './texts';
import type { VerbFormProps } from './VerbFrame';
import './verbs.css';

registerTexts('verbs', texts);

export interface Verb {
  verb: TicketVerb;
  label: { zh: string; en: string };
  icon: ReactNode;
  /** The letter on the keyboard, or null for a verb that is reached from the menu or in place only. */
  key: string | null;
  /** Null: the verb asks nothing and acts at once, or asks in place (an identity is revealed where it stands). */
  form: ComponentType<VerbFormProps> | null;
  /** In the bar, or behind the menu because it should cost one more thought. */
  place: 'bar' | 'menu' | 'in-place';
}

export type Look = Pick<Verb, 'icon' | 'form' | 'place'>;

const LOOKS: Record<TicketVerb, Look> = {
  ...REQUEST_LOOKS,
  dispatch: { icon: <Icon name="send" />, form: lazy(() => import('./forms/DispatchForm')), place: 'bar' },
  recall: { icon: <Icon name="undo" />, form: null, place: 'bar' },
  sign: { icon: <Icon name="check" />, form: null, place: 'bar' },
  'log-worker-contact': {
    icon: <Icon name="phone" />,
    form: lazy(() => import('./forms/LogContactForm')),
    place: 'bar',
  },
  'pass-down': {
    icon: <Shape name="down" />,
    form: lazy(() => import('./forms/PassDownForm')),
    place: 'bar',
  },
  'request-return': {
    icon: <Icon name="phone-back" />,
    form: lazy(() => import('./forms/ReturnForm')),
    place: 'menu',
  },
  'rule-return': {
    icon: <Icon name="scale" />,
    form: lazy(() => import('./forms/RulingForm')),
    place: 'bar',
  },
  report: { icon: <Shape name="pencil" />, form: lazy(() => import('./forms/ReportForm')), place: 'bar' },
  review: { icon: <Icon name="flag" />, form: lazy(() => import('./forms/ReviewForm')), place: 'bar' },
  'record-call-back': {
    icon: <Icon name="phone" />,
    form: lazy(() => import('./forms/CallBackForm')),
    place: 'bar',
  },
  close: { icon: <Icon name="lock" />, form: lazy(() => import('./forms/CloseForm')), place: 'bar' },
  'link-to-group': {
    icon: <Icon name="copy" />,
    form: lazy(() => import('./forms/LinkForm')),
    place: 'menu',
  },
  'unlink-from-group': {
    icon: <Icon name="undo" />,
    form: lazy(() => import('./forms/UnlinkForm')),
    place: 'bar',
  },
  'check-quality': {
    icon: <Icon name="check" />,
    form: lazy(() => import('./forms/QualityForm')),
    place: 'menu',
  },
  archive: { icon: <Icon name="lock" />, form: null, place: 'menu' },
  // The panels of the side column do these; see LegalPanel and PetitionPanel.
  'save-legal-facts': { icon: <Icon name="scale" />, form: null, place: 'in-place' },
  'mark-as-petition': { icon: <Icon name="mail" />, form: null, place: 'in-place' },
  'record-petition-stage': { icon: <Icon name="mail" />, form: null, place: 'in-place' },
  // What is done with one part among several is done where the part stands: see PartsPanel.
  'ask-support': {
    icon: <Icon name="plus" />,
    form: lazy(() => import('./forms/AskSupportForm')),
    place: 'bar',
  },
  'sign-support': { icon: <Icon name="check" />, form: null, place: 'bar' },
  'pass-support': { icon: <Shape name="down" />, form: null, place: 'in-place' },
  'contact-for-support': { icon: <Icon name="phone" />, form: null, place: 'in-place' },
  'report-support': {
    icon: <Shape name="pencil" />,
    form: lazy(() => import('./forms/ReportPartForm')),
    place: 'bar',
  },
  'decline-support': { icon: <Icon name="undo" />, form: null, place: 'in-place' },
  'insist-support': { icon: <Icon name="flag" />, form: null, place: 'in-place' },
  'withdraw-support': { icon: <Icon name="undo" />, form: null, place: 'in-place' },
  'waive-support': { icon: <Icon name="scale" />, form: null, place: 'in-place' },
  urge: { icon: <Icon name="bell" />, form: lazy(() => import('./forms/UrgeForm')), place: 'bar' },
  supervise: { icon: <Icon name="flag" />, form: lazy(() => import('./forms/SuperviseForm')), place: 'bar' },
  raise: { icon: <Shape name="up" />, form: lazy(() => import('./forms/RaiseForm')), place: 'menu' },
  'answer-order': {
    icon: <Icon name="mail" />,
    form: lazy(() => import('./forms/AnswerOrderForm')),
    place: 'bar',
  },
  'end-order': {
    icon: <Icon name="check" />,
    form: lazy(() => import('./forms/EndOrderForm')),
    place: 'menu',
  },
  'take-over-ladder': {
    icon: <Icon name="user" />,
    form: lazy(() => import('./forms/TakeOverForm')),
    place: 'menu',
  },
  'confirm-receipt': { icon: <Icon name="eye" />, form: null, place: 'in-place' },
  'record-transfer': {
    icon: <Icon name="transfer" />,
    form: lazy(() => import('./forms/TransferForm')),
    place: 'menu',
  },
  'record-consent': {
    icon: <Icon name="eye" />,
    form: lazy(() => import('./forms/ConsentForm')),
    place: 'menu',
  },
  recuse: { icon: <Icon name="lock" />, form: lazy(() => import('./forms/RecuseForm')), place: 'menu' },
  'reveal-identity': { icon: <Icon name="eye" />, form: null, place: 'in-place' },
};

const ALL = Object.keys(VERB_NAMES) as TicketVerb[];

/** Every verb a person may be allowed: one object each. Whether it is allowed now, only the server says. */
export const VERBS = Object.fromEntries(
  ALL.map((verb) => {
    const { zh, en, key } = VERB_NAMES[verb];
    return [verb, { verb, label: { zh, en }, key, ...LOOKS[verb] }];
  }),
) as Record<TicketVerb, Verb>;

/** The order of the bar: the verb that the ticket waits for stands last, filled; those that send it elsewhere first. */
export const BAR_ORDER: readonly TicketVerb[] = [
  'rule-extension',
  'rule-exclusion',
  'resume',
  'unlink-from-group',
  'urge',
  'supervise',
  'answer-order',
  'pass-down',
  'ask-support',
  'log-worker-contact',
  'recall',
  'dispatch',
  'close',
  'record-call-back',
  'rule-return',
  'review',
  'report-support',
  'sign-support',
  'report',
  'sign',
];
