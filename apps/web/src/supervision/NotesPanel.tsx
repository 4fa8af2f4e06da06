import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { NoteView } from '../api/contract';
import { useTexts } from '../app/i18n';
import { ErrorState, Skeletons, TimeText } from '../parts';
import { NoteForm } from './NoteForm';
import './supervision.css';
import './texts';
import { useNotes } from './useNotes';

interface NoteProps {
  note: NoteView;
  onCorrect: (note: NoteView) => void;
}

function Note({ note, onCorrect }: NoteProps) {
  const t = useTexts('supervision');
  return (
    <article className={`request internal-note${note.unread ? ' is-unread' : ''}`}>
      <header>
        <strong>{note.by}</strong>
        <span className="quiet">{note.unit.name}</span>
        {note.unread && <span className="tag tag-accent">{t('mentioned')}</span>}
        {note.correctsId && <span className="tag">{t('corrected')}</span>}
        <TimeText at={note.at} />
      </header>
      <p>{note.text}</p>
      <p className="quiet">
        {t(`circle.${note.visible}`)}
        {note.own && (
          <button type="button" className="link-button" onClick={() => onCorrect(note)}>
            {t('correct')}
          </button>
        )}
      </p>
    </article>
  );
}

/** What the units say to each other about a ticket; the worker never reads it. */
export function NotesPanel({ ticketId }: { ticketId: string }) {
  const t = useTexts('supervision');
  const { notes, add, read } = useNotes(ticketId);
  const [correcting, setCorrecting] = useState<NoteView | null>(null);
  const items = notes.data?.pages.flatMap((page) => page.items) ?? [];
  const units = notes.data?.pages[0]?.units ?? [];
  const unread = items.some((note) => note.unread);
  const { mutate: markRead, isIdle } = read;
  useEffect(() => {
    if (unread && isIdle) markRead();
  }, [unread, isIdle, markRead]);
  return (
    <section className="panel" aria-labelledby="notes">
      <h2 id="notes">
        {t('notes')} <small>{t('hidden')}</small>
      </h2>
      {notes.isPending && <Skeletons rows={2} height={40} />}
      {notes.isError && <ErrorState small error={notes.error} onRetry={() => void notes.refetch()} />}
      {notes.data && (
        <>
          <NoteForm
            ticketId={ticketId}
            units={units}
            add={add}
            correcting={correcting}
            onDone={() => setCorrecting(null)}
          />
          {items.length === 0 && <p className="quiet">{t('noNotes')}</p>}
          {items.map((note) => (
            <Note key={note.id} note={note} onCorrect={setCorrecting} />
          ))}
          {notes.hasNextPage && (
            <Button
              block
              type="text"
              loading={notes.isFetchingNextPage}
              onClick={() => void notes.fetchNextPage()}
            >
              {t('more')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
