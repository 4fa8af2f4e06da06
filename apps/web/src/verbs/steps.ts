import { useMemo } from 'react';
import { registerTexts, useTexts } from '../app/i18n';
import type { ExpectedStep, TicketRow, TicketState } from '../api/contract';
import { momentText } from '../parts';
import type { DifferenceWords } from './differences';

type Words<K extends string> = Record<K, string>;

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
  } satisfies Words<ExpectedStep>,
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
  },
  redo: 'Redo: {{step}}',
  urgent: 'Urgent: {{step}} now',
  done: 'Closed',
  nobody: '—',
};

registerTexts('steps', { zh, en });

export interface StepWords extends DifferenceWords {
  state: (ticket: Pick<TicketRow, 'state'>) => string;
  step: (step: ExpectedStep) => string;
  /** The one line that says what is expected now. */
  turn: (ticket: Pick<TicketRow, 'turn' | 'redo' | 'urgency' | 'state'>) => string;
}

export function useStepWords(): StepWords {
  const t = useTexts('steps');
  return useMemo(() => {
    const step = (name: ExpectedStep) => t(`step.${name}`);
    return {
      state: (ticket) => t(`state.${ticket.state}`),
      step,
      time: (at) => (at ? momentText(at) : '—'),
      turn: (ticket) => {
        if (!ticket.turn) return t(`state.${ticket.state}`);
        const words = step(ticket.turn.expected);
        const urgent =
          ticket.urgency === 'urgent' &&
          ['sign', 'dispatch', 'contact-worker'].includes(ticket.turn.expected);
        if (urgent) return t('urgent', { step: words });
        return ticket.redo && ticket.turn.expected === 'report' ? t('redo', { step: words }) : words;
      },
    };
  }, [t]);
}
