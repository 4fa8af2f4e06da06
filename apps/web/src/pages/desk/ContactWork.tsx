import type { ReactElement } from 'react';
import type { PlaceView } from '../../api/contract';
import { useIsTight } from '../../app/ground';
import { useTexts } from '../../app/i18n';
import { ActionBar } from './ActionBar';
import { AnswerLine } from './AnswerLine';
import { ContactFields } from './ContactFields';
import type { ContactForm } from './contact-form';
import type { DeskContact } from './desk-store';
import { DraftConflict } from './DraftConflict';
import { RoutingStrip } from './RoutingStrip';
import { TextBox } from './TextBox';
import { TitleRow } from './TitleRow';
import { UrgentPath } from './UrgentPath';
import type { DeskActs } from './useDeskCommands';

interface Props {
  contact: DeskContact;
  fill: (change: Partial<ContactForm>) => void;
  candidates: PlaceView[];
  offline: boolean;
  answering: boolean;
  stopAnswering: () => void;
  acts: DeskActs;
}

/** The form of the open contact: title, six rows, the text, where it goes, and the two ends. */
export function ContactWork({
  contact,
  fill,
  candidates,
  offline,
  answering,
  stopAnswering,
  acts,
}: Props): ReactElement {
  const t = useTexts('desk');
  const tight = useIsTight();
  return (
    <section className="work" id="desk-form" role="tabpanel" aria-labelledby={`tab-${contact.id}`}>
      <div className="work-scroll" data-region>
        <TitleRow contact={contact} fill={fill} openCaller={tight ? acts.togglePanel : null} />
        {contact.status.phase === 'conflict' && <DraftConflict contact={contact} />}
        <ContactFields
          form={contact.form}
          problems={contact.problems}
          fill={fill}
          chooseKind={(kind) => fill({ kind })}
          candidates={candidates}
        />
        <TextBox contact={contact} fill={fill} />
        {answering ? (
          <AnswerLine
            value={contact.form.answer}
            change={(answer) => fill({ answer })}
            back={stopAnswering}
          />
        ) : (
          <RoutingStrip form={contact.form} fill={fill} />
        )}
      </div>
      <UrgentPath form={contact.form} problems={contact.problems} fill={fill} />
      <ActionBar
        contact={contact}
        blocked={offline ? t('offline') : null}
        urgent={acts.urgent}
        keep={acts.keep}
        close={acts.close}
        dispatch={acts.dispatch}
      />
    </section>
  );
}
