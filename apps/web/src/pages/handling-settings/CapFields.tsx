import { App, Button, InputNumber } from 'antd';
import { useState, type ReactElement } from 'react';
import { ProblemError } from '../../api/client';
import type { HandlingSettings } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { DraftConflict, ErrorState, ReasonFoot, SaveState, Skeletons } from '../../parts';
import { CAPS, type Cap, type Caps, capsOf, changedCaps } from './caps';
import { useCapsDraft, useChangeSettings } from './useSettings';

interface Props {
  settings: HandlingSettings;
}

interface RowProps {
  cap: Cap;
  value: number;
  was: number | null;
  error: string | undefined;
  change: ((value: number) => void) | null;
}

function CapRow({ cap, value, was, error, change }: RowProps): ReactElement {
  const t = useTexts('rules');
  return (
    <li className="cap-row">
      <label htmlFor={`cap-${cap}`}>
        <strong>{t(`fields.${cap}`)}</strong>
        <span className="quiet">{t(`hints.${cap}`)}</span>
      </label>
      <span className="cap-value">
        {was !== null && <s className="quiet number">{was}</s>}
        {change ? (
          <InputNumber
            id={`cap-${cap}`}
            controls={false}
            {...(error ? { status: 'error' as const } : {})}
            value={value}
            onChange={(typed) => typed !== null && change(typed)}
          />
        ) : (
          <b id={`cap-${cap}`} className="number">
            {value}
          </b>
        )}
        <span className="cap-unit">{t(`units.${cap}`, { count: value })}</span>
      </span>
      {error && (
        <p className="row-problem" role="alert">
          {error}
        </p>
      )}
    </li>
  );
}

/** The caps, changed in place and published as a version with its ground; the version seen must still be the newest. */
export function CapFields({ settings }: Props): ReactElement {
  const t = useTexts('rules');
  const { message } = App.useApp();
  const draft = useCapsDraft();
  const { edited, reason } = draft.body;
  const [tried, setTried] = useState(false);
  const save = useChangeSettings();
  const { caps, basedOn } = edited ?? { caps: capsOf(settings), basedOn: settings.version };
  const changed = changedCaps(caps, settings);
  const behind = edited !== null && basedOn !== settings.version;
  const problem = save.error instanceof ProblemError ? save.error.problem : null;
  const errorAt = (field: string): string | undefined =>
    problem?.errors?.find((one) => one.field === field)?.detail ??
    (problem?.field === field ? problem.detail : undefined);
  const clear = (): void => {
    void draft.discard();
    setTried(false);
    save.reset();
  };
  const change = (next: Caps): void => {
    // Back to what is in force, with no word of a ground: nothing is left to keep.
    if (changedCaps(next, settings).length === 0 && !behind && reason === '') clear();
    else draft.setBody({ edited: { basedOn, caps: next } });
  };
  const submit = (): void => {
    setTried(true);
    if (reason.trim().length < 2) return;
    save.mutate(
      { ...caps, version: basedOn, reason: reason.trim() },
      {
        onSuccess: ({ version }) => {
          clear();
          void message.success(t('saved', { version }));
        },
      },
    );
  };
  const named = CAPS.some((cap) => errorAt(cap)) || errorAt('reason') !== undefined;
  if (!draft.ready) return <Skeletons rows={3} height={56} />;
  return (
    <form
      className="caps"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {draft.status.phase !== 'fresh' && <SaveState status={draft.status} />}
      <DraftConflict {...draft} />
      {behind && (
        <div className="note is-warn cap-conflict" role="alert">
          <span>{t('conflict', { by: settings.by ?? '', version: settings.version })}</span>
          <Button onClick={() => draft.setBody({ edited: { caps, basedOn: settings.version } })}>
            {t('mine')}
          </Button>
          <Button onClick={clear}>{t('theirs')}</Button>
        </div>
      )}
      <ul>
        {CAPS.map((cap) => (
          <CapRow
            key={cap}
            cap={cap}
            value={caps[cap]}
            was={changed.includes(cap) ? settings[cap] : null}
            error={errorAt(cap)}
            change={settings.editable ? (value) => change({ ...caps, [cap]: Math.trunc(value) }) : null}
          />
        ))}
      </ul>
      {(changed.length > 0 || behind) && (
        <ReasonFoot
          id="cap-reason"
          label={t('reason')}
          hint={t('reasonHint')}
          reason={reason}
          change={(text) => draft.setBody({ reason: text })}
          problem={tried && reason.trim().length < 2 ? t('reasonRule') : undefined}
          discard={{ label: t('discard'), perform: clear }}
          save={{ label: t('save'), busy: save.isPending, disabled: behind }}
        />
      )}
      {save.isError && !named && problem?.code !== 'stale-version' && <ErrorState small error={save.error} />}
    </form>
  );
}
