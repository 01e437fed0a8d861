import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { text } from '../texts/texts.ts';
import './completion.css';
import { type Draft, isSame } from './editing.ts';

/** Something that may stand for what was typed. */
export interface Offer {
  readonly sign: string;
  readonly label: string;
  readonly words: string;
}
export interface Offers {
  readonly offers: readonly Offer[];
  /** How many characters before the caret an offer replaces. */
  readonly typed: number;
  /** Put in at once. */
  readonly certain?: string | undefined;
}
/** Finds offers for a draft; nothing when the caret is not in a word of its kind. */
export type Source = (draft: Draft) => Promise<Offers> | undefined;

/** Offers what may be meant while a word is typed, and puts in what is chosen. */
export class Completion implements ReactiveController {
  private offers: readonly Offer[] = [];
  private active = 0;
  private typed = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly sources: readonly Source[],
    private readonly replace: (length: number, words: string) => void,
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
    const found = this.sources.map((source) => source(draft)).find((each) => each !== undefined);
    if (!found) return this.close();
    const { offers, typed, certain } = await found;
    // Finding may take its time; what was typed meanwhile has been looked at on its own.
    if (!isSame(now(), draft)) return;
    if (certain !== undefined) this.replace(typed, certain);
    this.offer(certain === undefined ? offers : [], typed);
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
      id="suggestions"
      role="listbox"
      aria-label=${text('emoji.suggestions')}
      data-testid="suggestions"
    >
      ${this.offers.map(
        ({ sign, label }, index) =>
          html`<li
            role="option"
            id="suggestion-${index}"
            aria-selected=${index === this.active}
            @pointerdown=${(event: Event) => {
              event.preventDefault();
              this.take(index);
            }}
          >
            <span>${sign}</span> <bdi class="one-line">${label}</bdi>
          </li>`,
      )}
    </ul>`;
  }

  private offer(offers: readonly Offer[], typed: number): void {
    this.offers = offers;
    this.active = 0;
    this.typed = typed;
    this.host.requestUpdate();
  }

  private take(index: number): void {
    const chosen = this.offers[index];
    const typed = this.typed;
    this.close();
    if (chosen) this.replace(typed, chosen.words);
  }
}
