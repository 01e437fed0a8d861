import type { ReactiveController, ReactiveControllerHost } from 'lit';

const idleMs = 5 * 60_000;
const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'] as const;

/** Whether anybody is at the device: nobody when nothing was touched for five minutes, which a hidden tab never is. */
export class Idleness implements ReactiveController {
  private end = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private touchedAt = 0;
  private idle = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly changed: (idle: boolean) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.end = new AbortController());
    for (const touch of touches) addEventListener(touch, () => this.touch(), { signal, capture: true, passive: true });
    document.addEventListener('visibilitychange', () => document.hidden || this.touch(), { signal });
    this.touch();
    this.look();
  }

  hostDisconnected(): void {
    this.end.abort();
    clearTimeout(this.timer);
  }

  private touch(): void {
    this.touchedAt = Date.now();
    if (!this.idle) return;
    this.idle = false;
    this.changed(false);
    this.look();
  }

  /** One timer for all touches: it looks again when the last one would have been long enough ago. */
  private look(): void {
    clearTimeout(this.timer);
    const left = this.touchedAt + idleMs - Date.now();
    if (left > 0) {
      this.timer = setTimeout(() => this.look(), left);
      return;
    }
    this.idle = true;
    this.changed(true);
  }
}
