/** Times as people here read them, in their own time zone. Pure. */

const two = (value: number): string => String(value).padStart(2, '0');

/** `HH:MM` */
export function clock(time: Date): string {
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** `MM-DD-YYYY HH:MM` */
export function fullTime(time: Date): string {
  return `${two(time.getMonth() + 1)}-${two(time.getDate())}-${time.getFullYear()} ${clock(time)}`;
}

/** The text with each time in it that a machine wrote as people here read it. */
export function withLocalTimes(text: string): string {
  return text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d(?::[\d.]+)?Z/g, (time) => fullTime(new Date(time)));
}

export function nextMidnight(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
}

export function sameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}

/** The day as a heading: today, yesterday, or its date. */
export function dayName(day: Date, now: Date): string {
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (sameDay(day, now)) return 'Today';
  if (sameDay(day, yesterday)) return 'Yesterday';
  const year = day.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return day.toLocaleDateString(undefined, { weekday: 'long', month: 'long', day: 'numeric', ...year });
}
