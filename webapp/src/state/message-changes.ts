import type { Message, MessageChange, MessageState, Reaction, RoomEvent } from '../wire/protocol.ts';
import type { Replies } from '../wire/thread-records.ts';

/** So many faces stand below a message. */
const mostPeople = 3;

/** What an event makes of any message: of the one that it changes, and of the root of the thread that it is in. */
export function applyTo(message: Message, event: RoomEvent): Message {
  if (event.type === 'message' && event.thread === message.seq)
    return isCounted(message, event) ? message : withReplies(message, added(message, event));
  if (!isChange(event)) return message;
  const isRoot = event.type === 'deleted' && event.thread === message.seq;
  return isRoot ? withReplies(message, event.replies) : changeMessage(message, event);
}

/** A page may be ahead of the events. What it told of a reply that is deleted since, the deletion tells anew. */
function isCounted({ state }: Message, { seq }: Message): boolean {
  return seq <= (state?.thread?.last ?? 0);
}

function added({ state }: Message, { seq, author, at }: Message): Replies {
  const { replies, people } = state?.thread ?? { replies: 0, people: [] };
  return {
    replies: replies + 1,
    last: seq,
    lastAt: at,
    people: [...new Set([author, ...people])].slice(0, mostPeople),
  };
}

function withReplies(message: Message, thread: Replies | undefined): Message {
  return withState(message, { ...message.state, thread });
}

/** What becomes of a message. A page that is newer than the events behind it and the same events over again give the same message. */
export function changeMessage(message: Message, change: MessageChange): Message {
  const state = message.state ?? {};
  if (message.seq !== change.message || state.deletedBy !== undefined) return message;
  switch (change.type) {
    case 'edited':
      return withState({ ...message, text: change.text }, { ...state, editedAt: change.at });
    case 'deleted':
      return tombstone({ ...message, state: { ...state, deletedBy: change.by } });
    case 'pinned':
      return withState(message, { ...state, pinnedBy: change.on ? change.by : undefined });
    case 'reacted':
      return withState(message, { ...state, reactions: react(state.reactions ?? [], change) });
  }
}

/** Of a deleted message nothing is left but its place, and the thread under it. */
export function tombstone(message: Message): Message {
  const { deletedBy, thread: replies } = message.state ?? {};
  if (deletedBy === undefined) return message;
  const { type, room, seq, id, author, at, thread, also } = message;
  const place = { ...(thread !== undefined && { thread }), ...(also !== undefined && { also }) };
  const state = { deletedBy, ...(replies && { thread: replies }) };
  return { type, room, seq, id, author, at, ...place, text: '', state };
}

export function isChange(event: RoomEvent): event is MessageChange {
  return event.type === 'edited' || event.type === 'deleted' || event.type === 'reacted' || event.type === 'pinned';
}

function react(reactions: readonly Reaction[], change: Extract<MessageChange, { type: 'reacted' }>): Reaction[] {
  const { emoji, username, on } = change;
  const known = reactions.some((each) => each.emoji === emoji);
  const all = known ? reactions : [...reactions, { emoji, people: [] }];
  return all
    .map((each) => (each.emoji === emoji ? { emoji, people: turned(each.people, username, on) } : each))
    .filter(({ people }) => people.length > 0);
}

function turned(people: readonly string[], username: string, on: boolean): string[] {
  if (on) return people.includes(username) ? [...people] : [...people, username];
  return people.filter((each) => each !== username);
}

/** Without what is not there, as the server writes it. */
function withState(
  message: Message,
  { editedAt, deletedBy, pinnedBy, reactions, thread }: Partial<Undefinable<MessageState>>,
): Message {
  const state: MessageState = {
    ...(editedAt !== undefined && { editedAt }),
    ...(deletedBy !== undefined && { deletedBy }),
    ...(pinnedBy !== undefined && { pinnedBy }),
    ...(reactions && reactions.length > 0 && { reactions }),
    ...(thread && { thread }),
  };
  if (Object.keys(state).length > 0) return { ...message, state };
  const plain = { ...message };
  delete plain.state;
  return plain;
}

type Undefinable<T> = { [K in keyof T]: T[K] | undefined };
