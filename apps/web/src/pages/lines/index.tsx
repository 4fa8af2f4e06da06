import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import type { LineSource } from '../../api/contract';
import { useCan } from '../../api/session';
import { EmptyState, Icon, Skeletons } from '../../parts';
import '../units/admin.css';
import './lines.css';
import { SourceDetail } from './SourceDetail';
import { SourceFormModal } from './SourceFormModal';
import { SourceList } from './SourceList';
import { texts } from './texts';
import { useSources } from './useLines';

registerTexts('lines', texts);

/** The switchboards, how each is, and whose their telephones are. The chosen one is in the address. */
export default function LinesPage(): ReactElement {
  const t = useTexts('lines');
  const [parameters, setParameters] = useSearchParams();
  const list = useSources();
  const [form, setForm] = useState<{ source: LineSource | null } | null>(null);
  const mayAdd = useCan('telephony.configure');
  const first = list.data?.pages[0]?.items[0]?.id;
  const currentId = parameters.get('source') ?? first;
  const choose = (id: string): void => setParameters({ source: id }, { replace: true });
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      {mayAdd && (
        <div className="admin-tools">
          <span className="admin-space" />
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setForm({ source: null })}>
            {t('add')}
          </Button>
        </div>
      )}
      <div className="admin-panels line-panels">
        <section className="admin-panel" tabIndex={0} aria-label={t('title')}>
          <SourceList list={list} currentId={currentId} onChoose={choose} />
        </section>
        <section className="admin-panel" tabIndex={0} aria-label={t('streams')}>
          {currentId && (
            <SourceDetail key={currentId} id={currentId} onEdit={(source) => setForm({ source })} />
          )}
          {!currentId && list.isPending && <Skeletons rows={8} height={48} />}
          {!currentId && list.data && <EmptyState icon="phone" title={t('none')} />}
        </section>
      </div>
      {form && (
        <SourceFormModal
          source={form.source}
          onClose={() => setForm(null)}
          onSaved={(id) => {
            setForm(null);
            choose(id);
          }}
        />
      )}
    </div>
  );
}
