export function onPath(name: string): string | null;
