import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n';

export interface Thumb {
  name: string;
  label: string;
  icon: ReactNode;
  filled: boolean;
  disabled: boolean;
  onPress: () => void;
}

/** Three buttons, always in the same three places, within reach of a thumb. */
export function ThumbBar({
  thumbs,
  lead,
}: {
  thumbs: readonly [Thumb, Thumb, Thumb];
  lead?: string | undefined;
}) {
  const t = useTexts('phone');
  return (
    <div className="thumb-bar" role="toolbar" aria-label={t('title')} data-region>
      {lead !== undefined && <p className="thumb-lead">{lead}</p>}
      {thumbs.map((thumb) => (
        <button
          key={thumb.name}
          type="button"
          className={`thumb${thumb.filled ? ' is-filled' : ''}`}
          disabled={thumb.disabled}
          onClick={thumb.onPress}
        >
          {thumb.icon}
          <span>{thumb.label}</span>
        </button>
      ))}
    </div>
  );
}
