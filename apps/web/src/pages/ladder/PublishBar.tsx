import { App, Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { ProblemError } from '../../api/client';
import type { LadderView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { dayText, ErrorState } from '../../parts';
import { changedSteps, type Edit, type Level } from './edits';
import { usePreview, usePublishLadder } from './useLadder';

interface Props {
  unitId: string;
  level: Level;
  stored: LadderView['levels'][number];
  /** The newest version of this unit and level, whether or not it is in force yet. */
  theirs: LadderView['versions'][number] | undefined;
  edit: Edit;
  change: (edit: Edit | null) => void;
}

function Conflict({ stored, theirs, edit, change }: Props): ReactElement {
  const t = useTexts('ladder');
  const steps = changedSteps(edit.steps, theirs?.steps ?? stored.steps);
  return (
    <div className="note is-warn ladder-conflict" role="alert">
      <span>
        {t('conflict', { version: stored.newest })}{' '}
        {t('differs', { steps: steps.map((step) => t(`step.${step}`)).join(t('and')) })}
      </span>
      <Button onClick={() => change({ ...edit, basedOn: stored.newest })}>{t('mine')}</Button>
      <Button onClick={() => change(theirs ? { basedOn: stored.newest, steps: theirs.steps } : null)}>
        {t('theirs')}
      </Button>
    </div>
  );
}

/** From which day on; a version somebody published meanwhile is shown before anything is overwritten. */
export function PublishBar(props: Props): ReactElement {
  const t = useTexts('ladder');
  const { unitId, level, stored, edit, change } = props;
  const { message } = App.useApp();
  const today = dayText(Date.now());
  // A day chosen at an earlier visit may have passed.
  const effectiveFrom = edit.from !== undefined && edit.from > today ? edit.from : today;
  const publish = usePublishLadder(unitId);
  const preview = usePreview(unitId, level, edit.steps);
  const faulty = (preview.data?.faults.length ?? 0) > 0;
  const behind = stored.newest !== edit.basedOn;
  const stale = publish.error instanceof ProblemError && publish.error.problem.code === 'stale-version';
  const submit = (): void =>
    publish.mutate(
      { basedOn: edit.basedOn, steps: edit.steps, level, effectiveFrom },
      {
        onSuccess: () => {
          void message.success(t('published', { day: effectiveFrom }));
          change(null);
        },
      },
    );
  return (
    <div className="ladder-publish">
      {behind && <Conflict {...props} />}
      {publish.isError && !stale && <ErrorState small error={publish.error} />}
      <footer>
        <span className="quiet">{t('notUndone')}</span>
        <span className="admin-space" />
        <label>
          {t('effective')}{' '}
          <Input
            type="date"
            min={today}
            value={effectiveFrom}
            onChange={(event) => change({ ...edit, from: event.target.value })}
          />
        </label>
        <Button onClick={() => change(null)}>{t('discard')}</Button>
        <Button type="primary" loading={publish.isPending} disabled={behind || faulty} onClick={submit}>
          {t('publish', { level: t(`levels.${level}`) })}
        </Button>
      </footer>
    </div>
  );
}
