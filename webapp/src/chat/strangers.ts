import { type Chat, openRoom } from '../state/chat.ts';
import type { Person } from '../wire/protocol.ts';

const recentMessages = 50;

/** A live message names its author only; of those who are not among the people online we ask the display name, once. */
export class Strangers {
  private readonly askedFor = new Set<string>();

  constructor(
    private readonly ask: (username: string) => Promise<Person>,
    private readonly found: (person: Person) => void,
  ) {}

  meet(chat: Chat): void {
    const recent = openRoom(chat)?.messages.slice(-recentMessages) ?? [];
    for (const { author } of recent) {
      if (chat.names.has(author) || this.askedFor.has(author)) continue;
      this.askedFor.add(author);
      this.ask(author).then(this.found, () => this.askedFor.delete(author));
    }
  }
}
