import type { Message, NotifyLevel, Preferences } from '../wire/protocol.ts';
import { type Counts, isMentioned } from './reading.ts';
import { type Room, unread } from './room.ts';

/** About what the reader is notified in a room; nothing is known of it: of what is for them. */
export function levelOf(preferences: Preferences | undefined, room: string): NotifyLevel {
  return preferences?.rooms.find((each) => each.room === room)?.level ?? 'mentions';
}

export function isMuted(preferences: Preferences | undefined, room: string): boolean {
  return levelOf(preferences, room) === 'nothing';
}

/** What a list of rooms tells of what is new in one: of a muted one nothing but mentions. */
export function soundOf(room: Room, preferences: Preferences | undefined): Counts {
  const counts = unread(room);
  return isMuted(preferences, room.id) ? { ...counts, unread: counts.mentions } : counts;
}

/** The usual level needs no mention. */
export function withLevel(preferences: Preferences, room: string, level: NotifyLevel): Preferences {
  const others = preferences.rooms.filter((each) => each.room !== room);
  return { ...preferences, rooms: level === 'mentions' ? others : [...others, { room, level }] };
}

/** Which of a room's messages after this number are worth a notification. In a direct room each one is for the reader. */
export function notable(room: Room, after: number, level: NotifyLevel): Message[] {
  if (level === 'nothing') return [];
  const { upTo, seen } = room.reading;
  const from = Math.max(after, upTo, seen);
  const isForReader = (message: Message) =>
    level === 'all' ||
    room.kind === 'direct' ||
    isMentioned(message.mentions, room.reader) ||
    isInThread(room, message);
  const isOfOthers = ({ author, state }: Message) => author !== room.reader && !state?.deletedBy;
  const inRoom = room.messages.filter((message) => message.seq > from && isForReader(message));
  const aside = room.asides.filter((message) => message.seq > after && isCalling(room, message));
  return [...inRoom, ...aside].filter(isOfOthers).sort((a, b) => a.seq - b.seq);
}

/** A reply in a followed thread is for the reader as a mention is. */
function isInThread(room: Room, { thread, seq }: Message): boolean {
  const followed = thread === undefined ? undefined : room.threads.get(thread);
  return followed?.following === true && seq > Math.max(followed.upTo, followed.seen);
}

function isCalling(room: Room, message: Message): boolean {
  return isMentioned(message.mentions, room.reader) ? message.seq > room.reading.upTo : isInThread(room, message);
}

/** `time` is `HH:mm`, which compares as text. The end is outside; from a time to the same one is all day. */
export function isQuiet({ quiet }: Preferences, time: string): boolean {
  if (!quiet) return false;
  const { from, to } = quiet;
  return from < to ? time >= from && time < to : time >= from || time < to;
}
