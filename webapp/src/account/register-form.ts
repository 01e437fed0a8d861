import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { register, type Refusal } from '../http/api.ts';
import { text } from '../texts/texts.ts';
import { AccountForm, type FieldErrors, valueOf } from './account-form.ts';
import { leastLength, leastScore, lengthOf, type Score, strengthOf } from './strength.ts';
import './form-field.ts';
import './password-field.ts';
import './strength-meter.ts';

const fieldsOfReasons: Record<string, string> = {
  'name-taken': 'username',
  'name-invalid': 'username',
  'name-reserved': 'username',
  'weak-password': 'password',
};

@customElement('register-form')
export class RegisterForm extends AccountForm {
  @state() private password = '';
  @state() private score: Score | undefined;

  protected override check(values: FormData): FieldErrors {
    const password = valueOf(values, 'password');
    return {
      ...(!valueOf(values, 'username').trim() && { username: text('account.required-username') }),
      ...(this.score !== undefined && this.score < leastScore && { password: text('reason.weak-password') }),
      ...(lengthOf(password) < leastLength && { password: text('reason.too-short', { count: leastLength }) }),
      ...(!password && { password: text('account.required-password') }),
    };
  }

  protected override send(values: FormData) {
    const [username, displayName] = [valueOf(values, 'username').trim(), valueOf(values, 'displayName').trim()];
    return register(username, displayName, valueOf(values, 'password'));
  }

  protected override fieldOf({ reason, problem }: Refusal): string | undefined {
    return problem.field ?? fieldsOfReasons[reason];
  }

  protected override render() {
    return html`
      <form method="post" novalidate @submit=${this.submit} @input=${this.grade}>
        <form-field
          name="username"
          autocomplete="username"
          .label=${text('account.username')}
          .hint=${text('account.username-hint')}
        ></form-field>
        <form-field
          name="displayName"
          autocomplete="name"
          .label=${text('account.display-name')}
          .hint=${text('account.display-name-hint')}
        ></form-field>
        <password-field name="password" autocomplete="new-password" .label=${text('account.password')}></password-field>
        <strength-meter .password=${this.password} .score=${this.score}></strength-meter>
        ${this.renderEnd('account.submit-register')}
      </form>
    `;
  }

  private readonly grade = async (event: Event) => {
    const values = new FormData(event.currentTarget as HTMLFormElement);
    const password = valueOf(values, 'password');
    this.password = password;
    const known = [valueOf(values, 'username'), valueOf(values, 'displayName')].filter(Boolean);
    const score = password ? await strengthOf(password, known) : undefined;
    if (this.password === password) this.score = score;
  };
}
