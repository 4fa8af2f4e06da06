import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import type { LimitsShelf, LimitsVersion } from '../../api/contract';
import { ErrorState, Skeletons } from '../../parts';
import '../units/admin.css';
import { DraftMatrix } from './DraftMatrix';
import { Filters } from './Filters';
import './limits.css';
import { Matrix } from './Matrix';
import { texts } from './texts';
import { useLimits, useOpenDraft } from './useLimits';

registerTexts('limits', texts);

interface ShelfProps {
  shelf: LimitsShelf;
  shown: LimitsVersion | null; // null: the draft
  onShow: (name: string) => void;
}

function Head({ shelf, shown, onShow }: ShelfProps): ReactElement {
  const t = useTexts('limits');
  const open = useOpenDraft();
  const { versions, draft, mayEdit } = shelf;
  const options = [
    ...(draft ? [{ value: 'draft', label: t('basedOn', { version: draft.basedOn }) }] : []),
    ...versions.map(({ version, standing }) => ({
      value: String(version),
      label: `${t('version', { version })} · ${t(`standing.${standing}`)}`,
    })),
  ];
  return (
    <div className="admin-tools">
      <Select
        aria-label={t('versions')}
        style={{ width: 220 }}
        value={shown ? String(shown.version) : 'draft'}
        options={options}
        onChange={onShow}
      />
      {shown && (
        <>
          <span>{t('from', { day: shown.effectiveFrom })}</span>
          <span className="quiet">{t('extensions', { count: shown.maxExtensions })}</span>
          <span className="quiet">{shown.note || t('shipped')}</span>
          <span className="quiet">{shown.publishedBy}</span>
        </>
      )}
      <span className="admin-space" />
      {mayEdit && shown && !draft && (
        <Button
          type="primary"
          loading={open.isPending}
          onClick={() => open.mutate(shown.version, { onSuccess: () => onShow('draft') })}
        >
          {t('openDraft')}
        </Button>
      )}
      {!mayEdit && <span className="admin-note">{t('onlyRead')}</span>}
      {open.isError && <ErrorState small error={open.error} />}
    </div>
  );
}

/** How long everything may take: the matrix in force, those before and after it, and the draft of the next one. */
export default function LimitsPage(): ReactElement {
  const t = useTexts('limits');
  const [search, setSearch] = useSearchParams();
  const limits = useLimits();
  const shelf = limits.data;
  const inForce = shelf?.versions.find(({ standing }) => standing === 'in-force') ?? shelf?.versions.at(-1);
  const asked = search.get('version');
  const onDraft = shelf?.draft && shelf.mayEdit && (asked === 'draft' || asked === null);
  const shown = onDraft
    ? null
    : (shelf?.versions.find(({ version }) => String(version) === asked) ?? inForce ?? null);
  const show = (name: string): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('version', name);
        return next;
      },
      { replace: true },
    );
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      {shelf && <Head shelf={shelf} shown={shown} onShow={show} />}
      <section className="admin-panel admin-grow" tabIndex={0} role="region" aria-label={t('title')}>
        <div className="padded limits-page">
          {limits.isPending && <Skeletons rows={10} height={40} />}
          {limits.isError && <ErrorState error={limits.error} onRetry={() => void limits.refetch()} />}
          <p className="admin-note">{t('hint')}</p>
          {shelf?.draft && onDraft && inForce && (
            <DraftMatrix key={shelf.draft.basedOn} draft={shelf.draft} inForce={inForce} />
          )}
          {shown && (
            <>
              <div className="admin-tools">
                <Filters />
              </div>
              <Matrix rows={shown.rows} faults={[]} />
            </>
          )}
        </div>
      </section>
    </div>
  );
}
