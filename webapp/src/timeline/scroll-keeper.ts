import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps what is being read in its place while the timeline changes around it.
 *
 * `pinned`: the reader is at the end, and stays there whatever comes or whatever shrinks the view (a phone's keyboard).
 * Otherwise the row at the top of the view is the anchor: before each change its place is noted, after the change the scroll position
 * gives it that place again. Rows are keyed, so an element that stays is the same element; only a day's separator moves, to the first
 * message known of that day, and is no anchor.
 */
export class ScrollKeeper implements ReactiveController {
  pinned = true;
  /** False while what is shown does not end with the newest message: there is no end to stay at. */
  mayPin = true;
  private last = { scrollTop: 0, scrollHeight: 0, clientHeight: 0 };
  private anchor: { row: Element; top: number } | undefined;
  private readonly resized = new ResizeObserver(() => this.keepEnd());
  private near: IntersectionObserver | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly edgeReached: (edge: 'start' | 'end') => void,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.measure();
    this.anchor = this.pinned ? undefined : this.firstVisible();
  }

  hostUpdated(): void {
    if (this.pinned) this.keepEnd();
    else if (this.anchor?.row.isConnected) {
      this.scroller.scrollTop += this.anchor.row.getBoundingClientRect().top - this.anchor.top;
    }
    this.note();
    this.watchEdges();
  }

  hostDisconnected(): void {
    this.resized.disconnect();
    this.near?.disconnect();
  }

  /** To be called on scroll: tells whether the reader came to the end or left it. */
  scrolled(): boolean {
    const before = this.pinned;
    this.measure();
    return before !== this.pinned;
  }

  goToEnd(): void {
    this.pinned = true;
    this.host.requestUpdate();
  }

  private get scroller(): HTMLElement {
    return this.host.querySelector<HTMLElement>('.scroller') ?? this.host;
  }

  /**
   * Only a reader's movement upward unpins. When the height of the content or of the view changed since the last look, the browser
   * moved the content, not the reader.
   */
  private measure(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const moved = scrollHeight === this.last.scrollHeight && clientHeight === this.last.clientHeight;
    if (this.mayPin && scrollHeight - scrollTop - clientHeight < 48) this.pinned = true;
    else if (moved && scrollTop < this.last.scrollTop - 1) this.pinned = false;
    this.note();
  }

  private note(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.last = { scrollTop, scrollHeight, clientHeight };
  }

  private keepEnd(): void {
    if (this.pinned) this.scroller.scrollTop = this.scroller.scrollHeight;
    this.note();
  }

  private firstVisible(): { row: Element; top: number } | undefined {
    const top = this.scroller.getBoundingClientRect().top;
    for (const row of this.scroller.querySelectorAll('.row:not(.day)')) {
      const box = row.getBoundingClientRect();
      if (box.bottom > top) return { row, top: box.top };
    }
    return undefined;
  }

  /** Observing anew answers at once, so an edge that is still near after a change is told again. */
  private watchEdges(): void {
    this.near ??= new IntersectionObserver((entries) => this.reached(entries), {
      root: this.scroller,
      rootMargin: '1200px 0px',
    });
    this.near.disconnect();
    for (const edge of this.scroller.querySelectorAll('.edge')) this.near.observe(edge);
    this.resized.observe(this.scroller);
    const content = this.scroller.firstElementChild;
    if (content) this.resized.observe(content);
  }

  private reached(entries: IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) this.edgeReached(target.classList.contains('edge-start') ? 'start' : 'end');
    }
  }
}
