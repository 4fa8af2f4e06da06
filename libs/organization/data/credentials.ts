import { createHash, randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// argon2id by default, parameters of the OWASP password storage cheat sheet; 19 MiB a hash keeps a small server alive.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Hashed once a process: an unknown name costs the same as a wrong password.
let nobody: Promise<string> | undefined;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** Takes as long for a missing account as for a wrong password. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(16).toString('hex'));
  const fits = await verify(stored ?? (await nobody), password);
  return stored !== null && fits;
}

/** 256 random bits; machine tokens carry a prefix so that leaked ones can be searched for. */
export const newToken = (prefix = ''): string => prefix + randomBytes(32).toString('base64url');

/** Tokens are long and random, so one plain SHA-256 protects them at rest. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

// No 0 O 1 l I: the password is read aloud or copied from paper once.
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A password for the first sign-in, about 92 bits. */
export function oneTimePassword(): string {
  return Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
