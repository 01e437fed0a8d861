import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Heard {
  online(): void;
  offline(): void;
  beforeunload(event: BeforeUnloadEvent): void;
  keydown(event: KeyboardEvent): void;
  visibilitychange(): void;
}

/** What happens around the page: to the browser's line, to its tab, and at the keyboard. */
export class Surroundings implements ReactiveController {
  private end = new AbortController();

  constructor(
    host: ReactiveControllerHost,
    private readonly heard: Heard,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.end = new AbortController());
    addEventListener('online', () => this.heard.online(), { signal });
    addEventListener('offline', () => this.heard.offline(), { signal });
    addEventListener('beforeunload', (event) => this.heard.beforeunload(event), { signal });
    addEventListener('keydown', (event) => this.heard.keydown(event), { signal });
    document.addEventListener('visibilitychange', () => this.heard.visibilitychange(), { signal });
  }

  hostDisconnected(): void {
    this.end.abort();
  }
}
