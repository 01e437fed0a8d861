import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page, ServerEvent } from '../../src/wire/protocol.ts';

/** The scripts that every client is run against; README.md beside them says what the steps mean. */
const folder = resolve(import.meta.dirname, '../../../src/test/resources/scenarios');

export interface PageStep {
  room: string;
  before?: number;
  after?: number;
  answer?: Partial<Page>;
  status?: number;
}
export interface Shown {
  room: string;
  messages?: { seq: number; text: string }[];
  outbox?: { text: string; state: string; reason?: string }[];
}
/** Each has one of these. */
export interface Step {
  connects?: object;
  refuses?: { status?: number };
  refreshes?: { status?: number };
  cut?: number;
  line?: string;
  waits?: number;
  silent?: true;
  welcomes?: { epoch: string; you: number; rooms: Record<string, number> };
  server?: (Partial<ServerEvent> & { type: string })[];
  client?: object;
  page?: PageStep;
  writes?: { room: string; text: string; as: string };
  retries?: string;
  discards?: string;
  older?: string;
  reloads?: true;
  shows?: Shown;
}

export const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''))
  .sort();

export function about(name: string): string {
  return (read(`${name}.json`) as { about: string }).about;
}

export function stepsOf(name: string): Step[] {
  return withParts((read(`${name}.json`) as { steps: (Step & { includes?: string })[] }).steps);
}

function withParts(steps: (Step & { includes?: string })[]): Step[] {
  return steps.flatMap((step) => (step.includes ? withParts(read(step.includes) as Step[]) : [step]));
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(resolve(folder, name), 'utf8'));
}
