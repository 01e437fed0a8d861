import { describe, expect, it } from 'vitest';
import { IdleTelling } from '../../src/chat/idle-telling.ts';
import type { Command } from '../../src/wire/protocol.ts';

describe('being idle', () => {
  it('is told once, when the line is there, and on each new line again', () => {
    const sent: Command[] = [];
    let open = false;
    const telling = new IdleTelling((command) => open && sent.push(command) > 0);
    telling.pursue();
    telling.become(true);
    open = true;
    telling.pursue();
    telling.pursue();
    expect(sent).toEqual([{ type: 'idle', idle: true }]);
    telling.forget();
    telling.pursue();
    expect(sent).toHaveLength(2);
    telling.become(false);
    expect(sent.at(-1)).toEqual({ type: 'idle', idle: false });
    telling.forget();
    telling.pursue();
    expect(sent).toHaveLength(3);
  });
});
