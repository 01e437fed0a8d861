import { LitElement } from 'lit';

/** A component without a shadow: one page, one set of styles, labels and ids that reach each other. */
export abstract class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Tells the page above; events carry facts upward, properties carry state downward. */
  protected tell(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}
