/** What the worker said when called back; the call and the handling are rated apart (话务满意度, 职工满意度). */
export const RATINGS = ['satisfied', 'neutral', 'dissatisfied', 'not-rated'] as const;
export type Rating = (typeof RATINGS)[number];

export const SOLVED = ['yes', 'partly', 'no'] as const;
export type Solved = (typeof SOLVED)[number];

export const NOT_REACHED_REASONS = ['no-answer', 'busy', 'refused', 'wrong-number', 'powered-off'] as const;
export type NotReachedReason = (typeof NOT_REACHED_REASONS)[number];

export interface CallBackAnswer {
  readonly reached: boolean;
  readonly notReachedReason: NotReachedReason | null;
  readonly solved: Solved | null;
  readonly handlingRating: Rating | null;
  readonly callRating: Rating | null;
  readonly reason: string | null;
  readonly note: string | null;
}
