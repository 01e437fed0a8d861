import * as api from '../http/api.ts';
import { AccountOutbox } from '../outbox/account-outbox.ts';
import { OutboxStore } from '../outbox/outbox-store.ts';
import type { Chat } from '../state/chat.ts';
import { ChatSession } from './chat-session.ts';

/** The session of this browser's tab, with the server that the page came from. */
export function pageSession(watch: (chat: Chat) => void): ChatSession {
  const server = { ...api, openSocket: () => new WebSocket(api.socketAddress()) };
  const name = `chatterbox-outbox ${new URL('.', document.baseURI).pathname}`;
  const outbox = new AccountOutbox(name, new OutboxStore(name), new BroadcastChannel(name), navigator.locks);
  return new ChatSession(server, watch, { outbox, reload: () => location.reload() });
}
