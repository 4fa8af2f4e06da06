import type { HopView, TicketView } from '../../api/contract';

/** Why a hop went where it went; the codes of the four places, as the rule gives them, read as names. */
export function explanationOf(ticket: Pick<TicketView, 'places'>, hop: Pick<HopView, 'explanation'>): string {
  return Object.values(ticket.places).reduce(
    (text, { code, name }) => (code && name ? text.replaceAll(code, name) : text),
    hop.explanation.text,
  );
}
