import { type Action, type Chat, openRoom } from '../state/chat.ts';
import type { FollowedPage, ThreadPage } from '../wire/thread-records.ts';

/** What the session of the threads needs of the server. */
export interface ThreadServer {
  thread(room: string, root: number, before?: number): Promise<ThreadPage>;
  threads(): Promise<FollowedPage>;
}

interface Steps {
  chat(): Chat;
  /** A change that is itself a step of what the session does about another one. */
  advance(action: Action): void;
  dispatch(action: Action): void;
}

const tryAgainMs = 3000;

/** The thread that is open, and the list of those that the reader follows: loaded when they are wanted. */
export class ThreadSession {
  constructor(
    private readonly server: ThreadServer,
    private readonly steps: Steps,
  ) {}

  open(room: string, root: number): void {
    this.steps.dispatch({ type: 'thread-opened', room, root });
  }

  close(): void {
    if (this.steps.chat().thread) this.steps.dispatch({ type: 'thread-closed' });
  }

  loadOlder(): void {
    const { thread } = this.steps.chat();
    const oldest = thread?.messages[0]?.seq;
    if (thread?.history === 'known' && !thread.complete && oldest !== undefined) this.load(oldest);
  }

  see(seq: number): void {
    const { thread } = this.steps.chat();
    if (thread) this.steps.dispatch({ type: 'thread-seen', room: thread.room, root: thread.root, seq });
  }

  learn(page: FollowedPage): void {
    this.steps.dispatch({ type: 'threads-loaded', page });
  }

  /** To be called on an open line. */
  pursue(): void {
    const chat = this.steps.chat();
    if (chat.followed.state === 'unknown') this.loadList();
    const isFollowed = openRoom(chat)?.following === 'yes';
    if (chat.thread?.history === 'unknown' && isFollowed) this.load();
  }

  /** The room is followed first: a reply in between comes twice, and is kept once. */
  private load(before?: number): void {
    const { thread } = this.steps.chat();
    if (!thread) return;
    const { room, root } = thread;
    this.steps.advance({ type: 'thread-asked' });
    this.server.thread(room, root, before).then(
      (page) => {
        const place = before === undefined ? {} : { before };
        this.steps.dispatch({ type: 'thread-loaded', room, root, page, ...place });
      },
      () => setTimeout(() => this.steps.dispatch({ type: 'thread-failed', room, root }), tryAgainMs),
    );
  }

  private loadList(): void {
    this.steps.advance({ type: 'threads-asked' });
    this.server.threads().then(
      (page) => this.learn(page),
      () => setTimeout(() => this.steps.dispatch({ type: 'threads-failed' }), tryAgainMs),
    );
  }
}
