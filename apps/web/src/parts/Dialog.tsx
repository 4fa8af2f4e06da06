import { Modal, type ModalProps } from 'antd';
import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import { composing, sendByKey } from './hotkeys';
import { useFocusBack } from './useFocusBack';

const FIELD = 'input:not([type="hidden"], :disabled), textarea:not(:disabled)';

interface Props extends Omit<ModalProps, 'onOk'> {
  onOk?: () => void;
}

/** ↵ in a field of one line; a list that is open takes it for its choice. */
const ends = ({ key, target, nativeEvent }: KeyboardEvent): boolean =>
  key === 'Enter' &&
  !composing(nativeEvent) &&
  target instanceof HTMLInputElement &&
  target.getAttribute('role') !== 'combobox';

/**
 * A dialog that opens in its first field, is sent by ↵ in a field and by ⌘↵ anywhere, and gives the focus back to what
 * opened it. `autoFocus` on the field is of no use: while a dialog opens nothing in it can have the focus, and then its
 * closing button gets it.
 */
export function Dialog({ children, afterOpenChange, onOk, ...rest }: Props): ReactElement {
  const body = useRef<HTMLDivElement>(null);
  useFocusBack();
  const opened = (open: boolean): void => {
    if (open) body.current?.querySelector<HTMLElement>(FIELD)?.focus();
    afterOpenChange?.(open);
  };
  const send = (): void => {
    if (!rest.confirmLoading) onOk?.();
  };
  const press = (event: KeyboardEvent): void => {
    sendByKey(event, send);
    if (event.isDefaultPrevented() || !onOk || !ends(event)) return;
    event.preventDefault();
    if (!event.repeat) send();
  };
  return (
    <Modal {...rest} onOk={send} afterOpenChange={opened}>
      <div ref={body} onKeyDown={press}>
        {children}
      </div>
    </Modal>
  );
}
