import { type Action, type Chat, isOther, openRoom, reduce, start } from '../state/chat.ts';
import type { AccountOutbox } from '../outbox/account-outbox.ts';
import { nextAsk } from '../state/following.ts';
import type { OutgoingText } from '../state/outbox.ts';
import type { Room } from '../state/room.ts';
import { nextEnd } from '../state/typing.ts';
import { Connection, type ConnectionState, type Standing } from '../wire/connection.ts';
import type { Command, Me, Person, Preferences, ServerEvent } from '../wire/protocol.ts';
import { uuidV7 } from '../wire/uuid.ts';
import { HistoryLoading, type HistoryServer } from './history-loading.ts';
import { IdleTelling } from './idle-telling.ts';
import { ReadTelling } from './read-telling.ts';
import { Strangers } from './strangers.ts';
import { type ThreadServer, ThreadSession } from './thread-session.ts';
import { TextSending } from './text-sending.ts';
import { TypingTelling } from './typing-telling.ts';

/** What the session needs of the server; `http/api.ts` and a WebSocket in the page, a fake in tests. */
export interface Server extends HistoryServer, ThreadServer {
  openSocket(): WebSocket;
  standing(): Promise<Standing>;
  person(username: string): Promise<Person>;
}

/** Where a text goes: as an answer, into a thread, or into both that and the room. */
export type TextPlace = Pick<OutgoingText, 'replyTo' | 'thread' | 'also'>;

/** What the session needs of the browser's tab. */
export interface Tab {
  readonly outbox: AccountOutbox;
  reload(): void;
}

/**
 * Keeps the state and does what the state calls for: after every change `pursue` compares what is with what should be
 * (rooms to follow, history to load, texts to send) and takes the next steps. Nothing else sends anything.
 */
export class ChatSession {
  private chat = start;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly connection: Connection;
  private readonly sending: TextSending;
  private readonly strangers: Strangers;
  private readonly reads = new ReadTelling((command) => this.connection.send(command));
  private readonly history: HistoryLoading;
  readonly threads: ThreadSession;
  private readonly idleness = new IdleTelling((command) => this.connection.send(command));
  private readonly typing = new TypingTelling((command) => this.connection.send(command));

  constructor(
    server: Server,
    private readonly watch: (chat: Chat) => void,
    private readonly tab: Tab,
  ) {
    this.connection = new Connection({
      open: () => server.openSocket(),
      standing: () => server.standing(),
      changed: (connection) => this.changeConnection(connection),
      received: (events) => this.receive(events),
    });
    const steps = {
      chat: () => this.chat,
      send: (command: Command) => this.connection.send(command),
      advance: (action: Action) => this.advance(action),
      dispatch: (action: Action) => this.dispatch(action),
    };
    this.sending = new TextSending(steps, tab.outbox);
    this.history = new HistoryLoading(server, steps);
    this.threads = new ThreadSession(server, steps);
    this.strangers = new Strangers(server, steps.dispatch);
  }

  begin(): void {
    void this.connection.connect();
  }

  /** Resolves when all that was written is stored, and the page may go. */
  end(): Promise<void> {
    clearTimeout(this.timer);
    this.connection.stop();
    return this.sending.settled();
  }

  wake(): void {
    this.connection.wake();
  }

  goOffline(): void {
    this.connection.goOffline();
  }

  /** Whoever writes in a room has come back to it. */
  post(text: string, place: TextPlace = {}): void {
    const room = this.chat.openRoom;
    this.typing.end();
    if (place.thread === undefined || place.also) {
      this.advance({ type: 'room-returned', room });
      this.advance({ type: 'reader-moved', room, away: false });
    }
    this.dispatch({ type: 'text-written', text: { id: uuidV7(), room, text, at: Date.now(), ...place } });
  }

  retry(id: string): void {
    this.dispatch({ type: 'text-retried', id, freshId: uuidV7() });
  }

  discard(id: string): void {
    this.dispatch({ type: 'text-discarded', id });
  }

  /** For one who leaves on purpose: nothing of what was written stays behind. */
  forgetTexts(): void {
    this.dispatch({ type: 'texts-forgotten' });
  }

  open(room: string): void {
    this.typing.end();
    this.dispatch({ type: 'room-opened', room });
  }

  /** Whether anyone looks at the page. */
  look(watched: boolean): void {
    this.dispatch({ type: 'room-looked-at', room: this.chat.openRoom, watched });
  }

