import { locale, text } from './texts.ts';

const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23' });
const dayThisYear = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
const dayOfYear = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });
const dayMs = 86_400_000;
const short = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });

export const whenText = (at: number) => short.format(at);
export const timeText = (at: number) => time.format(at);
export const fullDateText = (at: number) => full.format(at);

export function dayText(at: number, now: number): string {
  if (sameDay(at, now)) return text('timeline.today');
  if (sameDay(at, now - dayMs)) return text('timeline.yesterday');
  return (new Date(at).getFullYear() === new Date(now).getFullYear() ? dayThisYear : dayOfYear).format(at);
}

/** Within a sentence: the day as it is called, and the time. */
export function lastText(at: number, now: number): string {
  if (sameDay(at, now)) return text('date.today', { time: timeText(at) });
  if (sameDay(at, now - dayMs)) return text('date.yesterday', { time: timeText(at) });
  return whenText(at);
}

/** By the reader's calendar, not by UTC. */
export function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
