import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { Icon } from '../../parts';

/** A secret the server answers once and keeps only as a hash: it stays on screen until it is put away, and nowhere else. */
export function OnceSecret({
  words,
  secret,
  onHide,
}: {
  words: string;
  secret: string;
  onHide: () => void;
}): ReactElement {
  const t = useTexts('accounts');
  const [copied, setCopied] = useState(false);
  return (
    <div role="status">
      <p>{words}</p>
      <div className="once-secret">
        <code>{secret}</code>
        <Button
          icon={<Icon name={copied ? 'check' : 'copy'} />}
          onClick={() => void navigator.clipboard?.writeText(secret).then(() => setCopied(true))}
        >
          {t(copied ? 'copied' : 'copy')}
        </Button>
        <Button type="text" onClick={onHide}>
          {t('hide')}
        </Button>
      </div>
    </div>
  );
}
