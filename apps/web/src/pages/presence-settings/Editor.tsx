import { App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { ProblemError } from '../../api/client';
import type { PresenceRules, PresenceSettings } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { DraftConflict, ErrorState, ReasonFoot, SaveState, Skeletons } from '../../parts';
import { BreakFields } from './BreakFields';
import { Effect } from './Effect';
import { begin, isChanged } from './form';
import { History } from './History';
import { TimeFields } from './TimeFields';
import { faultAt, useChange, usePreview, useSettingsDraft } from './useSettings';

/** The rules of one unit, changed in place and published as a version with its reason. */
export function Editor({ settings }: { settings: PresenceSettings }): ReactElement {
  const t = useTexts('presenceSettings');
  const { message } = App.useApp();
  const { unit, own, above, held, editable, version, history } = settings;
  const draft = useSettingsDraft(unit.id);
  const save = useChange(unit.id);
  const [tried, setTried] = useState(false);
  const { because } = draft.body;
  const edited = editable ? draft.body.edited : null;
  const preview = usePreview(unit.id, edited);
  const behind = edited !== null && edited.basedOn !== version;
  const rules = edited && !edited.back ? edited.rules : edited ? (above ?? held).settings : held.settings;
  const open = editable && !edited?.back && (own || edited !== null);
  const clear = (): void => {
    void draft.discard();
    setTried(false);
    save.reset();
  };
  const put = (part: Partial<PresenceRules>): void => {
    const from = edited ?? begin(settings);
    const next = { ...from, rules: { ...from.rules, ...part } };
    // Back to what is in force, with no word of a reason: nothing is left to keep.
    if (own && !behind && because === '' && !isChanged(next, settings)) clear();
    else draft.setBody({ edited: next });
  };
  const submit = (): void => {
    setTried(true);
    if (!edited || because.trim().length < 2) return;
    save.mutate(
      { edited, because: because.trim() },
      {
        onSuccess: (after) => {
          clear();
          void message.success(t('saved', { unit: after.unit.name, version: after.version }));
        },
      },
    );
  };
  const fault = save.error ?? preview.error;
  const problem = save.error instanceof ProblemError ? save.error.problem : null;
  const named =
    problem?.field?.startsWith('settings.') ??
    problem?.errors?.some((one) => one.field.startsWith('settings.'));
  if (!draft.ready) return <Skeletons rows={6} height={56} />;
  return (
    <div className="rule-columns">
      <form
        className="rule-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {draft.status.phase !== 'fresh' && <SaveState status={draft.status} />}
        <DraftConflict {...draft} />
        {behind && (
          <div className="note is-warn rule-conflict" role="alert">
            <span>{t('conflict', { by: history[0]?.by ?? '', version })}</span>
            <Button onClick={() => draft.setBody({ edited: { ...edited, basedOn: version } })}>
              {t('mine')}
            </Button>
            <Button onClick={clear}>{t('theirs')}</Button>
          </div>
        )}
        {edited?.back && above && (
          <p className="note is-warn">{t('givingBack', { unit: above.unit.name })}</p>
        )}
        <TimeFields settings={settings} rules={rules} error={fault} change={open ? put : null} />
        <BreakFields
          rows={rules.breaks}
          known={new Set(held.settings.breaks.map(({ reason }) => reason))}
          error={fault}
          change={open ? (breaks) => put({ breaks }) : null}
        />
        {editable && !edited && (
          <p className="rule-begin">
            {!own && (
              <Button type="primary" onClick={() => draft.setBody({ edited: begin(settings) })}>
                {t('makeOwn')}
              </Button>
            )}
            {own && above && (
              <Button onClick={() => draft.setBody({ edited: { ...begin(settings), back: true } })}>
                {t('giveBack')}
              </Button>
            )}
          </p>
        )}
        {edited && (
          <ReasonFoot
            docked
            id="rule-because"
            label={t('because')}
            hint={t('becauseHint')}
            reason={because}
            change={(text) => draft.setBody({ because: text })}
            problem={
              tried && because.trim().length < 2
                ? (faultAt(save.error, 'because') ?? t('becauseRule'))
                : undefined
            }
            discard={{ label: t('discard'), perform: clear }}
            save={{ label: t('save'), busy: save.isPending, disabled: behind }}
          />
        )}
        {save.isError && !named && problem?.code !== 'stale-version' && (
          <ErrorState small error={save.error} />
        )}
      </form>
      <Effect settings={settings} edited={edited} preview={preview} />
      <History versions={history} />
    </div>
  );
}
