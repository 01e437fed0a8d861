import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** As in side-bar.css. */
const narrow = matchMedia('(width < 48rem)');

/** The side bar where there is no side: open or not, closed by Escape, and where the focus goes with it. */
export class Drawer implements ReactiveController {
  isOpen = false;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('keydown', this.keydown);
    narrow.addEventListener('change', this.widened);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.keydown);
    narrow.removeEventListener('change', this.widened);
  }

  readonly open = () => this.turn(true, 'side-bar .close');

  readonly close = () => this.turn(false, 'chat-header .drawer');

  private readonly keydown = ({ key, defaultPrevented }: KeyboardEvent) => {
    if (key === 'Escape' && this.isOpen && !defaultPrevented && !this.holdsOpen()) void this.close();
  };

  /** A dialog or a menu inside takes Escape for itself. */
  private holdsOpen(): boolean {
    return this.host.querySelector('dialog[open], :popover-open') !== null;
  }

  private readonly widened = ({ matches }: MediaQueryListEvent) => {
    if (!matches && this.isOpen) void this.close();
  };

  private async turn(open: boolean, focus: string): Promise<void> {
    this.isOpen = open;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.querySelector<HTMLElement>(focus)?.focus();
  }
}
