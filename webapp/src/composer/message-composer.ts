import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { icons } from '../icons.ts';
import { LightElement } from '../light-element.ts';
import type { Room } from '../state/room.ts';
import { threadKey } from '../state/threads.ts';
import { text } from '../texts/texts.ts';
import type { Person } from '../wire/protocol.ts';
import { titleOf } from '../chat/room-names.ts';
import { commandFor } from './commands.ts';
import { Completion } from './completion.ts';
import './composer-state.ts';
import { draftOf, keepDraft } from './drafts.ts';
import { type Draft, insert, replaceBefore, toggleMark } from './editing.ts';
import { emojiFor } from './emoji-source.ts';
import './message-composer.css';
import { peopleFrom } from './people-source.ts';
import './reply-banner.ts';

const marks: Record<string, string> = { b: '**', i: '_', e: '`' };
const touch = matchMedia('(pointer: coarse)');

/** More than that at once is taken for a mistake: a box with megabytes in it stops the page, and no draft could be kept. */
const mostAtOnce = 100_000;

/** Where a message is written. What was begun stays with its room until it is sent. */
@customElement('message-composer')
export class MessageComposer extends LightElement {
  @property({ attribute: false }) room: Room | undefined;
  @property({ attribute: false }) me = '';
  @property({ attribute: false }) limit = 0;
  /** Of the open room; asked for when a name is begun. */
  @property({ attribute: false }) members: () => Promise<readonly Person[]> = () => Promise.resolve([]);
  @property({ attribute: false }) writes = true;
  /** The number of the root, where it writes into a thread. */
  @property({ attribute: false }) thread: number | undefined;
  @property({ attribute: false }) replyTo: { name: string; text: string } | undefined;
  @state() private text = '';
  @state() private picking = false;
  /** Something was put in that is much too long, and not taken. */
  @state() private refused = false;
  private fitted = '';
  @query('textarea') private readonly field!: HTMLTextAreaElement;
  private readonly completion = new Completion(
    this,
    [
      (draft) => (this.thread === undefined ? commandFor(draft) : undefined),
      peopleFrom(() => this.members()),
      emojiFor,
    ],
    (length, words) => this.edit(replaceBefore(this.draft, length, words)),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.room || !this.entersRoom(changed)) return;
    // Whoever types before the room is known has begun something, too.
    const early = changed.get('room') ? '' : this.text;
    this.change([draftOf(this.me, this.place), early].filter(Boolean).join('\n'));
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Ready to type, but not with a screen keyboard over half of the conversation.
    if (this.writes && this.entersRoom(changed) && !touch.matches) this.field.focus();
    if (this.writes) this.fit();
  }

  /** A text that was not sent comes back to be changed: behind what has been begun since. */
  resume(words: string): void {
    const text = [this.text, words].filter(Boolean).join('\n');
    this.edit({ text, start: text.length, end: text.length });
  }

  /** Measured only when there is something to measure, in a host that holds its height: the timeline above must not jump. */
  private fit(): void {
    const now = `${this.field.clientWidth} ${this.text}`;
    if (now === this.fitted) return;
    this.fitted = now;
    this.style.blockSize = `${this.offsetHeight}px`;
    this.field.style.height = 'auto';
    this.field.style.height = `${this.field.scrollHeight}px`;
    this.style.blockSize = '';
  }

  protected override render() {
    if (this.room && !this.writes) {
      return html`<p class="closed" data-testid="read-only">
        ${text(this.room.archived ? 'composer.archived' : 'composer.read-only')}
      </p>`;
    }
    const { id, label, placeholder } = this.words;
    return html`
      ${this.replyTo ? html`<reply-banner .name=${this.replyTo.name} .words=${this.replyTo.text}></reply-banner>` : nothing}
      <form class="box" @submit=${this.submit}>
        ${this.completion.render()}
        ${this.picking ? html`<emoji-picker @emoji-chosen=${this.choose} @picker-closed=${this.closePicker} @picker-left=${() => (this.picking = false)}></emoji-picker>` : nothing}
        <button
          type="button"
          class="button-icon"
          aria-label=${text('composer.emoji')}
          aria-expanded=${this.picking}
          data-testid="emoji-button"
          @click=${this.togglePicker}
        >
          ${icons.smile}
        </button>
        <textarea
          id=${id}
          rows="1"
          dir="auto"
          enterkeyhint=${touch.matches ? 'enter' : 'send'}
          data-testid=${id}
          aria-label=${label}
          aria-describedby="${id}-state"
          aria-autocomplete="list"
          aria-controls=${this.completion.isOpen ? 'suggestions' : nothing}
          aria-activedescendant=${this.completion.activeId ?? nothing}
          aria-invalid=${this.left < 0 ? 'true' : nothing}
          placeholder=${placeholder}
          .value=${this.text}
          @beforeinput=${this.beforeInput}
          @input=${this.typed}
          @keydown=${this.keydown}
          @blur=${() => this.completion.close()}
        ></textarea>
        <button
          class="send"
          aria-label=${text('composer.send')}
          data-testid="send"
          aria-disabled=${this.isSendable ? nothing : 'true'}
        >
          ${icons.send}
        </button>
      </form>
      <composer-state
        class="state"
        id="${id}-state"
        data-testid="composer-state"
        .left=${this.left}
        .limit=${this.refused ? this.limit : 0}
      ></composer-state>
    `;
  }

  private get words() {
    if (this.thread !== undefined) {
      return { id: 'thread-composer', label: text('thread.composer'), placeholder: text('thread.composer') };
    }
    const direct = this.room?.kind === 'direct';
    const room = this.room ? (direct ? titleOf(this.room) : this.room.name) : '';
    return {
      id: 'composer',
      label: text(direct ? 'composer.label-direct' : 'composer.label', { room }),
      placeholder: text(direct ? 'composer.placeholder-direct' : 'composer.placeholder', { room }),
    };
  }

  /** What a draft is kept under. */
  private get place(): string {
    const room = this.room?.id ?? '';
    return this.thread === undefined ? room : threadKey(room, this.thread);
  }

  private entersRoom(changed: PropertyValues<this>): boolean {
    return changed.has('room') && changed.get('room')?.id !== this.room?.id;
  }

  private get left(): number {
    return this.limit - Array.from(this.text.trim()).length;
  }

  private get isSendable(): boolean {
    return this.room !== undefined && this.text.trim() !== '' && this.left >= 0;
  }

  private get draft(): Draft {
    return { text: this.field.value, start: this.field.selectionStart, end: this.field.selectionEnd };
  }

  private edit(draft: Draft): void {
    this.field.value = draft.text;
    this.field.focus();
    this.field.setSelectionRange(draft.start, draft.end);
    this.change(draft.text);
  }

  private change(words: string): void {
    this.text = words;
    if (this.room) keepDraft(this.me, this.place, words);
  }

  private readonly beforeInput = (event: InputEvent) => {
    this.refused = (event.data?.length ?? 0) > mostAtOnce;
    if (this.refused) event.preventDefault();
  };

  private readonly typed = () => {
    this.change(this.field.value);
    if (this.text !== '') this.tell('typed');
    void this.completion.look(() => this.draft);
  };

  private readonly keydown = (event: KeyboardEvent) => {
    // An input method's own Enter chooses a word; it does not send.
    if (event.isComposing || this.completion.keydown(event)) return;
    const mark = event.ctrlKey || event.metaKey ? marks[event.key] : undefined;
    if (mark) {
      event.preventDefault();
      this.edit(toggleMark(this.draft, mark));
    } else if (event.key === 'ArrowUp' && this.text === '') {
      event.preventDefault();
      this.tell('last-edited');
    } else if (event.key === 'Escape' && this.replyTo) {
      event.preventDefault();
      this.tell('reply-cancelled');
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey && !touch.matches) {
      event.preventDefault();
      this.send();
    }
  };

  private readonly submit = (event: SubmitEvent) => {
    event.preventDefault();
    this.send();
    this.field.focus();
  };

  private send(): void {
    if (!this.isSendable) return;
    this.tell('text-written', this.text.trim());
    this.completion.close();
    this.change('');
  }

  private readonly togglePicker = async () => {
    await import('../emoji/emoji-picker.ts');
    this.picking = !this.picking;
  };

  private readonly choose = (event: CustomEvent<string>) => {
    this.picking = false;
    this.edit(insert(this.draft, event.detail));
  };

  private readonly closePicker = () => {
    this.picking = false;
    this.field.focus();
  };
}
