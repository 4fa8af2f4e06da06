import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { NotFoundException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { type Configuration, requestContext } from '@hotline/platform';
import { takeHooksAsBytes } from './hook-bytes.js';
import { ProblemFilter } from './problem-filter.js';
import { validationPipe } from './validation.js';

export const MOST_BODY_BYTES = 1_048_576;
const MOST_UPLOAD_BYTES = 20 * 1_048_576;
// Beyond this many requests in flight the process answers 503 at once instead of collapsing slowly.
const MOST_IN_FLIGHT = 512;
// A screen's stream stays open for hours and is no work in progress; each kind has a cap of its own.
const STREAM = /^\/api\/(wallboard\/)?live(\?|$)/;

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  // antd injects its styles at run time, so inline styles stay allowed; scripts never.
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
    "font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), payment=()',
};

/** Everything between the socket and the controllers. */
export async function prepareEdge(
  app: NestFastifyApplication,
  configuration: Configuration,
  log: Logger,
): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  let inFlight = 0;
  fastify.addHook('onRequest', (request, reply, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) void reply.header(name, value);
    if (configuration.secureCookies) void reply.header('strict-transport-security', 'max-age=31536000');
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store');
    if (!STREAM.test(request.url)) {
      inFlight += 1;
      reply.raw.once('close', () => (inFlight -= 1));
      if (inFlight > MOST_IN_FLIGHT && !request.url.startsWith('/health')) {
        next(Object.assign(new Error('overloaded'), { code: '57P03' }));
        return;
      }
    }
    // A worker answers its own health only; people are served by the api role.
    if (configuration.role === 'worker' && !/^\/(health|metrics)/.test(request.url)) {
      next(new NotFoundException());
      return;
    }
    requestContext.run({ requestId: request.id }, next);
  });
  // Attachments arrive as raw bytes; everything else is JSON of at most 1 MB.
  fastify.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: MOST_UPLOAD_BYTES },
    (_, body, done) => done(null, body),
  );
  takeHooksAsBytes(app);
  await app.register(fastifyCookie as never);
  const page = await serveConsole(app, configuration);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(log, page));
}

type Page = (request: FastifyRequest, reply: FastifyReply) => boolean;

async function serveConsole(app: NestFastifyApplication, { webFolder }: Configuration): Promise<Page> {
  const index = join(webFolder, 'index.html');
  if (!existsSync(index)) return () => false;
  await app.register(fastifyStatic as never, {
    root: join(webFolder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '30d',
    wildcard: true,
    preCompressed: true,
  });
  await app.register(fastifyStatic as never, {
    root: webFolder,
    prefix: '/',
    wildcard: false,
    index: false,
    decorateReply: false,
    globIgnore: ['assets/**', 'index.html'],
  });
  return (request, reply) => {
    const wantsPage =
      request.method === 'GET' &&
      (request.headers.accept ?? '').includes('text/html') &&
      !/^\/(api|assets|health|metrics)(\/|$|\?)/.test(request.url);
    if (wantsPage) {
      void reply
        .status(200)
        .header('content-type', 'text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(createReadStream(index));
    }
    return wantsPage;
  };
}
