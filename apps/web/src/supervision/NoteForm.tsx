import { Button, Mentions, Select } from 'antd';
import { useRef, useState } from 'react';
import { ProblemError } from '../api/client';
import type { NoteView, UnitBrief } from '../api/contract';
import { mark, useTexts } from '../app/i18n';
import { SaveState, sendByKey, useServerDraft } from '../parts';
import type { NoteInput, useNotes } from './useNotes';

const ROLES = ['handler', 'supervisor', 'dispatcher', 'agent', 'any'] as const;
const CIRCLES = ['unit', 'chain', 'all'] as const;

interface NoteFormProps {
  ticketId: string;
  units: readonly UnitBrief[];
  add: ReturnType<typeof useNotes>['add'];
  correcting: NoteView | null;
  onDone: () => void;
}

/** Words, who reads them, whom they mention; kept on the server while they are typed. */
export function NoteForm({ ticketId, units, add, correcting, onDone }: NoteFormProps) {
  const t = useTexts('supervision');
  const [round, setRound] = useState(0);
  const done = () => {
    setRound((old) => old + 1);
    onDone();
  };
  return (
    <>
      {correcting && (
        <p className="note is-warn">
          {t('correcting')}
          {mark('colon')}
          {correcting.text}
        </p>
      )}
      <Draft key={round} {...{ ticketId, units, add, correcting }} onDone={done} />
    </>
  );
}

function Draft({ ticketId, units, add, correcting, onDone }: NoteFormProps) {
  const t = useTexts('supervision');
  const draft = useServerDraft('note', ticketId, { text: '', visible: 'all' as NoteInput['visible'] });
  const { text, visible } = draft.body;
  const named = units.flatMap((unit) =>
    ROLES.map((role) => ({ unit, role, name: `${unit.name}/${t(`role.${role}`)}` })),
  );
  const mentions = named
    .filter(({ name }) => text.includes(`@${name}`))
    .map(({ unit, role }) => ({ unitId: unit.id, role }));
  const sent = useRef(false); // the words stay until their draft is gone: they go out once
  const send = (maskNumbers: boolean) => {
    if (text.trim() === '' || sent.current) return;
    sent.current = true;
    const correction = correcting ? { correctsId: correcting.id } : {};
    add.mutate(
      { text: text.trim(), visible, mentions, maskNumbers, ...correction },
      {
        onSuccess: () => void draft.discard().then(onDone),
        onError: () => {
          sent.current = false;
        },
      },
    );
  };
  const problem = add.error instanceof ProblemError ? add.error.problem : null;
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
      onKeyDown={(event) => sendByKey(event, () => send(false))}
    >
      <Mentions
        aria-label={t('write')}
        placeholder={t('write')}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={text}
        disabled={!draft.ready}
        onChange={(value) => draft.setBody({ text: value })}
        options={named.map(({ name }) => ({ value: name, label: name }))}
      />
      {problem && (
        <p className="note is-bad" role="alert">
          <span>{problem.code === 'personal-in-text' ? t('maskNote') : problem.detail}</span>
          {problem.code === 'personal-in-text' && (
            <Button size="small" onClick={() => send(true)}>
              {t('maskDo')}
            </Button>
          )}
        </p>
      )}
      <footer>
        <Select
          aria-label={t('circle')}
          value={visible}
          onChange={(value) => draft.setBody({ visible: value })}
          options={CIRCLES.map((circle) => ({ value: circle, label: t(`circle.${circle}`) }))}
        />
        {draft.status.phase !== 'fresh' && <SaveState status={draft.status} />}
        {correcting && <Button onClick={onDone}>{t('cancel')}</Button>}
        <Button htmlType="submit" type="primary" loading={add.isPending} disabled={text.trim() === ''}>
          {t('save')}
        </Button>
      </footer>
    </form>
  );
}
