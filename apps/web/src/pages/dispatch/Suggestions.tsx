import { Input, Select } from 'antd';
import type { Suggestion } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Icon, Kbd, UnitPicker } from '../../parts';
import { OVERRIDE_REASONS, OVERRIDE_ROW, type Choice } from './choice';

interface SuggestionsProps {
  suggestions: Suggestion[];
  row: number;
  choice: Choice;
  tried: boolean;
  onChoice: (change: Partial<Choice>) => void;
}

interface OptionProps {
  suggestion: Suggestion;
  number: number;
  chosen: boolean;
  onChoose: () => void;
}

function Reasons({ suggestion, chosen }: { suggestion: Suggestion; chosen: boolean }) {
  const t = useTexts('dispatch');
  const rule = (number: number | null) => number !== null && <em> {t('rule', { rule: number })}</em>;
  if (!chosen) {
    const [first] = suggestion.reasons;
    return (
      <span className="option-line">
        {first?.text}
        {rule(first?.rule ?? null)}
      </span>
    );
  }
  return (
    <ul className="option-reasons">
      {suggestion.reasons.map((reason) => (
        <li key={reason.text}>
          <Icon name="check" size={14} />
          <span>
            {reason.text}
            {rule(reason.rule)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Option({ suggestion, number, chosen, onChoose }: OptionProps) {
  const t = useTexts('dispatch');
  const chain = suggestion.chain.map((unit) => unit.name).join(' → ');
  return (
    <label className={`option${chosen ? ' is-chosen' : ''}`}>
      <input type="radio" name="suggestion" checked={chosen} onChange={onChoose} />
      <Kbd keys={String(number)} />
      <span className="option-main">
        <span className="option-name">
          <strong>{suggestion.unit.name}</strong>
          <span className={`tag${chosen ? ' tag-accent' : ''}`}>{t('lead')}</span>
          {suggestion.support.map((unit) => (
            <span key={unit.id} className="option-support">
              + {unit.name} <span className="tag">{t('support')}</span>
            </span>
          ))}
        </span>
        {chosen && chain !== '' && <span className="option-line">{chain}</span>}
        <Reasons suggestion={suggestion} chosen={chosen} />
      </span>
      <span className="option-share">
        <strong>{suggestion.share}%</strong>
        <span className="share-bar" aria-hidden="true">
          <span style={{ width: `${suggestion.share}%` }} />
        </span>
        {chosen && <small>{t('share')}</small>}
      </span>
    </label>
  );
}

/** At most five ranked units with their reasons; the sixth row names another one and says why. */
export function Suggestions({ suggestions, row, choice, tried, onChoice }: SuggestionsProps) {
  const t = useTexts('dispatch');
  const other = row === OVERRIDE_ROW;
  return (
    <div className="options" role="radiogroup" aria-label={t('whom')}>
      {suggestions.map((suggestion, index) => (
        <Option
          key={suggestion.unit.id}
          suggestion={suggestion}
          number={index + 1}
          chosen={row === index + 1}
          onChoose={() => onChoice({ row: index + 1 })}
        />
      ))}
      {suggestions.length === 0 && <p className="options-none">{t('none')}</p>}
      <div className={`option is-other${other ? ' is-chosen' : ''}`}>
        <label className="other-name">
          <input
            type="radio"
            name="suggestion"
            checked={other}
            onChange={() => onChoice({ row: OVERRIDE_ROW })}
          />
          <Kbd keys="6" /> {t('other')}
        </label>
        <span className="other-fields" onFocus={() => !other && onChoice({ row: OVERRIDE_ROW })}>
          <label className="visually-hidden" htmlFor="other-unit">
            {t('otherUnit')}
          </label>
          <UnitPicker
            id="other-unit"
            placeholder={t('otherUnit')}
            value={choice.unit}
            onChange={(unit) => onChoice({ unit, row: OVERRIDE_ROW })}
          />
          <Select
            aria-label={t('whyLabel')}
            placeholder={t('why')}
            status={other && tried && !choice.why ? 'error' : ''}
            options={OVERRIDE_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
            value={choice.why}
            onChange={(why) => onChoice({ why, row: OVERRIDE_ROW })}
          />
          <Input
            aria-label={t('note')}
            placeholder={t('note')}
            value={choice.note}
            onChange={(event) => onChoice({ note: event.target.value })}
          />
        </span>
      </div>
    </div>
  );
}
