import type { paths } from './schema';

/** `/api/tickets/{id}/sign` of the generated document, the way the console writes it: `/tickets/${string}/sign`. */
type Written<P extends string> = P extends `/api${infer Rest}` ? Filled<Rest> : never;
type Filled<P extends string> = P extends `${infer Head}{${string}}${infer Tail}`
  ? `${Head}${string}${Filled<Tail>}`
  : P;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Routes<M extends Method> = {
  [K in keyof paths]: paths[K] extends Record<Lowercase<M>, object> ? K : never;
}[keyof paths];

/** Every path the server answers to with this method. */
export type Path<M extends Method> = Written<Routes<M>>;

type Operation<M extends Method, K> = K extends keyof paths
  ? Lowercase<M> extends keyof paths[K]
    ? paths[K][Lowercase<M>]
    : never
  : never;
type Exact<M extends Method, P> = {
  [K in Routes<M>]: [P] extends [Written<K>] ? ([Written<K>] extends [P] ? Operation<M, K> : never) : never;
}[Routes<M>];
type Fitting<M extends Method, P> = {
  [K in Routes<M>]: [P] extends [Written<K>] ? Operation<M, K> : never;
}[Routes<M>];
/** `/tickets/counts` also fits `/tickets/${string}`: the route written exactly so goes first. */
type OperationAt<M extends Method, P> = [Exact<M, P>] extends [never] ? Fitting<M, P> : Exact<M, P>;

type Json<R> = R extends { content: { 'application/json': infer Body } } ? Body : void;
type Success<R> = R extends { 200: infer Found }
  ? Json<Found>
  : R extends { 201: infer Made }
    ? Json<Made>
    : void;

/** What the server answers when all is well. */
export type Answer<M extends Method, P> =
  OperationAt<M, P> extends { responses: infer Responses } ? Success<Responses> : never;

type Given<Query> = { [Name in keyof Query]?: Query[Name] | null };
/** Parameters after the `?`; null and '' are left out of the address. */
export type Query<P> =
  OperationAt<'GET', P> extends { parameters: { query?: infer Known } }
    ? Given<NonNullable<Known>>
    : Record<string, never>;

export type Body<M extends Method, P> =
  OperationAt<M, P> extends { requestBody: { content: { 'application/json': infer Known } } }
    ? Known
    : Record<string, never> | undefined;
