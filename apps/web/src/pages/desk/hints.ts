import { tickElements } from '../../../../../libs/intake/domain/element-hints';
import type { Settings } from '../../app/settings';

export interface Hint {
  label: string;
  question: string; // inserted into the text, always Chinese: the ticket is
  present: boolean;
}

/** Which facts of the chosen field the text already holds: the same list the server ships, read as one types. */
export function hintsFor(field: string | null, text: string, language: Settings['language']): Hint[] {
  if (!field) return [];
  return tickElements(field, text).map((one) => ({
    label: one[language],
    question: one.question,
    present: one.present,
  }));
}
