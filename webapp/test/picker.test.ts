// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmojiPicker } from '../src/emoji/emoji-picker.ts';

let picker: EmojiPicker;
let chosen: string[];

const press = (key: string) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  picker.querySelector('input')?.dispatchEvent(event);
  return event;
};

beforeEach(async () => {
  chosen = [];
  picker = new EmojiPicker();
  picker.addEventListener('emoji-chosen', (event) => chosen.push((event as CustomEvent<string>).detail));
  document.body.append(picker);
  await picker.updateComplete;
});
afterEach(() => picker.remove());

it('is one stop for Tab, and goes when the focus goes on', async () => {
  const stops = () => [...picker.querySelectorAll<HTMLElement>('.emoji')].filter(({ tabIndex }) => tabIndex === 0);
  const third = picker.querySelectorAll<HTMLElement>('.emoji')[2];
  third?.dispatchEvent(new FocusEvent('focus'));
  await picker.updateComplete;
  expect(stops()).toEqual([third]);
  let left = 0;
  picker.addEventListener('picker-left', () => left++);
  third?.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: picker.querySelector('input') }));
  expect(left).toBe(0);
  third?.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: document.documentElement }));
  expect(left).toBe(1);
});

describe('Enter in the search', () => {
  it('chooses nothing without a query, and sends no form', () => {
    expect(press('Enter').defaultPrevented).toBe(true);
    expect(chosen).toEqual([]);
  });

  it('chooses the first that was found', async () => {
    const input = picker.querySelector('input');
    if (input) input.value = 'rocket';
    input?.dispatchEvent(new Event('input', { bubbles: true }));
    await picker.updateComplete;
    press('Enter');
    expect(chosen).toEqual(['🚀']);
  });
});
