import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTerm } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { AttachmentBar } from './AttachmentBar';
import type { DeskContact } from './desk-store';
import { hintsFor } from './hints';
import { HintBar } from './HintBar';
import { useAttachments } from './useAttachments';

interface Props {
  contact: DeskContact;
  fill: (change: { text: string }) => void;
}

/** The caller's words, what they still lack, and files. `Tab` inserts the open questions once, `Esc` gives it back. */
export function TextBox({ contact, fill }: Props): ReactElement {
  const t = useTexts('desk');
  const term = useTerm();
  const { form, problems } = contact;
  const { language } = useSettings();
  const box = useRef<HTMLTextAreaElement>(null);
  const [left, setLeft] = useState(''); // the field whose questions were inserted or waved away
  const files = useAttachments(contact.id);
  const hints = hintsFor(form.field, form.text, language);
  const lacking = hints.filter((hint) => !hint.present);
  const armed = lacking.length > 0 && left !== form.field;
  const insert = (): void => {
    const caret = box.current?.selectionStart ?? form.text.length;
    const before = form.text.slice(0, caret);
    const lines = lacking.map((hint) => hint.question).join('\n');
    const start = before === '' || before.endsWith('\n') ? before : `${before}\n`;
    fill({ text: `${start}${lines}${form.text.slice(caret)}` });
    setLeft(form.field ?? '');
    const end = start.length + (lines.split('\n', 1)[0]?.length ?? 0);
    requestAnimationFrame(() => box.current?.setSelectionRange(end, end));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !armed || event.shiftKey) return;
    if (event.key === 'Escape') setLeft(form.field ?? '');
    if (event.key !== 'Tab') return;
    event.preventDefault();
    insert();
  };
  return (
    <div className="row row-text" data-field="text">
      <label className="row-label" htmlFor="desk-text">
        {t('label.text')}
        <span className="star" aria-label={t('required')}>
          *
        </span>
      </label>
      <div
        className={`text-box${problems['text'] ? ' text-wrong' : ''}`}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          files.add(event.dataTransfer.files);
        }}
      >
        <textarea
          id="desk-text"
          ref={box}
          value={form.text}
          readOnly={contact.sending}
          maxLength={16_000}
          placeholder={t('textHint')}
          aria-describedby="desk-hints"
          onKeyDown={press}
          onPaste={(event) => event.clipboardData.files.length > 0 && files.add(event.clipboardData.files)}
          onChange={(event) => fill({ text: event.target.value })}
        />
        {problems['text'] && (
          <p className="row-problem text-problem" role="alert">
            {problems['text']}
          </p>
        )}
        <div className="text-foot">
          <HintBar hints={hints} field={term('fields', form.field)} armed={armed} insert={insert} />
          <AttachmentBar attachments={form.attachments} {...files} />
        </div>
      </div>
    </div>
  );
}
