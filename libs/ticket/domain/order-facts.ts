export const ORDER_KINDS = ['urge', 'supervise', 'raise'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

/** 催办、督办、提级: an order waits for an answer while it is open; the giver ends it. */
export interface OrderFacts {
  readonly id: string;
  readonly kind: OrderKind;
  readonly fromUnitId: string;
  readonly toUnitId: string;
  /** Neither answered nor ended. */
  readonly open: boolean;
  readonly ended: boolean;
}
