import type { Industry, Tag } from '@hotline/ticket';

/**
 * One believable matter. Texts hold slots in braces (slots.ts); a slot has one value throughout a story.
 * `people`: range when more than one worker is concerned. `industries`: where it happens, any when absent.
 */
export interface Template {
  readonly item: string;
  readonly title: string;
  /** What happened, as the agent writes it down; no opening, no request. */
  readonly facts: string;
  /** What the worker asks the union to bring about. */
  readonly wish: string;
  /** The same matter as a mere question. */
  readonly question: string;
  /** What the agent answers to that question at once. */
  readonly answer: string;
  readonly tags?: readonly Tag[];
  readonly people?: readonly [number, number];
  readonly industries?: readonly Industry[];
  /** A matter outside work: no employer is named. */
  readonly privately?: true;
}
