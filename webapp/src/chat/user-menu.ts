import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Refusal, signOut } from '../http/api.ts';
import { icons } from '../icons.ts';
import { LightElement } from '../light-element.ts';
import { avatar } from '../people/avatar.ts';
import { problemText } from '../texts/reasons.ts';
import { text } from '../texts/texts.ts';
import { chooseTheme, theme, themes, type Theme } from '../theme.ts';
import type { Me } from '../wire/protocol.ts';
import type { SetupDialog } from './setup-dialog.ts';
import './setup-dialog.ts';
import type { SignOutDialog } from './sign-out-dialog.ts';
import './sign-out-dialog.ts';
import './user-menu.css';

const themeNames = { system: 'theme.system', light: 'theme.light', dark: 'theme.dark' } as const;
const roleNames = { member: 'role.member', moderator: 'role.moderator', admin: 'role.admin' } as const;

/** Oneself: who one is, how things look, and the way out. */
@customElement('user-menu')
export class UserMenu extends LightElement {
  @property({ attribute: false }) me: Me | undefined;
  @property({ attribute: false }) mayBecomeAdmin = false;
  /** How many texts leaving would leave behind. */
  @property({ attribute: false }) unsent = 0;
  @property({ attribute: false }) stores = true;
  @state() private chosen = theme();
  @state() private open = false;
  @state() private problem = '';

  protected override render() {
    if (!this.me) return nothing;
    const { username, displayName, role } = this.me;
    return html`
      <button class="self" popovertarget="user-panel" aria-expanded=${this.open} data-testid="user-menu">
        ${avatar(username, displayName)}
        <span class="who"
          ><bdi class="one-line" data-testid="display-name">${displayName}</bdi
          ><span class="one-line role">${text(roleNames[role])}</span></span
        >
        <span class="visually-hidden">${text('user.menu')}</span>${icons.more}
      </button>
      <div
        id="user-panel"
        class="panel"
        popover
        role="group"
        aria-label=${text('user.menu')}
        @toggle=${(event: ToggleEvent) => (this.open = event.newState === 'open')}
      >
        <p class="one-line username" dir="auto">${username}</p>
        <fieldset>
          <legend>${text('user.theme')}</legend>
          <div class="choices">${themes.map((name) => this.renderTheme(name))}</div>
        </fieldset>
        <button class="item" data-testid="open-notifications" @click=${this.openNotifications}>
          ${text('user.notifications')}
        </button>
        ${
          this.mayBecomeAdmin && role !== 'admin'
            ? html`<button class="item" data-testid="become-admin" @click=${this.openSetup}>
                ${text('user.become-admin')}
              </button>`
            : nothing
        }
        <button class="item" data-testid="sign-out" @click=${this.askToLeave}>${text('user.sign-out')}</button>
        ${this.problem && html`<p class="problem" role="alert">${this.problem}</p>`}
      </div>
      <setup-dialog @setup-closed=${this.takeFocus}></setup-dialog>
      <sign-out-dialog
        .unsent=${this.unsent}
        .keepable=${this.stores}
        @sign-out-chosen=${this.leave}
        @sign-out-dialog-closed=${this.takeFocus}
      ></sign-out-dialog>
    `;
  }

  private renderTheme(name: Theme) {
    return html`<label>
      <input
        type="radio"
        name="theme"
        value=${name}
        data-testid="theme-${name}"
        .checked=${this.chosen === name}
        @change=${() => chooseTheme((this.chosen = name))}
      /><span>${text(themeNames[name])}</span>
    </label>`;
  }

  private readonly askToLeave = () => {
    if (this.unsent > 0) this.querySelector<SignOutDialog>('sign-out-dialog')?.show();
    else void this.leave();
  };

  /** Stays when the server could not be told: a session that only seems to be over is worse than one that is open. */
  private readonly leave = async () => {
    this.problem = '';
    try {
      await signOut();
      this.tell('signed-out');
    } catch (problem) {
      if (problem instanceof Refusal && problem.status === 401) this.tell('signed-out');
      else this.say(problemText(problem));
    }
  };

  private say(problem: string): void {
    this.problem = problem;
    // A dialog has closed it.
    this.querySelector<HTMLElement>('#user-panel')?.showPopover();
  }

  private readonly takeFocus = () => this.querySelector<HTMLElement>('.self')?.focus();

  private readonly openNotifications = () => {
    this.querySelector<HTMLElement>('#user-panel')?.hidePopover();
    this.tell('panel-wanted', 'notifications');
  };

  private readonly openSetup = () => {
    this.querySelector<HTMLElement>('#user-panel')?.hidePopover();
    this.querySelector<SetupDialog>('setup-dialog')?.show();
  };
}
