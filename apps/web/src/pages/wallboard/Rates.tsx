import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { get } from '../../api/client';
import type { MetricName, NumbersView, WallPicture } from '../../api/contract';
import { keys } from '../../api/queries';
import { useTexts } from '../../app/i18n';
import { dayText } from '../../parts';
import { rowsLink } from '../board/figures/rows-link';
import { Missed } from './Missed';
import { Panel } from './Panel';
import { Spark } from './Spark';
import { percentText, rateTone } from './tone';

interface Props {
  wall: WallPicture;
  unitId: string;
  asOf: string;
}

const dayOf = (asOf: string) => ({ from: dayText(asOf), to: dayText(asOf) });

function PhoneRate({ kind, wall, unitId, asOf }: Props & { kind: 'connection' | 'service' }): ReactElement {
  const t = useTexts('wallboard');
  const { today, recent, seconds, letter, version } = wall[kind];
  const limit = wall.limits[kind];
  const tone = rateTone(recent, limit);
  return (
    <Panel area={kind} title={t(kind, { seconds })} tone={rateTone(today, limit)}>
      <p className="wall-figure" title={t('definition', { letter, version })}>
        <Link to={rowsLink('connection', unitId, dayOf(asOf), 'all')}>
          {percentText(today)}
          {today.denominator > 0 && <small>%</small>}
        </Link>
      </p>
      <p className="wall-second">
        <span className="wall-halves">
          {today.numerator.toLocaleString('en')} / {today.denominator.toLocaleString('en')}
        </span>
        <Spark kind={kind} trail={wall.trail} limit={limit} />
        <span className={`is-${tone}`}>
          {t('recent')} <strong>{percentText(recent)}</strong>
          {recent.denominator > 0 && '%'}
          {tone !== 'plain' && <span className="visually-hidden">{t('belowLimit', { limit })}</span>}
          {tone !== 'plain' && <span aria-hidden> ▼</span>}
        </span>
      </p>
    </Panel>
  );
}

function BoardRate({
  metric,
  title,
  numbers,
  unitId,
  asOf,
}: {
  metric: MetricName;
  title: string;
  numbers: NumbersView | undefined;
  unitId: string;
  asOf: string;
}): ReactElement {
  const t = useTexts('wallboard');
  const found = numbers?.numbers.find((one) => one.metric === metric);
  const halves = found ?? { numerator: 0, denominator: 0 };
  return (
    <Panel area={metric} title={title}>
      <p className="wall-figure">
        <Link to={rowsLink(metric, unitId, dayOf(asOf), 'all')}>
          {percentText(halves)}
          {halves.denominator > 0 && <small>%</small>}
        </Link>
      </p>
      <p className="wall-second">
        <span>
          <strong>{halves.numerator}</strong> / {halves.denominator} {t('pieces')}
        </span>
      </p>
    </Panel>
  );
}

/** The five numbers of the middle row; each opens its rows. */
export function Rates(props: Props): ReactElement {
  const t = useTexts('wallboard');
  const { wall, unitId, asOf } = props;
  const query = { unitId, ...dayOf(asOf) };
  const numbers = useQuery({
    queryKey: keys.numbers(query),
    queryFn: ({ signal }) => get('/numbers', query, signal),
    refetchInterval: 60_000,
  });
  return (
    <>
      <PhoneRate kind="connection" {...props} />
      <PhoneRate kind="service" {...props} />
      <BoardRate
        metric="on-time"
        title={t('onTime')}
        numbers={numbers.data}
        unitId={props.unitId}
        asOf={asOf}
      />
      <BoardRate
        metric="worker-satisfaction"
        title={t('satisfaction')}
        numbers={numbers.data}
        unitId={props.unitId}
        asOf={asOf}
      />
      <Missed wall={wall} unitId={unitId} />
    </>
  );
}
