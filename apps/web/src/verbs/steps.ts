import { useMemo } from 'react';
import { registerTexts, useTexts } from '../app/i18n';
import type { TicketRow, TicketState, TicketView } from '../api/contract';
import { momentText } from '../parts';
import type { DifferenceWords } from './differences';

type Words<K extends string> = Record<K, string>;
type NowStep = NonNullable<TicketView['now']>['step'];
type Situation = Pick<TicketRow, 'redo' | 'urgency' | 'state'>;

const zh = {
  state: {
    queued: '待派单',
    unclear: '待人工派单',
    dispatched: '待签收',
    handling: '办理中',
    reported: '待审核',
    'call-back': '待回访',
    grouped: '并单办理中',
    closed: '已办结',
    archived: '已归档',
  } satisfies Words<TicketState>,
  step: {
    dispatch: '派单',
    sign: '签收',
    'contact-worker': '首次联系职工',
    report: '办理并报结',
    'rule-return': '裁定退单申请',
    review: '审核报结',
    'call-back': '回访职工',
    close: '办结',
    'follow-master': '随主件办理',
    'rule-extension': '裁定延期申请',
    'rule-exclusion': '裁定剔除申请',
    'sign-support': '签收协办',
    'report-support': '反馈协办情况',
    'answer-order': '答复督办',
    paused: '挂起：等待第三方，期满自动恢复',
  } satisfies Words<NowStep>,
  redo: '重办：{{step}}',
  urgent: '紧急件，立即{{step}}',
  done: '已办结',
  nobody: '—',
};

const en = {
  state: {
    queued: 'Queued',
    unclear: 'To dispatch by hand',
    dispatched: 'To sign',
    handling: 'Handling',
    reported: 'In review',
    'call-back': 'To call back',
    grouped: 'With its master case',
    closed: 'Closed',
    archived: 'Archived',
  },
  step: {
    dispatch: 'Dispatch',
    sign: 'Sign',
    'contact-worker': 'First contact with the worker',
    report: 'Handle and report',
    'rule-return': 'Rule on the return',
    review: 'Review the report',
    'call-back': 'Call the worker back',
    close: 'Close',
    'follow-master': 'Follows its master case',
    'rule-extension': 'Rule on the extension',
    'rule-exclusion': 'Rule on the exclusion',
    'sign-support': 'Sign for the part',
    'report-support': 'Report the part',
    'answer-order': 'Answer the order',
    paused: 'Paused for a third party; goes on by itself',
  },
  redo: 'Redo: {{step}}',
  urgent: 'Urgent: {{step}} now',
  done: 'Closed',
  nobody: '—',
};

registerTexts('steps', { zh, en });

export interface StepWords extends DifferenceWords {
  state: (ticket: Pick<TicketRow, 'state'>) => string;
  step: (step: NowStep) => string;
  /** What this reader, or the unit everybody waits for, has to do now. */
  now: (ticket: Pick<TicketView, 'now' | 'redo' | 'urgency' | 'state'>) => string;
  /** The one line that says what is expected now. */
  turn: (ticket: Pick<TicketRow, 'turn' | 'redo' | 'urgency' | 'state'>) => string;
}

export function useStepWords(): StepWords {
  const t = useTexts('steps');
  return useMemo(() => {
    const step = (name: NowStep) => t(`step.${name}`);
    const owed = (name: NowStep | undefined, { state, redo, urgency }: Situation) => {
      if (!name) return t(`state.${state}`);
      const hurried = urgency === 'urgent' && ['sign', 'dispatch', 'contact-worker'].includes(name);
      if (hurried) return t('urgent', { step: step(name) });
      return redo && name === 'report' ? t('redo', { step: step(name) }) : step(name);
    };
    return {
      state: (ticket) => t(`state.${ticket.state}`),
      step,
      time: (at) => (at ? momentText(at) : '—'),
      turn: (ticket) => owed(ticket.turn?.expected, ticket),
      now: (ticket) => owed(ticket.now?.step, ticket),
    };
  }, [t]);
}
