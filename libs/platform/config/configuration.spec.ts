import { InvalidConfiguration, readConfiguration } from './configuration.js';

const KEY = Buffer.alloc(32, 1).toString('base64');
const good = { DATABASE_URL: 'postgres://u:secret@db/hotline', HOTLINE_KEY: KEY };

describe('configuration', () => {
  it('has safe defaults', () => {
    expect(readConfiguration(good)).toMatchObject({
      role: 'all',
      port: 3000,
      queueUrl: 'postgres',
      demo: false,
      secureCookies: true,
      trustProxy: false,
      databaseOwnerUrl: good.DATABASE_URL,
    });
    expect(readConfiguration({ ...good, DEMO: 'true' })).toMatchObject({ demo: true, secureCookies: false });
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT must be a whole number from 0 to 65535, not "eighty".'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535, not "70000".'],
    [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535, not "-1".'],
    [{ ROLE: 'boss' }, 'ROLE must be one of all, api, worker, not "boss".'],
    [{ DEMO: 'perhaps' }, 'DEMO must be true or false, not "perhaps".'],
    [{ QUEUE_URL: 'amqp://mq' }, 'QUEUE_URL must be an address that starts with redis:// or rediss://.'],
    [{ DATABASE_URL: '' }, 'DATABASE_URL must be set to an address that starts with postgres://.'],
    [
      { DATABASE_URL: 'mysql://u:secret@db/x' },
      'DATABASE_URL must be an address that starts with postgres:// or postgresql://.',
    ],
    [
      { DATABASE_OWNER_URL: 'nonsense' },
      'DATABASE_OWNER_URL must be an address that starts with postgres:// or postgresql://.',
    ],
    [
      { HOTLINE_KEY: 'short' },
      'HOTLINE_KEY must be set to 32 random bytes in base64 (openssl rand -base64 32).',
    ],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud".',
    ],
  ])('stops the start with one sentence: %j', (wrong, sentence) => {
    const read = () => readConfiguration({ ...good, ...wrong });
    expect(read).toThrow(InvalidConfiguration);
    expect(read).toThrow(sentence);
  });

  it('never repeats an address, which may hold a password', () => {
    expect(() => readConfiguration({ ...good, DATABASE_URL: 'mysql://u:secret@db/x' })).not.toThrow(/secret/);
  });
});
