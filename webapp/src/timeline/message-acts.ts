import type { Room } from '../state/room.ts';
import type { Me, Message } from '../wire/protocol.ts';

/** What a reader may do to a message; each is told to the page as a `message-act`. */
export type Act = 'react' | 'reply' | 'thread' | 'edit' | 'pin' | 'link' | 'unread' | 'readers' | 'delete';

export interface MessageAct {
  readonly act: Act | 'save' | 'jump' | 'stop' | 'edits';
  readonly message: Message;
  readonly emoji?: string;
  readonly text?: string;
  /** Of a jump: where to. */
  readonly seq?: number;
}

/** What the reader is in the room, and whether anything may still change there. */
export interface Rights {
  readonly me: string;
  readonly moderates: boolean;
  readonly writes: boolean;
  readonly archived: boolean;
  /** What is looked at is a thread. */
  readonly inThread?: boolean;
}

export function rightsOf({ owner, kind, archived }: Room, me: Me | undefined): Rights {
  const moderates = owner || me?.role === 'moderator' || me?.role === 'admin';
  const writes = !archived && (kind !== 'announcement' || moderates);
  return { me: me?.username ?? '', moderates, writes, archived };
}

export const noRights: Rights = { me: '', moderates: false, writes: false, archived: true };

export function actsOn(message: Message, { me, moderates, writes, archived, inThread = false }: Rights): Act[] {
  const hasThread = message.thread !== undefined || message.state?.thread !== undefined;
  if (message.state?.deletedBy !== undefined) {
    return inThread ? ['link'] : [...(hasThread ? (['thread'] as const) : []), 'link', 'unread'];
  }
  const own = message.author === me;
  const may: Record<Act, boolean> = {
    react: !archived,
    reply: writes,
    thread: !inThread && (writes || hasThread),
    edit: own && !archived,
    pin: writes,
    link: true,
    unread: !inThread,
    readers: true,
    delete: (own || moderates) && !archived,
  };
  return (Object.keys(may) as Act[]).filter((act) => may[act]);
}

/** The key for each on a chosen message. */
export const actKeys: Partial<Record<string, Act>> = {
  r: 'reply',
  t: 'thread',
  e: 'edit',
  '+': 'react',
  p: 'pin',
  u: 'unread',
  c: 'link',
  s: 'readers',
  Delete: 'delete',
};
