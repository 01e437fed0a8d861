import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Command, encodeCommand, readFrame } from '../src/wire/protocol.ts';

/** The frames that the server's tests read too: what one side writes, the other understands. */
const folder = join(import.meta.dirname, '../../src/test/resources/golden');
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];

/** Upward a frame is one command, downward an array of events; as text where its very bytes matter. */
type Frame = string | Command | object[];

const frames = files.flatMap((file) => {
  const { frames } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { frames: Frame[] };
  return frames.map((frame) => [file, typeof frame === 'string' ? frame : JSON.stringify(frame)] as const);
});

describe.runIf(existsSync(folder))('the golden frames', () => {
  it('are there', () => expect(frames).not.toEqual([]));

  it.each(frames.filter(([, frame]) => frame.startsWith('[')))('%s is understood: %s', (_, frame) => {
    expect(readFrame(frame)).toEqual(JSON.parse(frame));
  });

  it.each(frames.filter(([, frame]) => frame.startsWith('{')))('%s is what we would send: %s', (_, frame) => {
    expect(encodeCommand(JSON.parse(frame) as Command)).toBe(frame);
  });
});
