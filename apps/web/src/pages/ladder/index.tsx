import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../../api/session';
import type { LadderView } from '../../api/contract';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { DraftConflict, ErrorState, SaveState, Skeletons, UnitPicker } from '../../parts';
import '../units/admin.css';
import { changedSteps, type Edit, inOrder, type Level, LEVELS } from './edits';
import { History } from './History';
import '../../verbs/verbs.css';
import './ladder.css';
import { LadderTable } from './LadderTable';
import { PublishBar } from './PublishBar';
import { texts } from './texts';
import { useLadder, useLadderEdits } from './useLadder';

registerTexts('ladder', texts);

interface LevelProps {
  ladder: LadderView;
  level: Level;
  edit: Edit | undefined;
  change: (edit: Edit | null) => void;
}

/** One level: what is in force or being changed, and its versions. */
function LevelPanel({ ladder, level, edit, change }: LevelProps): ReactElement | null {
  const t = useTexts('ladder');
  const stored = ladder.levels.find((one) => one.level === level);
  if (!stored) return null;
  const { version, unit, effectiveFrom } = stored;
  const shown = edit ?? { basedOn: stored.newest, steps: inOrder(stored.steps) };
  const theirs = ladder.versions.find(
    (one) => one.level === level && one.unit.id === ladder.unit.id && one.version === stored.newest,
  );
  const put = (next: Edit | null): void => {
    const same = next !== null && next.basedOn === stored.newest;
    change(same && changedSteps(next.steps, stored.steps).length === 0 ? null : next);
  };
  return (
    <div className="padded">
      <p className="ladder-standing">
        <strong>{t(`levels.${level}`)}</strong>{' '}
        <span className="quiet">
          {unit && version && effectiveFrom
            ? t('inForce', { unit: unit.name, version, day: effectiveFrom })
            : t('shipped')}
        </span>
      </p>
      <LadderTable
        unitId={ladder.unit.id}
        level={level}
        stored={stored.steps}
        edit={shown}
        change={ladder.editable ? put : null}
      />
      {edit && (
        <PublishBar
          unitId={ladder.unit.id}
          level={level}
          stored={stored}
          theirs={theirs}
          edit={edit}
          change={put}
        />
      )}
      <History ladder={ladder} level={level} />
    </div>
  );
}

/** 自动催督: what happens by itself while nobody acts, level by level; dated versions of the national and provincial unions. */
export default function LadderPage(): ReactElement {
  const t = useTexts('ladder');
  const { memberships } = useSession();
  const [search, setSearch] = useSearchParams();
  const { edits, change, draft } = useLadderEdits();
  const unitId = search.get('unit') ?? memberships[0]?.unit.id ?? '';
  const level = LEVELS.find((one) => one === search.get('level')) ?? 'county';
  const ladder = useLadder(unitId);
  const put = (name: string, value: string | null): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const keyOf = (one: Level): string => `${unitId} ${one}`;
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <div className="admin-tools filter-tools">
        <Segmented
          aria-label={t('level')}
          value={level}
          options={LEVELS.map((value) => ({
            value,
            label: `${t(`levels.${value}`)}${edits[keyOf(value)] ? ' •' : ''}`,
          }))}
          onChange={(value) => put('level', value)}
        />
        <div className="ladder-unit">
          <UnitPicker
            id="ladder-unit"
            aria-label={t('unit')}
            value={ladder.data?.unit ?? null}
            placeholder={t('unit')}
            onChange={(unit) => put('unit', unit?.id ?? null)}
          />
        </div>
        {ladder.data && !ladder.data.editable && <span className="admin-note">{t('onlyRead')}</span>}
        {draft.status.phase !== 'fresh' && <SaveState status={draft.status} />}
      </div>
      <DraftConflict {...draft} />
      <p className="quiet ladder-lead">{t('lead')}</p>
      <section className="admin-panel admin-grow" tabIndex={0} role="region" aria-label={t('title')}>
        {(ladder.isPending || !draft.ready) && <Skeletons rows={6} height={56} />}
        {ladder.isError && <ErrorState error={ladder.error} onRetry={() => void ladder.refetch()} />}
        {ladder.data && draft.ready && (
          <LevelPanel
            key={keyOf(level)}
            ladder={ladder.data}
            level={level}
            edit={edits[keyOf(level)]}
            change={(edit) => change(keyOf(level), edit)}
          />
        )}
      </section>
    </div>
  );
}
