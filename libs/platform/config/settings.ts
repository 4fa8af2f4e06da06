import { InvalidConfiguration } from './configuration.js';

export type Settings = Readonly<Record<string, string | undefined>>;

/** Typed readers over environment variables; every complaint is one sentence that names the variable. */
export function readSetting(env: Settings) {
  const value = (name: string) => env[name]?.trim() || undefined;
  const complain = (name: string, wanted: string): never => {
    throw new InvalidConfiguration(`${name} must be ${wanted}.`);
  };
  return {
    text: (name: string, preset: string) => value(name) ?? preset,
    integer: (name: string, preset: number, least: number, most: number): number => {
      const given = value(name);
      if (given === undefined) return preset;
      const number = Number(given);
      if (!/^\d+$/.test(given) || number < least || number > most) {
        return complain(name, `a whole number from ${least} to ${most}, not "${given}"`);
      }
      return number;
    },
    flag: (name: string, preset: boolean): boolean => {
      const given = value(name)?.toLowerCase();
      if (given === undefined) return preset;
      if (['true', '1', 'yes', 'on'].includes(given)) return true;
      if (['false', '0', 'no', 'off'].includes(given)) return false;
      return complain(name, `true or false, not "${given}"`);
    },
    choice: <T extends string>(name: string, choices: readonly T[], preset: T): T => {
      const given = value(name);
      if (given === undefined) return preset;
      return (
        choices.find((choice) => choice === given) ??
        complain(name, `one of ${choices.join(', ')}, not "${given}"`)
      );
    },
    // The value may hold a password, so it is never repeated in the message.
    url: (name: string, protocols: readonly string[]): string => {
      const given = value(name) ?? complain(name, `set to an address that starts with ${protocols[0]}//`);
      if (!URL.canParse(given) || !protocols.includes(new URL(given).protocol)) {
        return complain(name, `an address that starts with ${protocols.join('// or ')}//`);
      }
      return given;
    },
    key: (name: string): Buffer => {
      const bytes = Buffer.from(value(name) ?? '', 'base64');
      return bytes.length === 32
        ? bytes
        : complain(name, 'set to 32 random bytes in base64 (openssl rand -base64 32)');
    },
  };
}
