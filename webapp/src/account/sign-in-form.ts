import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { signIn, type Refusal } from '../http/api.ts';
import { text } from '../texts/texts.ts';
import { AccountForm, type FieldErrors, valueOf } from './account-form.ts';
import './form-field.ts';
import './password-field.ts';

@customElement('sign-in-form')
export class SignInForm extends AccountForm {
  protected override check(values: FormData): FieldErrors {
    return {
      ...(!valueOf(values, 'username') && { username: text('account.required-username') }),
      ...(!valueOf(values, 'password') && { password: text('account.required-password') }),
    };
  }

  protected override send(values: FormData) {
    return signIn(valueOf(values, 'username').trim(), valueOf(values, 'password'));
  }

  protected override fieldOf({ reason, problem }: Refusal): string | undefined {
    return reason === 'wrong-credentials' ? 'password' : problem.field;
  }

  protected override render() {
    return html`
      <form method="post" novalidate @submit=${this.submit}>
        <form-field name="username" autocomplete="username" .label=${text('account.username')}></form-field>
        <password-field
          name="password"
          autocomplete="current-password"
          .label=${text('account.password')}
        ></password-field>
        ${this.renderEnd('account.submit-sign-in')}
      </form>
    `;
  }
}
