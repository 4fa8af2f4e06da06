import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const HOOKS = '/api/telephony/hooks/';
const HOOK_TYPE = 'application/x-hotline-hook';
const MOST_HOOK_BYTES = 262_144;

/**
 * What a webhook brings is bytes until its signature is proved, whatever media type its sender gives: it is not parsed for a
 * stranger, and what cannot be parsed can still be kept.
 */
export function takeHooksAsBytes(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, _, next) => {
    if (request.method === 'POST' && request.url.startsWith(HOOKS))
      request.headers['content-type'] = HOOK_TYPE;
    next();
  });
  fastify.addContentTypeParser(
    HOOK_TYPE,
    { parseAs: 'buffer', bodyLimit: MOST_HOOK_BYTES },
    (_, body, done) => done(null, body),
  );
}
