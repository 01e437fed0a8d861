import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { standing } from '../http/api.ts';
import { icons } from '../icons.ts';
import { LightElement } from '../light-element.ts';
import { text } from '../texts/texts.ts';
import './register-form.ts';
import './sign-in-form.ts';
import './sign-in-page.css';

const tabs = ['sign-in', 'register'] as const;
type Tab = (typeof tabs)[number];
const names = { 'sign-in': 'account.sign-in', register: 'account.register' } as const;

@customElement('sign-in-page')
export class SignInPage extends LightElement {
  @state() private open: Tab = location.hash === '#register' ? 'register' : 'sign-in';

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = `${text('account.sign-in')} · ${text('app.name')}`;
    void standing().then((answer) => answer === 'signed-in' && this.goToChat());
  }

  protected override render() {
    return html`
      <main @signed-in=${this.goToChat}>
        <header class="brand">
          ${icons.mark}
          <h1>${text('app.name')}</h1>
          <p class="tagline">${text('account.tagline')}</p>
          <ul>
            <li>${icons.tick}${text('account.promise-yours')}</li>
            <li>${icons.tick}${text('account.promise-kept')}</li>
            <li>${icons.tick}${text('account.promise-quick')}</li>
          </ul>
        </header>
        <section class="card" aria-label=${text('account.tabs')}>
          <div role="tablist" aria-label=${text('account.tabs')} @keydown=${this.move}>
            ${tabs.map((tab) => this.renderTab(tab))}
          </div>
          <div role="tabpanel" id="panel" aria-labelledby="tab-${this.open}">
            <p class="lead">${text(this.open === 'sign-in' ? 'account.welcome-back' : 'account.welcome-new')}</p>
            ${this.open === 'sign-in' ? html`<sign-in-form></sign-in-form>` : html`<register-form></register-form>`}
          </div>
        </section>
      </main>
    `;
  }

  private renderTab(tab: Tab) {
    const selected = tab === this.open;
    return html`<button
      role="tab"
      id="tab-${tab}"
      data-testid="tab-${tab}"
      aria-selected=${selected}
      aria-controls=${selected ? 'panel' : nothing}
      tabindex=${selected ? 0 : -1}
      @click=${() => (this.open = tab)}
    >
      ${text(names[tab])}
    </button>`;
  }

  private readonly move = async (event: KeyboardEvent) => {
    const target = { ArrowLeft: 0, ArrowRight: 1, Home: 0, End: 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.open = tabs[target] ?? this.open;
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  };

  private readonly goToChat = () => location.replace(new URL('.', document.baseURI));
}
