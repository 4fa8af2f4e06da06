import { App } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { TicketVerb, TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { ownVersion, useAct, VERBS, type ActOf } from '../../verbs';

/** The form that the step the server expects leads to; signing, recalling and filing have none. */
const FORM_OF: Partial<Record<NonNullable<TicketView['now']>['step'], TicketVerb>> = {
  dispatch: 'dispatch',
  'contact-worker': 'log-worker-contact',
  report: 'report',
  'rule-return': 'rule-return',
  review: 'review',
  'call-back': 'record-call-back',
  close: 'close',
  'rule-extension': 'rule-extension',
  'rule-exclusion': 'rule-exclusion',
  'report-support': 'report-support',
  'answer-order': 'answer-order',
};

function expectedForm(ticket: TicketView): TicketVerb | null {
  const verb = ticket.now?.mine ? FORM_OF[ticket.now.step] : undefined;
  return verb && ticket.verbs.includes(verb) ? verb : null;
}

export interface VerbChoice {
  chosen: TicketVerb | null;
  also: TicketVerb | null; // a second form above the first, whose words stay
  pending: TicketVerb | null;
  mayCancel: boolean; // the form the ticket waits for stays open
  immediate: {
    sign: ActOf<'sign'>;
    recall: ActOf<'recall'>;
    archive: ActOf<'archive'>;
    signPart: ActOf<'sign-support'>;
  };
  choose: (verb: TicketVerb) => void;
  openAlso: (verb: TicketVerb) => void;
  done: () => void;
  closeAlso: () => void;
}

/** Which form is open. A form that is open stays open, whatever a live patch does to the ticket behind it. */
export function useVerbChoice(ticket: TicketView): VerbChoice {
  const t = useTexts('verbs');
  const { message } = App.useApp();
  const [search, setSearch] = useSearchParams();
  const { state } = useLocation() as { state: unknown };
  const wanted = search.get('do') as TicketVerb | null;
  const start = wanted && ticket.verbs.includes(wanted) && VERBS[wanted].form ? wanted : expectedForm(ticket);
  const [chosen, setChosen] = useState<TicketVerb | null>(start);
  const [also, setAlso] = useState<TicketVerb | null>(null);
  const sign = useAct(ticket, 'sign');
  const recall = useAct(ticket, 'recall');
  const archive = useAct(ticket, 'archive');
  const signPart = useAct(ticket, 'sign-support');
  // The page is drawn with a step's answer a moment after the form has closed; the ticket it still shows asks for that
  // step once more, and its form must not open again, empty.
  const behind = ticket.version < ownVersion(ticket.id);
  const expected = behind ? null : expectedForm(ticket);
  useEffect(() => {
    if (chosen === null && expected !== null) setChosen(expected);
  }, [chosen, expected]);
  // A link on the page may ask for a form by its address.
  const allowed = wanted !== null && ticket.verbs.includes(wanted) && VERBS[wanted].form !== null;
  useEffect(() => {
    if (allowed) setChosen(wanted);
  }, [allowed, wanted]);

  // The open form stands in the address: a reload opens it again, and its draft fills it.
  const show = (verb: TicketVerb | null) => {
    setChosen(verb);
    if (search.get('do') === verb) return;
    const next = new URLSearchParams(search);
    if (verb === null) next.delete('do');
    else next.set('do', verb);
    setSearch(next, { replace: true, preventScrollReset: true, state });
  };
  const choose = (verb: TicketVerb) => {
    if (verb === 'sign') void sign.run({}).then((answer) => answer && message.success(t('done.sign')));
    else if (verb === 'recall')
      void recall.run({}).then((answer) => answer && message.success(t('done.recall')));
    else if (verb === 'archive')
      void archive.run({}).then((answer) => answer && message.success(t('done.archive')));
    else if (verb === 'sign-support') {
      const part = ticket.together.supports.find((one) => one.verbs.includes('sign-support'));
      void signPart.run({}, part?.id).then((answer) => answer && message.success(t('done.sign-support')));
    } else show(verb);
  };
  return {
    chosen,
    also,
    pending: sign.pending ? 'sign' : recall.pending ? 'recall' : null,
    mayCancel: chosen !== expected,
    immediate: { sign, recall, archive, signPart },
    choose,
    openAlso: setAlso,
    done: () => show(null),
    closeAlso: () => setAlso(null),
  };
}