  see(room: string, seq: number): void {
    this.dispatch({ type: 'room-seen', room, seq });
  }

  markUnread(room: string, from: number): void {
    this.connection.send({ type: 'unread', room, from });
    this.dispatch({ type: 'room-held', room, from });
  }

  /** All of the open room, whether it was looked at or not. */
  markRead(): void {
    const room = openRoom(this.chat);
    if (!room) return;
    this.advance({ type: 'room-returned', room: room.id });
    this.advance({ type: 'new-line-dismissed', room: room.id });
    this.dispatch({ type: 'room-seen', room: room.id, seq: room.cursor });
  }

  tellTyping(): void {
    this.typing.tell(this.chat.openRoom);
  }

  /** Loads the part of the open room around a message, unless it is there. */
  goTo(seq: number): Promise<boolean> {
    return this.history.goTo(seq);
  }

  /** Whether the reader of the open room is somewhere else than at its end. */
  move(away: boolean): void {
    this.dispatch({ type: 'reader-moved', room: this.chat.openRoom, away });
  }

  learnReaders(room: string, seq: number, usernames: readonly string[]): void {
    this.dispatch({ type: 'readers-loaded', room, seq, usernames });
  }

  /** Whether nobody touches this device. */
  rest(idle: boolean): void {
    this.idleness.become(idle);
  }

  learn(preferences: Preferences): void {
    this.dispatch({ type: 'preferences-loaded', preferences });
  }

  become(me: Me): void {
    this.dispatch({ type: 'me-changed', me });
  }

  /** At an edge of what the open room has. */
  loadMore(edge: 'start' | 'end'): void {
    this.history.loadMore(edge);
    this.watch(this.chat);
  }

  private changeConnection(connection: ConnectionState): void {
    if (connection.phase !== 'open') {
      this.reads.forget();
      this.idleness.forget();
    }
    this.sending.changeConnection(connection);
  }

  private receive(events: ServerEvent[]): void {
    const welcome = events.find((event) => event.type === 'welcome');
    if (welcome && isOther(this.chat, welcome)) return this.startOver();
    if (welcome && !this.chat.me) this.sending.enter(welcome.me.username);
    this.dispatch({ type: 'events-received', events, now: Date.now() });
  }

  /** Off the line first, so that nothing of the former account's goes out on it. */
  private startOver(): void {
    this.connection.goOffline();
    void this.sending.settled().then(() => this.tab.reload());
  }

  private dispatch(action: Action): void {
    this.chat = reduce(this.chat, action);
    this.pursue();
    this.sending.share();
    this.watch(this.chat);
  }

  private pursue(): void {
    if (this.chat.connection.phase !== 'open') return;
    const now = Date.now();
    this.advance({ type: 'time-passed', now });
    if (this.chat.own.following === 'behind') this.followOwn();
    this.chat.rooms.filter(({ following }) => following === 'behind').forEach((room) => this.follow(room));
    this.history.pursue();
    this.threads.pursue();
    this.idleness.pursue();
    this.sending.pursue(now);
    const nextRead = this.reads.pursue(this.chat.rooms, now);
    const others = [this.sending.nextLook(now), nextRead, nextEnd(this.chat.typing)];
    this.lookAgainAt(Math.min(...others, ...[this.chat.own, ...this.chat.rooms].map(nextAsk)));
    this.strangers.meet(this.chat);
  }

  /** A change that is itself a step of `pursue`. */
  private advance(action: Action): void {
    this.chat = reduce(this.chat, action);
  }

  private followOwn(): void {
    const { me, own } = this.chat;
    const follow = { type: 'follow', user: me?.username ?? '', after: own.cursor, epoch: own.epoch } as const;
    if (!this.connection.send(follow)) return;
    this.advance({ type: 'own-follow-sent', now: Date.now() });
  }

  private follow({ id, cursor, epoch }: Room): void {
    if (!this.connection.send({ type: 'follow', room: id, after: cursor, epoch })) return;
    this.advance({ type: 'follow-sent', room: id, now: Date.now() });
  }

  private lookAgainAt(time: number): void {
    clearTimeout(this.timer);
    if (time === Infinity) return;
    this.timer = setTimeout(
      () => this.dispatch({ type: 'time-passed', now: Date.now() }),
      Math.max(0, time - Date.now()),
    );
  }
}
