import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Emoji } from '../emoji/emoji.ts';
import { text } from '../texts/texts.ts';
import { closedCode, codeAtCaret, type Draft, isSame } from './editing.ts';
import './emoji-completion.css';

const most = 8;

/** Offers emoji while a short code is typed, and puts one in when the code is closed. The emoji load with the first colon. */
export class EmojiCompletion implements ReactiveController {
  private offers: readonly Emoji[] = [];
  private active = 0;
  private typed = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly replace: (length: number, emoji: string) => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.offers = [];
  }

  get isOpen(): boolean {
    return this.offers.length > 0;
  }

  get activeId(): string | undefined {
    return this.isOpen ? `suggestion-${this.active}` : undefined;
  }

  async look(now: () => Draft): Promise<void> {
    const draft = now();
    const [code, closed] = [codeAtCaret(draft), closedCode(draft)];
    if (code === undefined && closed === undefined) return this.close();
    const { emojiByCode, findEmoji } = await import('../emoji/emoji.ts');
    // The first import takes its time; what was typed meanwhile has been looked at on its own.
    if (!isSame(now(), draft)) return;
    const emoji = closed === undefined ? undefined : emojiByCode(closed);
    if (closed !== undefined && emoji !== undefined) this.replace(closed.length + 2, emoji);
    this.offer(code === undefined ? [] : findEmoji(code, most), (code?.length ?? 0) + 1);
  }

  close(): void {
    this.offer([], 0);
  }

  /** Tells whether the key was for the suggestions. */
  keydown(event: KeyboardEvent): boolean {
    if (!this.isOpen) return false;
    const step = { ArrowDown: 1, ArrowUp: this.offers.length - 1 }[event.key];
    if (step !== undefined) this.active = (this.active + step) % this.offers.length;
    else if (event.key === 'Enter' || event.key === 'Tab') this.take(this.active);
    else if (event.key === 'Escape') this.close();
    else return false;
    event.preventDefault();
    this.host.requestUpdate();
    return true;
  }

  render() {
    if (!this.isOpen) return nothing;
    return html`<ul
      class="suggestions"
      id="emoji-suggestions"
      role="listbox"
      aria-label=${text('emoji.suggestions')}
      data-testid="suggestions"
    >
      ${this.offers.map(
        ({ emoji, codes }, index) =>
          html`<li
            role="option"
            id="suggestion-${index}"
            aria-selected=${index === this.active}
            @pointerdown=${(event: Event) => {
              event.preventDefault();
              this.take(index);
            }}
          >
            <span>${emoji}</span> :${codes[0]}:
          </li>`,
      )}
    </ul>`;
  }

  private offer(offers: readonly Emoji[], typed: number): void {
    this.offers = offers;
    this.active = 0;
    this.typed = typed;
    this.host.requestUpdate();
  }

  private take(index: number): void {
    const chosen = this.offers[index];
    const typed = this.typed;
    this.close();
    if (chosen) this.replace(typed, chosen.emoji);
  }
}
