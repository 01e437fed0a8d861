import type { Panel } from '../panels/chat-panels.ts';

/** What a key asks of the page as a whole; letters that are being typed ask nothing. */
export function panelFor(event: KeyboardEvent): Panel | 'mark-read' | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented, target } = event;
  if (defaultPrevented || altKey) return undefined;
  const types = target instanceof HTMLElement && target.matches('input, textarea');
  const command = ctrlKey || metaKey;
  if (command && key.toLowerCase() === 'k') return 'palette';
  if (command && shiftKey && key.toLowerCase() === 'f') return 'search';
  if (command && key === '/') return 'help';
  if (key === '?' && !types) return 'help';
  return key === 'Escape' && isFree(target) ? 'mark-read' : undefined;
}

/** Escape is the page's own only where nothing is open, chosen or begun. */
function isFree(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], :popover-open, side-bar[data-open], emoji-picker, message-editor'))
    return false;
  return !(target instanceof HTMLTextAreaElement) || target.value === '';
}
