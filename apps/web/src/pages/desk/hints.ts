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
  const questions = new Set(tickElements(field, '').map((one) => one.question));
  // An inserted question that nobody has answered is no fact.
  const said = text.split('\n').filter((line) => !questions.has(line.trim()));
  return tickElements(field, said.join('\n')).map((one) => ({
    label: one[language],
    question: one.question,
    present: one.present,
  }));
}
