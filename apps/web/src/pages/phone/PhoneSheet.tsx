import { Suspense, useState } from 'react';
import type { TicketVerb, TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { Icon, Sheet, Skeletons } from '../../parts';
import { KeptForm, VERBS } from '../../verbs';

export type Sheet = TicketVerb | 'help' | null;

interface PhoneSheetProps {
  ticket: TicketView;
  sheet: Sheet;
  onSheet: (sheet: Sheet) => void;
}

function HelpList({ ticket, onSheet }: Omit<PhoneSheetProps, 'sheet'>) {
  const t = useTexts('phone');
  const { language } = useSettings();
  const verbs = ticket.verbs.filter((verb) => VERBS[verb].form !== null && verb !== 'report');
  return (
    <>
      <p className="help-note">{verbs.length > 0 ? t('helpNote') : t('helpNone')}</p>
      <ul className="help-list">
        {verbs.map((verb) => (
          <li key={verb}>
            <button type="button" onClick={() => onSheet(verb)}>
              {VERBS[verb].icon}
              <span>
                <strong>{VERBS[verb].label[language]}</strong>
                <small>{t(`helpHint.${verb}`)}</small>
              </span>
              <Icon name="chevron-right" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A form or the list of requests, over the ticket; closing it keeps what was typed. */
export function PhoneSheet({ ticket, sheet, onSheet }: PhoneSheetProps) {
  const t = useTexts('phone');
  const { language } = useSettings();
  const [kept, setKept] = useState<TicketVerb | null>(null);
  const verb = sheet === null || sheet === 'help' ? kept : sheet;
  if (sheet !== null && sheet !== 'help' && sheet !== kept) setKept(sheet);
  const Form = verb ? VERBS[verb].form : null;
  const title = sheet === 'help' || !verb ? t('helpTitle') : VERBS[verb].label[language];
  const done = () => {
    setKept(null);
    onSheet(null);
  };
  return (
    <Sheet
      open={sheet !== null}
      placement="bottom"
      size={sheet === 'help' ? 420 : '88%'}
      title={title}
      onClose={() => onSheet(null)}
      rootClassName="phone-sheet"
    >
      {sheet === 'help' && <HelpList ticket={ticket} onSheet={onSheet} />}
      {Form && verb && (
        <div hidden={sheet === 'help'}>
          <Suspense fallback={<Skeletons rows={4} height={48} />}>
            <KeptForm key={verb} verb={verb} subjectId={ticket.id}>
              {(gone) => (
                <Form
                  ticket={ticket}
                  onDone={() => {
                    gone();
                    done();
                  }}
                  onAlso={onSheet}
                />
              )}
            </KeptForm>
          </Suspense>
        </div>
      )}
    </Sheet>
  );
}
