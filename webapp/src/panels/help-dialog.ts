import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { text, type TextKey } from '../texts/texts.ts';
import { Modal } from './modal.ts';

const command = /Mac|iP/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
const keys: readonly (readonly [string, TextKey])[] = [
  [`${command} K`, 'help.palette'],
  [`${command} Shift F`, 'help.search'],
  ['?', 'help.help'],
  ['↑', 'help.edit-last'],
  ['Esc', 'help.read'],
  ['↑ ↓', 'help.messages'],
  ['R', 'help.reply'],
  ['T', 'help.thread'],
  ['+', 'help.react'],
  ['E', 'help.edit'],
  ['Del', 'help.delete'],
  ['P', 'help.pin'],
  ['U', 'help.unread'],
  ['S', 'help.readers'],
  [`${command} B I E`, 'help.bold'],
  ['/', 'help.commands'],
];

/** What the keyboard can do here. */
@customElement('help-dialog')
export class HelpDialog extends Modal {
  protected override get heading(): string {
    return text('help.title');
  }

  protected override renderBody() {
    return html`<dl class="keys">
      ${keys.map(
        ([key, words]) =>
          html`<dt>${key.split(' ').map((part) => html`<kbd>${part}</kbd> `)}</dt>
            <dd>${text(words)}</dd>`,
      )}
    </dl>`;
  }
}
