import { Button, Input } from 'antd';
import type { ReactElement } from 'react';

interface Props {
  /** Of the field, for its label. */
  id: string;
  label: string;
  hint: string;
  reason: string;
  change: (reason: string) => void;
  /** What is wrong with the reason, in words; undefined while nothing is. */
  problem: string | undefined;
  discard: { label: string; perform: () => void };
  save: { label: string; busy: boolean; disabled: boolean };
  /** Stays in sight at the lower edge of a long form. */
  docked?: boolean;
}

/** The last line of rules that are changed in place: why, put it back, publish. Inside the form that it submits. */
export function ReasonFoot({
  id,
  label,
  hint,
  reason,
  change,
  problem,
  discard,
  save,
  docked = false,
}: Props): ReactElement {
  return (
    <footer className={docked ? 'reason-foot is-docked' : 'reason-foot'}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        maxLength={500}
        placeholder={hint}
        {...(problem === undefined ? {} : { status: 'error' as const, 'aria-describedby': `${id}-problem` })}
        value={reason}
        onChange={(event) => change(event.target.value)}
      />
      <Button onClick={discard.perform}>{discard.label}</Button>
      <Button type="primary" htmlType="submit" loading={save.busy} disabled={save.disabled}>
        {save.label}
      </Button>
      {problem !== undefined && (
        <p className="row-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </footer>
  );
}
