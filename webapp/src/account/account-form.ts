import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Refusal } from '../http/api.ts';
import { icons } from '../icons.ts';
import { LightElement } from '../light-element.ts';
import { problemText } from '../texts/reasons.ts';
import { text, type TextKey } from '../texts/texts.ts';
import type { FormField } from './form-field.ts';
import './account-form.css';

export type FieldErrors = Partial<Record<string, string>>;

/** What signing in and registering share: checking, sending, showing what was wrong beside the field that it is about. */
export abstract class AccountForm extends LightElement {
  @property({ attribute: false }) busy = false;
  @state() protected errors: FieldErrors = {};
  @state() private problem = '';

  protected abstract check(values: FormData): FieldErrors;
  protected abstract send(values: FormData): Promise<unknown>;
  protected abstract fieldOf(refusal: Refusal): string | undefined;

  protected renderEnd(submit: TextKey) {
    return html`
      ${this.problem ? html`<p class="problem" role="alert" data-testid="form-error">${icons.alert}${this.problem}</p>` : nothing}
      <button class="button button-strong" data-testid="submit" aria-disabled=${this.busy ? 'true' : nothing}>
        ${text(this.busy ? 'account.busy' : submit)}
      </button>
    `;
  }

  protected readonly submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (this.busy) return;
    const values = new FormData(event.target as HTMLFormElement);
    this.problem = '';
    this.errors = this.check(values);
    if (Object.keys(this.errors).length === 0) await this.trySending(values);
    await this.showFirstError();
  };

  private async trySending(values: FormData): Promise<void> {
    this.busy = true;
    try {
      await this.send(values);
      this.tell('signed-in');
    } catch (problem) {
      this.busy = false;
      const field = problem instanceof Refusal ? this.fieldOf(problem) : undefined;
      if (field === undefined) this.problem = problemText(problem);
      else this.errors = { [field]: problemText(problem) };
    }
  }

  private async showFirstError(): Promise<void> {
    await this.updateComplete;
    const fields = this.querySelectorAll<FormField>('form-field, password-field');
    for (const field of fields) {
      field.error = this.errors[field.name] ?? '';
      await field.updateComplete;
    }
    [...fields].find(({ error }) => error)?.input.focus();
  }
}

export function valueOf(values: FormData, name: string): string {
  const value = values.get(name);
  return typeof value === 'string' ? value : '';
}
