/** RFC 6266 with an RFC 8187 name, so that Chinese names survive every browser. */
export function disposition(name: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `attachment; filename*=UTF-8''${encoded}`;
}
