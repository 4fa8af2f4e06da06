import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { Icon, Kbd } from '../../parts';
import type { RuleActs } from './useDraftRules';

interface ToolsProps {
  acts: RuleActs;
  editable: boolean;
  typed: string;
  count: number;
  onType: (typed: string) => void;
}

/** Finds a rule, or adds one. */
export function DraftTools({ acts, editable, typed, count, onType }: ToolsProps): ReactElement {
  const t = useTexts('catalogue');
  return (
    <div className="draft-tools">
      <Input
        allowClear
        className="draft-search"
        prefix={<Icon name="search" />}
        aria-label={t('find')}
        placeholder={t('find')}
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
      <span className="quiet">{t('ruleCount', { count })}</span>
      <span className="admin-space" />
      {editable && (
        <Button icon={<Icon name="plus" />} disabled={acts.full} onClick={acts.add}>
          {t('add')} <Kbd keys="n" />
        </Button>
      )}
    </div>
  );
}

/** What was just removed can come back, with `Ctrl Z` too. */
export function UndoStrip({ acts }: { acts: RuleActs }): ReactElement | null {
  const t = useTexts('catalogue');
  if (!acts.removed) return null;
  const { rule } = acts.removed;
  return (
    <p className="undo-strip" role="status">
      {t('removed', { no: rule.no, name: rule.name || t('unnamed') })}
      <Button size="small" icon={<Icon name="undo" />} onClick={acts.undo}>
        {t('undo')} <Kbd keys="mod+z" />
      </Button>
      <Button
        size="small"
        type="text"
        aria-label={t('dismiss')}
        icon={<Icon name="close" />}
        onClick={acts.dismiss}
      />
    </p>
  );
}
