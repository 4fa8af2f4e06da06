import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../app/i18n';
import { DraftConflict, Kbd, SaveState, sendByKey } from '../parts';
import type { TicketVerb, TicketView } from '../api/contract';

import { FailureNote } from './FailureNote';
import { useKeptForm } from './KeptForm';
import type { Written } from './StaleNote';
import type { Act } from './useAct';

export interface VerbFormProps {
  ticket: TicketView;
  onDone: (ticket: TicketView) => void;
  onCancel?: (() => void) | undefined;
  /** Opens another verb's form beside this one, for example to log the contact that a report must cite. */
  onAlso?: ((verb: TicketVerb) => void) | undefined;
}

interface VerbFrameProps extends VerbFormProps {
  verb: TicketVerb;
  act: Act;
  title: string;
  lead?: ReactNode;
  foot?: ReactNode;
  submit: string;
  danger?: boolean;
  disabled?: boolean;
  /** The one field that takes the height that is left, under the others. */
  grow?: ReactNode;
  mine: Written[];
  onSubmit: () => void;
  children: ReactNode;
}

/** How old the draft behind the form is; text of an earlier visit says so and can be thrown away. */
export function KeptState() {
  const t = useTexts('verbs');
  const kept = useKeptForm();
  if (!kept || kept.status.phase === 'fresh') return null;
  return (
    <span className="verb-aside">
      {kept.restored && (
        <>
          {t('draft.restored')}
          <Button type="link" size="small" onClick={() => void kept.discard()}>
            {t('draft.clear')}
          </Button>
        </>
      )}
      <SaveState status={kept.status} />
    </span>
  );
}

/** The same form open in another tab. */
function KeptConflict() {
  const kept = useKeptForm();
  return kept && <DraftConflict {...kept} />;
}

/** What every verb's form shares: title, state of saving, refusals in place, one filled button, ⌘↵. */
export function VerbFrame(props: VerbFrameProps) {
  const t = useTexts('verbs');
  const { act, verb, mine, onDone } = props;
  return (
    <form
      className="verb-form"
      noValidate
      aria-label={props.title}
      // In the capture phase: an open or focused Select would otherwise keep the key for itself.
      onKeyDownCapture={(event) => sendByKey(event, () => !act.pending && props.onSubmit())}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <div className="verb-head">
        <h2>{props.title}</h2>
        {props.lead !== undefined && <span className="verb-lead">{props.lead}</span>}
        <KeptState />
      </div>
      <KeptConflict />
      <div className="verb-fields">{props.children}</div>
      {props.grow !== undefined && <div className="verb-grow">{props.grow}</div>}
      <FailureNote act={act} verb={verb} mine={mine} onDone={onDone} />
      <footer className="verb-foot">
        <span className="verb-foot-words">{props.foot}</span>
        {props.onCancel && <Button onClick={props.onCancel}>{t('cancel')}</Button>}
        <Button
          type="primary"
          htmlType="submit"
          danger={props.danger ?? false}
          loading={act.pending}
          disabled={props.disabled ?? false}
        >
          {props.submit}
          <Kbd keys="mod+enter" />
        </Button>
      </footer>
    </form>
  );
}
