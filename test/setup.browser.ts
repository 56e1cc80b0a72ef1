/** Fails a test on what it leaves in the console: a reader's console stays empty, and so does a passing test's. */
import {afterAll, afterEach} from 'vitest';

// Lit's warnings are wanted, all but the one that says they are on.
(globalThis as {litIssuedWarnings?: Set<string>}).litIssuedWarnings = new Set(['dev-mode']);

let messages: string[] = [];
for (const level of ['error', 'warn'] as const) {
  const original = console[level];
  console[level] = (...data: unknown[]) => {
    messages.push(`console.${level}: ${data.map(String).join(' ')}`);
    original.apply(console, data);
  };
}

const expectSilence = () => {
  const seen = messages;
  messages = [];
  if (seen.length) throw new Error(seen.join('\n'));
};

afterEach(expectSilence);
afterAll(expectSilence);
