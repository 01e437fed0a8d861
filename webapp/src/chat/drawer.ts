import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The side bar where there is no side: open or not, closed by Escape, and where the focus goes with it. */
export class Drawer implements ReactiveController {
  isOpen = false;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('keydown', this.keydown);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.keydown);
  }

  readonly open = () => this.turn(true, 'side-bar .close');

  readonly close = () => this.turn(false, 'chat-header .drawer');

  private readonly keydown = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' && this.isOpen) void this.close();
  };

  private async turn(open: boolean, focus: string): Promise<void> {
    this.isOpen = open;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.querySelector<HTMLElement>(focus)?.focus();
  }
}
