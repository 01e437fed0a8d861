import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { actKeys, type Act } from './message-acts.ts';
import type { MessageToolbar } from './message-toolbar.ts';

const touch = matchMedia('(pointer: coarse)');

/**
 * Which message the tools stand at: the one under the pointer, the one that was tapped, or the one that has the focus. Arrow keys move the
 * focus from message to message; on a message its keys act.
 */
export class Choosing implements ReactiveController {
  seq: number | undefined;
  private before: number | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly act: (act: Act, seq: number) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('pointerover', this.pointed);
    this.host.addEventListener('pointerdown', this.pressed);
    this.host.addEventListener('pointerleave', this.left);
    this.host.addEventListener('click', this.tapped);
    this.host.addEventListener('focusin', this.focused);
    this.host.addEventListener('message-act', this.acted);
    this.host.addEventListener('keydown', this.keydown);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('pointerover', this.pointed);
    this.host.removeEventListener('pointerdown', this.pressed);
    this.host.removeEventListener('pointerleave', this.left);
    this.host.removeEventListener('click', this.tapped);
    this.host.removeEventListener('focusin', this.focused);
    this.host.removeEventListener('message-act', this.acted);
    this.host.removeEventListener('keydown', this.keydown);
  }

  choose(seq: number | undefined): void {
    if (seq === this.seq) return;
    this.seq = seq;
    this.host.requestUpdate();
  }

  /** While an emoji is being chosen the tools stay where they are. */
  private get isHeld(): boolean {
    return this.host.querySelector('message-toolbar emoji-picker, message-editor') !== null;
  }

  private readonly pointed = ({ target, pointerType }: PointerEvent) => {
    const row = rowOf(target);
    if (pointerType === 'mouse' && !touch.matches && row && !this.isHeld) this.choose(seqOf(row));
  };

  private readonly left = () => {
    if (!this.isHeld && !this.host.contains(document.activeElement)) this.choose(undefined);
  };

  /** A tap moves the focus, which chooses, before it is a click. */
  private readonly pressed = () => (this.before = this.seq);

  private readonly tapped = ({ target }: MouseEvent) => {
    if (!touch.matches || !(target instanceof Element) || target.closest('a, button, form, code-block')) return;
    const seq = seqOf(rowOf(target));
    this.choose(seq === this.before ? undefined : seq);
  };

  /** On a phone the tools cover the message box. */
  private readonly acted = () => {
    if (touch.matches) this.choose(undefined);
  };

  private readonly focused = ({ target }: FocusEvent) => {
    const row = rowOf(target);
    if (row && row === target) this.choose(seqOf(row));
  };

  private readonly keydown = (event: KeyboardEvent) => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    if (!(target instanceof HTMLElement) || ctrlKey || metaKey || altKey) return;
    const isRow = target.matches('.row.message');
    if (!isRow && !target.matches('.scroller')) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[key];
    const act = isRow ? actKeys[key] : undefined;
    if (step !== undefined) this.move(isRow ? target : undefined, step);
    else if (act) void this.press(act);
    else if (key === 'Enter' && isRow) this.host.querySelector<HTMLElement>('message-toolbar button')?.focus();
    else return;
    event.preventDefault();
  };

  private move(from: HTMLElement | undefined, step: number): void {
    const rows = [...this.host.querySelectorAll<HTMLElement>('.row.message')];
    const here = from ? rows.indexOf(from) : rows.length;
    rows[Math.min(rows.length - 1, Math.max(0, here + step))]?.focus();
  }

  private async press(act: Act): Promise<void> {
    if (act === 'react') await this.host.querySelector<MessageToolbar>('message-toolbar')?.pick();
    else if (this.seq !== undefined) this.act(act, this.seq);
  }
}

function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.row.message') : null;
}

function seqOf(row: HTMLElement | null): number | undefined {
  const seq = Number(row?.dataset.seq);
  return seq > 0 ? seq : undefined;
}
