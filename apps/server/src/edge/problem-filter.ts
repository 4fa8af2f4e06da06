import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { type Refusal, type RefusalCode, type RefusalFault, Refused } from '@hotline/kernel';
import type { ProblemBody, ProblemFieldBody } from '@hotline/platform';
import { InvalidInput } from './validation.js';
import { faultMessage, fieldMessage } from './field-messages.js';
import { inputMessage } from './input-messages.js';
import { type Language, languageOf, MESSAGES } from './messages.js';
import { STATUS_OF } from './statuses.js';

/** What a thrown thing means to the caller; `fault` is logged and told to nobody. */
type Verdict = { refusal: Refusal } | { fault: unknown };

const BY_FASTIFY_CODE: Readonly<Record<string, RefusalCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-body',
};

const BY_STATUS: Readonly<Record<number, RefusalCode>> = {
  400: 'malformed-body',
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-found',
  413: 'body-too-large',
  415: 'unsupported-media',
  422: 'invalid-input',
  429: 'too-many-requests',
};

// Class 08 = connection, 57P0x = server going down, 53300 = too many clients, 55P03 = lock timeout, 57014 = cancelled.
const RETRYABLE = /^(08...|57P0[123]|53300|55P03|57014|25P0[34]|40001|40P01)$/;
// Seconds, unless the refusal knows better.
const RETRY_AFTER: Readonly<Record<number, number>> = { 429: 60, 503: 1 };
const BROKEN_TEXT = /^(22021|22P05)$/;
const CONNECTION =
  /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|timeout|Query read timeout|not queryable/i;

function verdictOf(error: unknown): Verdict {
  if (error instanceof Refused) return { refusal: error.refusal };
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') {
    const known = BY_FASTIFY_CODE[code];
    if (known) return { refusal: { code: known } };
    if (RETRYABLE.test(code)) return { refusal: { code: 'unavailable' } };
    if (BROKEN_TEXT.test(code)) return { refusal: { code: 'invalid-input' } };
  }
  if (error instanceof SyntaxError) return { refusal: { code: 'malformed-body' } };
  if (error instanceof HttpException) {
    // Nest's pipes for path parameters say only "Validation failed (uuid is expected)".
    if (/ is expected\)/.test(error.message)) return { refusal: { code: 'invalid-input', field: 'id' } };
    const known = BY_STATUS[error.getStatus()];
    if (known) return { refusal: { code: known } };
  }
  if (typeof message === 'string' && CONNECTION.test(`${String(code)} ${message}`))
    return { refusal: { code: 'unavailable' } };
  return { fault: error };
}

// More than anybody mends in one go.
const MOST_FAULTS = 50;

const FAULT: Record<Language, { title: string; detail: string }> = {
  'zh-CN': { title: '系统出错', detail: '问题已记录，请把请求编号告诉管理员后重试。' },
  en: {
    title: 'Something broke',
    detail: 'It has been recorded. Give the request id to the administrator and try again.',
  },
};

/** Every error leaves as `application/problem+json`, in the reader's language, with no internals. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Logger,
    private readonly page: (request: FastifyRequest, reply: FastifyReply) => boolean,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const verdict = verdictOf(error);
    const notFound = 'refusal' in verdict && verdict.refusal.code === 'not-found';
    if (notFound && error instanceof HttpException && this.page(request, reply)) return;
    const language = languageOf(request.headers['accept-language']);
    if ('fault' in verdict) {
      this.log.error({ err: error, method: request.method, route: request.routeOptions.url }, 'fault');
      send(reply, {
        type: 'about:blank',
        status: 500,
        code: 'fault',
        ...FAULT[language],
        requestId: request.id,
      });
      return;
    }
    const wait = verdict.refusal.facts?.retryAfterSeconds;
    send(reply, describe(verdict.refusal, error, language, request.id), Number(wait) || undefined);
  }
}

function send(reply: FastifyReply, body: ProblemBody, waitS = RETRY_AFTER[body.status]): void {
  if (waitS !== undefined) void reply.header('retry-after', String(Math.ceil(waitS)));
  void reply
    .status(body.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(body));
}

/** What Fastify refuses before any route: an address that is no text, such as `/api/tickets/%ff`. */
export function answerNoAddress(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request.headers['accept-language']);
  send(reply, describe({ code: 'not-found' }, error, language, request.id));
}

function faultField(fault: RefusalFault, language: Language): ProblemFieldBody {
  const { field, code, row, words } = fault;
  const detail = words?.[language === 'en' ? 'en' : 'zh'] ?? faultMessage(fault, language);
  return { field, code, detail, ...(row === undefined ? {} : { row }) };
}

/** The words of a fault name its row themselves; a field's path stands in front of everything else. */
function complaint(refusal: Refusal, { field, detail }: ProblemFieldBody): string {
  return refusal.faults?.[0]?.words ? detail : `${field}：${detail}`;
}

function describe(refusal: Refusal, error: unknown, language: Language, requestId: string): ProblemBody {
  const { title, detail: told } = MESSAGES[refusal.code][language];
  const plain = told.replace(/\{(\w+)\}/g, (whole, name: string) => String(refusal.facts?.[name] ?? whole));
  const words =
    (refusal.code === 'invalid-input' && !refusal.faults && inputMessage(refusal, language)) || plain;
  const errors =
    error instanceof InvalidInput
      ? error.fields.map(({ field, check, fallback }) => ({
          field,
          code: check === 'whitelistValidation' ? 'unknown-field' : check,
          detail: fieldMessage(check, fallback, language),
        }))
      : refusal.faults?.slice(0, MOST_FAULTS).map((fault) => faultField(fault, language));
  const field = refusal.field ?? errors?.[0]?.field;
  return {
    type: `urn:hotline:problem:${refusal.code}`,
    title,
    status: STATUS_OF[refusal.code],
    code: refusal.code,
    detail: errors?.[0] ? `${complaint(refusal, errors[0])}。${words}` : words,
    ...(field ? { field } : {}),
    ...(errors ? { errors } : {}),
    requestId,
    ...(refusal.current ? { current: refusal.current as Record<string, unknown> } : {}),
  };
}
