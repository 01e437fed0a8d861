// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { MessageEditor } from '../../src/timeline/message-editor.ts';
import { message } from '../world.ts';

it('keeps what is typed when another device edits the message meanwhile', async () => {
  const editor = new MessageEditor();
  editor.message = message(1, { text: 'first' });
  document.body.append(editor);
  await editor.updateComplete;
  const field = editor.querySelector('textarea');
  if (!field) throw new Error('There is no field');
  expect(field.value).toBe('first');
  field.value = 'half a sentence';
  editor.message = message(1, { text: 'from elsewhere' });
  await editor.updateComplete;
  expect(field.value).toBe('half a sentence');
  editor.remove();
});
