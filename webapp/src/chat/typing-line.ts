import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../light-element.ts';
import { piecesOf } from '../texts/names.ts';
import { text } from '../texts/texts.ts';
import type { Typists } from '../state/typing.ts';

/** Who is writing in the open room right now. Not announced: it changes too often to be listened to. */
@customElement('typing-line')
export class TypingLine extends LightElement {
  @property({ attribute: false }) room = '';
  @property({ attribute: false }) typists: Typists = [];
  @property({ attribute: false }) names: ReadonlyMap<string, string> = new Map();

  protected override render() {
    const here = this.typists.filter(({ room }) => room === this.room);
    if (here.length === 0) return nothing;
    const names = here.map(({ username }) => this.names.get(username) ?? username);
    const pieces = piecesOf((list) => text('typing.one', { names: list, count: names.length }), names);
    return html`<p class="one-line" data-testid="typing">
      ${pieces.map(({ name, words }) => (name ? html`<bdi>${words}</bdi>` : words))}
    </p>`;
  }
}
