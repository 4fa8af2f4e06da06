import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { createLog, readConfiguration } from '@hotline/platform';
import { AppModule } from './app.module.js';
import { describeContract } from './edge/openapi.js';

/** Writes the OpenAPI document without a database: Nest's preview mode reads the routes and makes no providers. */
async function main(file: string): Promise<void> {
  const configuration = readConfiguration({
    DATABASE_URL: 'postgres://nobody@127.0.0.1/none',
    HOTLINE_KEY: Buffer.alloc(32).toString('base64'),
  });
  const module = AppModule.forRoot(configuration, createLog('silent'));
  const app = await NestFactory.create(module, new FastifyAdapter(), { preview: true, logger: false });
  writeFileSync(file, `${JSON.stringify(describeContract(app), null, 2)}\n`);
}

const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: contract FILE');
main(file).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
