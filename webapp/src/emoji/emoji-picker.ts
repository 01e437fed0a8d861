import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LightElement } from '../light-element.ts';
import { isTextKey, text } from '../texts/texts.ts';
import { type Emoji, emojiGroups, emojiIn, findEmoji } from './emoji.ts';
import './emoji-picker.css';

const mostFound = 120;

/** Emoji by group, or by search; arrow keys move through them, Escape closes. */
@customElement('emoji-picker')
export class EmojiPicker extends LightElement {
  @state() private query = '';
  @state() private group = 0;
  /** The one emoji that Tab reaches; the arrow keys move it. */
  @state() private active = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.pointedOutside);
    this.addEventListener('focusout', this.focusedOutside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.pointedOutside);
    this.removeEventListener('focusout', this.focusedOutside);
  }

  protected override firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  protected override render() {
    const shown = this.query ? findEmoji(this.query, mostFound) : emojiIn(this.group);
    return html`<div
      class="picker"
      role="dialog"
      aria-label=${text('emoji.title')}
      data-testid="emoji-picker"
      @keydown=${this.keydown}
    >
      <input
        type="search"
        aria-label=${text('emoji.search')}
        placeholder=${text('emoji.search')}
        data-testid="emoji-search"
        @input=${this.search}
      />
      <div class="groups" ?hidden=${this.query !== ''}>${emojiGroups.map((group) => this.renderGroup(group))}</div>
      <div class="all" role="group" aria-label=${this.query ? text('emoji.search') : nameOf(this.group)}>
        ${shown.map((emoji, index) => this.renderEmoji(emoji, index))}
      </div>
      ${shown.length === 0 ? html`<p class="none">${text('emoji.none', { query: this.query })}</p>` : nothing}
    </div>`;
  }

  private renderGroup(group: number) {
    return html`<button
      type="button"
      class="group"
      aria-pressed=${group === this.group}
      aria-label=${nameOf(group)}
      title=${nameOf(group)}
      @click=${() => this.open(group)}
    >
      ${emojiIn(group)[0]?.emoji}
    </button>`;
  }

  private renderEmoji({ emoji, label }: Emoji, index: number) {
    return html`<button
      type="button"
      class="emoji"
      tabindex=${index === this.active ? 0 : -1}
      @focus=${() => (this.active = index)}
      aria-label=${label}
      title=${label}
      @click=${() => this.tell('emoji-chosen', emoji)}
    >
      ${emoji}
    </button>`;
  }

  private open(group: number): void {
    this.group = group;
    this.active = 0;
  }

  private readonly search = ({ target }: InputEvent) => {
    this.query = (target as HTMLInputElement).value.trim();
    this.active = 0;
  };

  private readonly keydown = (event: KeyboardEvent) => {
    const all = [...this.querySelectorAll<HTMLElement>('.emoji')];
    const here = all.findIndex((emoji) => emoji === document.activeElement);
    const columns = all.findIndex((emoji) => emoji.offsetTop !== all[0]?.offsetTop);
    const row = columns > 0 ? columns : all.length;
    const steps: Partial<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: here < 0 ? 1 : row,
      ArrowUp: -row,
    };
    const step = steps[event.key];
    if (event.key === 'Escape') this.tell('picker-closed');
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) this.chooseFirst(all);
    else if (step === undefined || (here < 0 && event.key !== 'ArrowDown')) return;
    else (all[here + step] ?? (step < 0 ? this.querySelector('input') : all.at(-1)))?.focus();
    event.preventDefault();
    event.stopPropagation();
  };

  /** Enter without a query chooses nothing, and must not send the form that the picker stands in. */
  private chooseFirst(all: readonly HTMLElement[]): void {
    if (this.query) all[0]?.click();
  }

  /** The focus went on, and stays where it went. */
  private readonly focusedOutside = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !this.parentElement?.contains(relatedTarget)) this.tell('picker-left');
  };

  private readonly pointedOutside = ({ target }: Event) => {
    if (target instanceof Node && !this.parentElement?.contains(target)) this.tell('picker-closed');
  };
}

function nameOf(group: number): string {
  const key = `emoji.group-${group}`;
  return isTextKey(key) ? text(key) : '';
}
