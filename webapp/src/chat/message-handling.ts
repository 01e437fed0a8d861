import * as api from '../http/api.ts';
import type { Chat } from '../state/chat.ts';
import type { Room } from '../state/room.ts';
import { plain } from '../markdown/plain.ts';
import type { MessagePanel } from '../panels/chat-panels.ts';
import { messageOf } from '../state/window.ts';
import { shortened } from '../texts/shortened.ts';
import { text } from '../texts/texts.ts';
import type { MessageAct } from '../timeline/message-acts.ts';
import type { Message } from '../wire/protocol.ts';
import type { ChatSession } from './chat-session.ts';
import type { Navigation } from './navigation.ts';

/** What the handling needs of its page. */
export interface HandlingPage {
  readonly session: ChatSession;
  readonly navigation: Navigation;
  chat(): Chat;
  /** The room or the thread whose messages these are. */
  room(): Room | undefined;
  changed(): void;
  focusComposer(): void;
  openAbout(panel: MessagePanel, message: Message): void;
  confirmed(title: string, words: string, action: string): Promise<boolean>;
  /** A refusal, or words of our own. */
  say(problem: unknown): void;
}

/** What the reader does to messages: which one is being edited, which one answered, and what goes to the server at once. */
export class MessageHandling {
  editing: { room: string; seq: number } | undefined;
  private answering: Message | undefined;

  constructor(private readonly page: HandlingPage) {}

  /** The message that is being answered in the open room, as the message box shows it. */
  get replyTo(): { seq: number; name: string; text: string } | undefined {
    const chat = this.page.chat();
    const room = this.page.room();
    if (!room || this.answering?.room !== room.id) return undefined;
    // It may have left the window meanwhile.
    const message = messageOf(room, this.answering.seq) ?? this.answering;
    if (message.state?.deletedBy !== undefined) return undefined;
    const name = chat.names.get(message.author) ?? message.author;
    return { seq: message.seq, name, text: shortened(plain(message.text)) };
  }

  get editingHere(): number | undefined {
    return this.editing?.room === this.page.chat().openRoom ? this.editing.seq : undefined;
  }

  stopReply(): void {
    this.answering = undefined;
    this.page.changed();
  }

  editLast(): void {
    const room = this.page.room();
    const last = room?.messages.findLast(({ author, state }) => author === room.reader && !state?.deletedBy);
    if (last && room && !room.archived) this.edit(last);
  }

  handle({ act, message, emoji, text: words }: MessageAct): void {
    switch (act) {
      case 'react':
        if (emoji !== undefined) this.attempt(api.react(message, emoji, !this.hasReacted(message, emoji)));
        break;
      case 'reply':
        this.answering = message;
        this.page.changed();
        this.page.focusComposer();
        break;
      case 'thread':
        this.page.navigation.goToThread(message.room, message.thread ?? message.seq);
        break;
      case 'edit':
        this.edit(message);
        break;
      case 'save':
        this.stopEditing();
        this.attempt(api.editMessage(message, words ?? ''));
        break;
      case 'stop':
        this.stopEditing();
        break;
      case 'pin':
        this.attempt(api.pin(message, message.state?.pinnedBy === undefined));
        break;
      case 'link':
        this.attempt(this.copyLink(message));
        break;
      case 'edits':
      case 'readers':
        this.page.openAbout(act, message);
        break;
      case 'unread':
        this.page.session.markUnread(message.room, message.seq);
        break;
      case 'delete':
        this.attempt(this.delete(message));
        break;
    }
  }

  private edit({ room, seq }: Message): void {
    this.editing = { room, seq };
    this.page.changed();
  }

  private stopEditing(): void {
    this.editing = undefined;
    this.page.changed();
    this.page.focusComposer();
  }

  private hasReacted({ state }: Message, emoji: string): boolean {
    const me = this.page.chat().me?.username ?? '';
    return state?.reactions?.some((each) => each.emoji === emoji && each.people.includes(me)) ?? false;
  }

  private async copyLink(message: Message): Promise<void> {
    await navigator.clipboard.writeText(this.page.navigation.linkTo(message));
    this.page.say(text('message.link-copied'));
  }

  private async delete(message: Message): Promise<void> {
    const words = [text('message.delete-title'), text('message.delete-text'), text('message.delete')] as const;
    if (await this.page.confirmed(...words)) await api.deleteMessage(message);
  }

  private attempt(work: Promise<void>): void {
    work.catch((problem: unknown) => this.page.say(problem));
  }
}
