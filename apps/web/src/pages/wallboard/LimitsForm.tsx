import { App, Button, InputNumber } from 'antd';
import type { ReactElement } from 'react';
import { ProblemError } from '../../api/client';
import type { WallLimits, WallLimitsInForce, WallPicture } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { DraftConflict, ErrorState, SaveState, Skeletons } from '../../parts';
import { LIMITS, sameLimits, toneUnder } from './limits-form';
import { useLimitsDraft, useSetLimits } from './useLimits';

interface Props {
  shown: WallLimitsInForce;
  wall: WallPicture;
  waited: number;
  onDone: () => void;
}

const MARKS = { plain: '✓', warn: '▲', grave: '■' } as const;

interface RowProps {
  at: (typeof LIMITS)[number];
  limits: WallLimits;
  above: WallLimits | null;
  now: Pick<Props, 'wall' | 'waited'>;
  change: ((limits: WallLimits) => void) | null;
}

function LimitRow({ at: { name, min, max, unit }, limits, above, now, change }: RowProps): ReactElement {
  const t = useTexts('wallboard');
  const tone = toneUnder(name, limits, now.wall, now.waited);
  const seconds = now.wall.service.seconds ?? 15;
  return (
    <li className="limit-row">
      <label htmlFor={`limit-${name}`}>{t(`limits.fields.${name}`, { seconds })}</label>
      <span className="limit-value">
        {change ? (
          <InputNumber
            id={`limit-${name}`}
            controls={false}
            min={min}
            max={max}
            precision={0}
            value={limits[name]}
            onChange={(typed) => typed !== null && change({ ...limits, [name]: typed })}
          />
        ) : (
          <b id={`limit-${name}`} className="number">
            {limits[name]}
          </b>
        )}
        <span>{t(`limits.units.${unit}`)}</span>
        {above && above[name] !== limits[name] && (
          <small className="quiet">{t('limits.above', { value: above[name] })}</small>
        )}
      </span>
      <p className="quiet small">{t(`limits.tiles.${name}`, { seconds, twice: 2 * limits[name] })}</p>
      <p className={`limit-now is-${tone}`}>
        <span aria-hidden>{MARKS[tone]}</span> {t(`limits.now.${tone}`)}
      </p>
    </li>
  );
}

/** What is typed is kept on the server until it is set or given up; a newer version of somebody else overwrites nothing. */
export function LimitsForm({ shown, wall, waited, onDone }: Props): ReactElement {
  const t = useTexts('wallboard');
  const { message } = App.useApp();
  const { of: unit, own, above, editable, version } = shown;
  const draft = useLimitsDraft(unit.id);
  const save = useSetLimits(unit.id);
  if (!draft.ready) return <Skeletons rows={4} height={72} />;
  const edited = editable ? draft.body.edited : null;
  const behind = edited !== null && edited.basedOn !== version;
  const limits = edited ? (edited.limits ?? above.limits) : shown.limits;
  const clear = (): void => {
    void draft.discard();
    save.reset();
  };
  const change = (next: WallLimits): void => {
    if (sameLimits(next, shown.limits) && !behind) clear();
    else draft.setBody({ edited: { basedOn: edited?.basedOn ?? version, limits: next } });
  };
  const submit = (): void => {
    if (!edited) return;
    save.mutate(edited, {
      onSuccess: () => {
        clear();
        void message.success(t(edited.limits ? 'limits.saved' : 'limits.givenBack', { unit: unit.name }));
        onDone();
      },
    });
  };
  const stale = save.error instanceof ProblemError && save.error.problem.code === 'stale-version';
  return (
    <form
      className="limits-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {draft.status.phase !== 'fresh' && <SaveState status={draft.status} />}
      <DraftConflict {...draft} />
      {behind && (
        <div className="note is-warn limit-conflict" role="alert">
          <span>{t('limits.conflict', { by: shown.by ?? '', version })}</span>
          <Button onClick={() => draft.setBody({ edited: { ...edited, basedOn: version } })}>
            {t('limits.mine')}
          </Button>
          <Button onClick={clear}>{t('limits.theirs')}</Button>
        </div>
      )}
      {edited && !edited.limits && <p className="note is-warn">{t('limits.givingBack')}</p>}
      <ul>
        {LIMITS.map((at) => (
          <LimitRow
            key={at.name}
            at={at}
            limits={limits}
            above={own || edited ? above.limits : null}
            now={{ wall, waited }}
            change={editable && edited?.limits !== null ? change : null}
          />
        ))}
      </ul>
      <p className="quiet small">{t('limits.below')}</p>
      {!editable && <p className="quiet">{t('limits.onlyRead')}</p>}
      {save.isError && !stale && <ErrorState small error={save.error} />}
      {editable && (
        <footer className="limit-foot">
          {own && !edited && (
            <Button onClick={() => draft.setBody({ edited: { basedOn: version, limits: null } })}>
              {t('limits.giveBack')}
            </Button>
          )}
          {edited && <Button onClick={clear}>{t('limits.discard')}</Button>}
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!edited || behind}>
            {t('limits.save')}
          </Button>
        </footer>
      )}
    </form>
  );
}
