import { type Action, type Chat, openRoom } from '../state/chat.ts';
import type { Person } from '../wire/protocol.ts';

interface Server {
  person(username: string): Promise<Person>;
}

const recentMessages = 50;

/** A live message names its author only; of those who are not among the people online we ask the display name, once. */
export class Strangers {
  private readonly askedFor = new Set<string>();

  constructor(
    private readonly server: Server,
    private readonly dispatch: (action: Action) => void,
  ) {}

  meet(chat: Chat): void {
    const shown = [openRoom(chat)?.messages ?? [], chat.thread?.messages ?? []];
    for (const { author } of shown.flatMap((messages) => messages.slice(-recentMessages))) {
      if (chat.names.has(author) || this.askedFor.has(author)) continue;
      this.askedFor.add(author);
      this.server.person(author).then(
        (person) => this.dispatch({ type: 'person-found', person }),
        () => this.askedFor.delete(author),
      );
    }
  }
}
