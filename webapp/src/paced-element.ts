import { LightElement } from './light-element.ts';

const longestFrameMs = 50;

/** A component that a burst of changes draws once per frame of the screen; a hidden page has none and is drawn by time. */
export abstract class PacedElement extends LightElement {
  protected override async scheduleUpdate(): Promise<void> {
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => resolve());
      setTimeout(resolve, longestFrameMs);
    });
    await super.scheduleUpdate();
  }
}
