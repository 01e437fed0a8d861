import type { Readers } from '../http/api.ts';
import { type Chat, openRoom } from '../state/chat.ts';
import { lastOwn, tellsReceipts } from '../state/receipts.ts';

/**
 * Asks who has seen the reader's last message when a direct room is opened, and when the line was lost meanwhile: what happens
 * then is told by itself.
 */
export class SeenAsking {
  private asked = '';

  constructor(
    private readonly readers: (place: { room: string; seq: number }) => Promise<Readers>,
    private readonly learn: (room: string, seq: number, usernames: readonly string[]) => void,
  ) {}

  /** To be called after each change. */
  update(chat: Chat): void {
    const room = openRoom(chat);
    const isOn = chat.connection.phase === 'open' && chat.preferences && tellsReceipts(chat.preferences);
    if (!room || !isOn) {
      this.asked = '';
      return;
    }
    const seq = lastOwn(room);
    if (seq === undefined || this.asked === room.id) return;
    const { id } = room;
    this.asked = id;
    this.readers({ room: id, seq }).then(
      ({ people }) =>
        this.learn(
          id,
          seq,
          people.map(({ username }) => username),
        ),
      () => undefined,
    );
  }
}
