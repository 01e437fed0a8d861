import * as api from '../http/api.ts';
import type { Chat } from '../state/chat.ts';
import { isQuiet, levelOf, notable } from '../state/notifying.ts';
import type { Room } from '../state/room.ts';
import { shortened } from '../texts/shortened.ts';
import { text } from '../texts/texts.ts';
import type { Message, Preferences } from '../wire/protocol.ts';
import { showBadge } from './badge.ts';
import type { ChatSession } from './chat-session.ts';
import type { Navigation } from './navigation.ts';
import { nameOf } from './room-names.ts';

interface Page {
  readonly session: ChatSession;
  readonly navigation: Navigation;
}

const tryAgainMs = 30_000;

/** Calls for the reader while they look elsewhere: by the tab's title and icon, and by notifications, as far as they are wanted. */
export class Attention {
  private readonly heard = new Map<string, number>();
  private askedAt = -Infinity;

  constructor(private readonly page: Page) {}

  /** To be called after each change. */
  update(chat: Chat): void {
    showBadge(chat);
    if (!chat.preferences) this.learn(chat);
    for (const room of chat.rooms) {
      if (chat.preferences) this.notify(chat, room, chat.preferences);
      this.heard.set(room.id, room.cursor);
    }
  }

  private learn({ connection }: Chat): void {
    const now = Date.now();
    if (connection.phase !== 'open' || now - this.askedAt < tryAgainMs) return;
    this.askedAt = now;
    void api.preferences().then(
      (preferences) => this.page.session.learn(preferences),
      () => undefined,
    );
  }

  /** Of a burst only the last message; of the account's tabs only the one that sends. */
  private notify(chat: Chat, room: Room, preferences: Preferences): void {
    const last = notable(room, this.heard.get(room.id) ?? room.cursor, levelOf(preferences, room.id)).at(-1);
    const isWanted = last && chat.sends && !isQuiet(preferences, clock(new Date()));
    if (isWanted && (document.hidden || !document.hasFocus()) && mayNotify()) this.show(chat, room, last);
  }

  private show({ names }: Chat, room: Room, { author, text: words, seq, thread }: Message): void {
    const name = names.get(author) ?? author;
    const title = room.kind === 'direct' ? name : text('notify.message', { name, room: nameOf(room) });
    try {
      const notification = new Notification(title, { body: shortened(words), tag: room.id, icon: './favicon.svg' });
      notification.onclick = () => {
        focus();
        if (thread === undefined) void this.page.navigation.jump(room.id, seq);
        else this.page.navigation.goToThread(room.id, thread, seq);
      };
    } catch {
      // Browsers on phones allow them to service workers alone.
    }
  }
}

function mayNotify(): boolean {
  return 'Notification' in window && Notification.permission === 'granted';
}

function clock(now: Date): string {
  return [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
