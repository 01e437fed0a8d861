import type { OutgoingText } from '../state/outbox.ts';
import type { PresenceLine } from '../state/presence.ts';
import { sameDay } from '../texts/dates.ts';
import type { Message } from '../wire/protocol.ts';

/** What the timeline shows, from top to bottom. */
export type Row =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'new'; key: string }
  | { kind: 'reply-count'; key: string; count: number }
  | { kind: 'presence'; key: string; line: PresenceLine }
  | { kind: 'message'; key: string; at: number; author: string; text: string; first: boolean; source: MessageSource };
/** A message of the room's log, or a text of our own that is on its way there. */
export type MessageSource = { message: Message } | { outgoing: OutgoingText };

interface Material {
  messages: readonly Message[];
  /** There are messages above the first one, only on the server. */
  older: boolean;
  lines: readonly PresenceLine[];
  outgoing: readonly OutgoingText[];
  /** Below which number what others wrote is new; only when anything may be. */
  newAfter?: number | undefined;
  me: string;
  /** The first message is the root of a thread with so many replies. */
  replies?: number | undefined;
}

const groupMs = 5 * 60_000;

export function rows({ messages, older, lines, outgoing, newAfter, me, replies }: Material): Row[] {
  const shown = older ? lines.filter((line) => !standsAbove(line, messages[0])) : lines;
  const parts = [...interleave(messages, shown), ...outgoing.map((text) => ({ outgoing: text }))];
  const result: Row[] = [];
  const firstNew =
    newAfter === undefined || isAbove(newAfter, messages, older)
      ? undefined
      : messages.find(({ seq, author }) => seq > newAfter && author !== me);
  let above: { author: string; at: number } | undefined;
  let lastAt: number | undefined;
  for (const part of parts) {
    if ('kind' in part) {
      result.push({ kind: 'presence', key: part.key, line: part });
      above = undefined;
      continue;
    }
    const { key, at: written, author, text } = contentOf(part, me);
    // This browser's clock may be behind the server's; what is on its way is the newest all the same.
    const at = 'outgoing' in part ? Math.max(written, lastAt ?? written) : written;
    if (lastAt === undefined || !sameDay(lastAt, at)) {
      result.push({ kind: 'day', key: `day-${new Date(at).toDateString()}`, at });
      above = undefined;
    }
    if ('message' in part && part.message === firstNew) {
      result.push({ kind: 'new', key: 'new' });
      above = undefined;
    }
    const isReply = 'message' in part ? part.message.replyTo !== undefined : part.outgoing.replyTo !== undefined;
    const first = isReply || above?.author !== author || at - above.at >= groupMs;
    result.push({ kind: 'message', key, at, author, text, first, source: part });
    above = { author, at };
    lastAt = at;
    if (replies && 'message' in part && part.message === messages[0]) {
      result.push({ kind: 'reply-count', key: 'reply-count', count: replies });
      above = undefined;
    }
  }
  return result;
}

type Part = PresenceLine | MessageSource;

function interleave(messages: readonly Message[], lines: readonly PresenceLine[]): Part[] {
  const parts: Part[] = [];
  let next = 0;
  for (const message of messages) {
    for (let line = lines[next]; line && placeOf(line, message.room) < message.seq; line = lines[++next])
      parts.push(line);
    parts.push({ message });
  }
  return [...parts, ...lines.slice(next)];
}

function standsAbove(line: PresenceLine, first: Message | undefined): boolean {
  return first !== undefined && placeOf(line, first.room) < first.seq;
}

/** The first of the new messages may be among those that are not here. */
function isAbove(newAfter: number, [first]: readonly Message[], older: boolean): boolean {
  return older && first !== undefined && first.seq > newAfter + 1;
}

function placeOf(line: PresenceLine, room: string): number {
  return line.after.get(room) ?? Infinity;
}

function contentOf(source: MessageSource, me: string) {
  if ('outgoing' in source) {
    const { id, at, text } = source.outgoing;
    return { key: `${me}-${id}`, at, author: me, text };
  }
  const { id, at, author, text } = source.message;
  return { key: `${author}-${id}`, at: Date.parse(at), author, text };
}
