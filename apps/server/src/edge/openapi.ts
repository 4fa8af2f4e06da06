import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemBody } from '@hotline/platform';

/** The OpenAPI 3 document of every route; operationIds are the verbs of the field. */
export function describeContract(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('12351 hotline')
    .setDescription('Contacts, tickets down the union tree, clocks, call-backs and numbers.')
    .setVersion('1')
    .addCookieAuth('hotline_session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'Machine token' })
    .addSecurityRequirements('cookie')
    .addSecurityRequirements('bearer')
    .build();
  return SwaggerModule.createDocument(app, settings, {
    extraModels: [ProblemBody],
    operationIdFactory: (_controller, method) => method,
  });
}

/** Serves the document at `/api/openapi.json`; no third-party page is served with it. */
export function publishContract(app: INestApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (document ??= describeContract(app)), {
    ui: false,
    raw: ['json'],
    jsonDocumentUrl: 'api/openapi.json',
  });
}
