import { App, Button, Input, Select, type InputRef } from 'antd';
import type { RefObject } from 'react';
import { useSearchParams } from 'react-router';
import type { ListTicketsQuery, ViewCounts } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Icon, Kbd } from '../../parts';
import { Shape } from '../../verbs';
import { LiveMark } from './LiveMark';
import { SORTS, type ViewName } from './query';
import type { Arrivals } from './useArrivals';

interface InboxHeadProps {
  query: ListTicketsQuery;
  view: ViewName;
  counts: ViewCounts | undefined;
  loaded: number;
  complete: boolean;
  arrivals: Arrivals;
  searchBox: RefObject<InputRef | null>;
  onFresh: () => void;
}

/** The name of the view, how many tickets, whether it is live; search, copy of the link, order. */
export function InboxHead(props: InboxHeadProps) {
  const { query, view, counts, loaded, complete, arrivals } = props;
  const t = useTexts('inbox');
  const { message } = App.useApp();
  const [search, setSearch] = useSearchParams();
  const all = counts?.views[view];
  const put = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next);
  };
  const copy = () => {
    void navigator.clipboard.writeText(location.href).then(() => message.success(t('copied')));
  };
  const total = all?.atLeast ? t('many') : t('ofAll', { count: all?.count ?? loaded });
  return (
    <div className="inbox-head">
      <h1>{t(`view.${view}`)}</h1>
      <span className="inbox-count">
        {t(complete ? 'count' : 'loaded', { count: loaded })}
        {all && all.count !== loaded && total}
      </span>
      <LiveMark patched={arrivals.patched} />
      {arrivals.fresh > 0 && (
        <Button size="small" type="link" onClick={props.onFresh}>
          {t('fresh', { count: arrivals.fresh })}
        </Button>
      )}
      <span className="bulk-space" />
      <Input
        key={search.get('q') ?? ''}
        ref={props.searchBox}
        className="inbox-search"
        defaultValue={search.get('q') ?? ''}
        prefix={<Icon name="search" />}
        suffix={<Kbd keys="/" />}
        placeholder={t('search')}
        aria-label={t('search')}
        onPressEnter={(event) => put('q', event.currentTarget.value.trim())}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <Button icon={<Shape name="link" />} onClick={copy}>
        {t('copyLink')}
      </Button>
      <Select
        aria-label={t('sortLabel')}
        className="inbox-sort"
        value={query.sort ?? 'due'}
        options={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
        onChange={(sort) => put('sort', sort === 'due' ? '' : sort)}
      />
    </div>
  );
}
