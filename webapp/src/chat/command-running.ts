import type { SlashCommand } from '../composer/commands.ts';
import * as api from '../http/api.ts';
import type { Panel } from '../panels/chat-panels.ts';
import { type Chat, openRoom } from '../state/chat.ts';
import { withLevel } from '../state/notifying.ts';
import type { Room } from '../state/room.ts';
import { text } from '../texts/texts.ts';
import type { NotifyLevel } from '../wire/protocol.ts';
import type { Navigation } from './navigation.ts';
import { titleOf } from './room-names.ts';

interface Page {
  readonly navigation: Navigation;
  chat(): Chat;
  post(words: string): void;
  openPanel(panel: Panel): void;
  say(problem: unknown): void;
}

/** Carries out what is written as a command instead of a message. */
export class CommandRunning {
  constructor(private readonly page: Page) {}

  run(command: SlashCommand): void {
    const room = openRoom(this.page.chat());
    if (room) this.carryOut(command, room).catch((problem: unknown) => this.page.say(problem));
  }

  private async carryOut({ name, rest }: SlashCommand, room: Room): Promise<void> {
    switch (name) {
      case 'me':
        if (rest !== '') this.page.post(`_${rest}_`);
        break;
      case 'topic':
        await api.changeRoom(room.id, { topic: rest });
        break;
      case 'invite':
        for (const username of names(rest)) await api.addMember(room.id, username);
        break;
      case 'join':
        await this.join(rest.replace(/^#/, ''));
        break;
      case 'leave':
        await api.removeMember(room.id, room.reader);
        break;
      case 'dm':
        this.page.navigation.go((await api.direct(names(rest))).id);
        break;
      case 'mute':
        await this.hear(room, 'nothing');
        break;
      case 'unmute':
        await this.hear(room, 'mentions');
        break;
      case 'search':
      case 'help':
        this.page.openPanel(name);
        break;
    }
  }

  private async hear(room: Room, level: NotifyLevel): Promise<void> {
    const preferences = this.page.chat().preferences ?? (await api.preferences());
    await api.prefer(withLevel(preferences, room.id, level));
    this.page.say(text(level === 'nothing' ? 'command.muted' : 'command.unmuted', { room: titleOf(room) }));
  }

  private async join(name: string): Promise<void> {
    const { rooms } = await api.directory(name);
    const found = rooms.find((each) => each.name.toLocaleLowerCase() === name.toLocaleLowerCase());
    if (!found) return this.page.say(text('command.no-room', { room: name }));
    await api.addMember(found.id, this.page.chat().me?.username ?? '');
    this.page.navigation.go(found.id);
  }
}

function names(rest: string): string[] {
  return rest.split(/[\s,]+/).flatMap((name) => (name === '' ? [] : [name.replace(/^@/, '')]));
}
