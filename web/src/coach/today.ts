// The day it is where the coach sits.
export function today(now = new Date()): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

/** Monday and Sunday of the week of a day. */
export function weekOf(day: string): { from: string; to: string } {
  const date = new Date(`${day}T12:00:00Z`);
  const since = (date.getUTCDay() + 6) % 7;
  const shifted = (days: number) => new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  return { from: shifted(-since), to: shifted(6 - since) };
}
