export default async function globalTeardown() {
  await globalThis.__hotlinePostgres?.stop();
}
