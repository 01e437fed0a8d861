import * as api from '../http/api.ts';
import { AccountOutbox } from '../outbox/account-outbox.ts';
import { OutboxStore } from '../outbox/outbox-store.ts';

/** What a session has around it in a browser: the server that the page came from, and the tab that it is shown in. */
export const server = { ...api, openSocket: () => new WebSocket(api.socketAddress()) };

const outbox = `chatterbox-outbox ${new URL('.', document.baseURI).pathname}`;
export const tab = {
  outbox: new AccountOutbox(outbox, new OutboxStore(outbox), new BroadcastChannel(outbox), navigator.locks),
  reload: () => location.reload(),
};
