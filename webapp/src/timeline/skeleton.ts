import { html } from 'lit';
import { text } from '../texts/texts.ts';
import './skeleton.css';

const shapes = ['long', 'short', 'own', 'long', 'own', 'short', 'long'];

/** The shape of a conversation while the real one is on its way. */
export function skeleton() {
  return html`<p class="visually-hidden">${text('timeline.loading')}</p>
    <div class="skeleton" aria-hidden="true">${shapes.map((shape) => html`<span data-shape=${shape}></span>`)}</div>`;
}
