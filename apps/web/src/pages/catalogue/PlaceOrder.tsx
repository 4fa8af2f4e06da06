import { Button, Checkbox } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { Icon } from '../../parts';
import { moved, PLACES, type PlaceKey } from './rules';

interface Props {
  value: readonly PlaceKey[];
  onChange: (order: PlaceKey[]) => void;
}

/** Which place decides, and which one when it is not known: ticked ones first, in their order. */
export function PlaceOrder({ value, onChange }: Props): ReactElement {
  const t = useTexts('catalogue');
  const rest = PLACES.filter((place) => !value.includes(place));
  const toggle = (place: PlaceKey): void =>
    onChange(value.includes(place) ? value.filter((one) => one !== place) : [...value, place]);
  return (
    <ol className="place-order">
      {[...value, ...rest].map((place) => {
        const at = value.indexOf(place);
        const name = t(`places.${place}`);
        return (
          <li key={place} className={at < 0 ? 'is-off' : ''}>
            <Checkbox checked={at >= 0} onChange={() => toggle(place)}>
              {name}
            </Checkbox>
            <span className="admin-space" />
            {at >= 0 && (
              <>
                <span className="quiet">
                  {at === 0 ? t('order.first') : t('order.then', { nth: at + 1 })}
                </span>
                <Button
                  size="small"
                  type="text"
                  className="turn-up"
                  aria-label={t('order.up', { name })}
                  disabled={at === 0}
                  icon={<Icon name="chevron-down" />}
                  onClick={() => onChange(moved(value, at, -1))}
                />
                <Button
                  size="small"
                  type="text"
                  aria-label={t('order.down', { name })}
                  disabled={at === value.length - 1}
                  icon={<Icon name="chevron-down" />}
                  onClick={() => onChange(moved(value, at, 1))}
                />
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
