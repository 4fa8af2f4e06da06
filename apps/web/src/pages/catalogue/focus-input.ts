import type { FormInstance } from 'antd';

/** A dialog takes the focus when it has opened; only then can its first field have it. */
export function focusInput<T>(form: FormInstance<T>, name: string & keyof T): void {
  const input: unknown = form.getFieldInstance(name);
  if (input && typeof input === 'object' && 'focus' in input && typeof input.focus === 'function')
    input.focus();
}
