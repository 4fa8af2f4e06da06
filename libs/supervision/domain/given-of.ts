import type { Tree } from '@hotline/organization';
import { refOf } from '@hotline/ticket';
import type { OrderGiven, OrderSource } from './order-steps.js';

/** A stored order as the steps speak of it. */
export function givenOf(
  order: {
    readonly id: string;
    readonly from_unit_id: string;
    readonly to_unit_id: string;
    readonly source: OrderSource;
  },
  tree: Tree,
): OrderGiven {
  const { id, source } = order;
  return { id, source, from: refOf(tree.get(order.from_unit_id)), to: refOf(tree.get(order.to_unit_id)) };
}
