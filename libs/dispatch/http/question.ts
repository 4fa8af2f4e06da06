import { refuse } from '@hotline/kernel';
import { unknownCategory } from '@hotline/ticket';
import { PLACE_KEYS, type PlaceKey } from '../domain/catalogue.js';
import type { PreviewQuestion } from '../use-cases/preview-route.js';
import type { DispatchOrder } from '../use-cases/dispatch-ticket.js';
import type { DispatchTicketBody, PlacesChoiceBody, PreviewRouteBody } from './bodies.js';

const UNKNOWN = { code: null, guessed: false };

function placesOf(body: PlacesChoiceBody): PreviewQuestion['places'] {
  const entries = PLACE_KEYS.map((key): [PlaceKey, { code: string | null; guessed: boolean }] => {
    const given = body[key];
    return [key, given ? { code: given.code, guessed: given.guessed ?? false } : UNKNOWN];
  });
  return Object.fromEntries(entries) as PreviewQuestion['places'];
}

/** The preview asks with what is known so far: everything but the places may still be open. */
export function toQuestion(body: PreviewRouteBody): PreviewQuestion {
  const unknown = unknownCategory(body);
  if (unknown) refuse('unknown-category', { field: unknown });
  return {
    kind: body.kind,
    field: body.field,
    item: body.item,
    tags: body.tags,
    industry: body.industry,
    employer: body.employer,
    confidentiality: body.confidentiality,
    places: placesOf(body.places),
    urgency: body.urgency ?? 'general',
    difficulty: body.difficulty ?? 'general',
    catalogue: body.catalogue,
  };
}

export const orderOf = ({
  support = [],
  ...body
}: DispatchTicketBody): Omit<DispatchOrder, 'ticketId' | 'version'> => ({
  ...body,
  support: support.map(({ unitId, asked, dueAt }) => ({
    unitId,
    asked,
    dueAt: dueAt === undefined ? null : new Date(dueAt),
  })),
});
