/** Fails a test that logs to the console: the console of a reader stays empty, so that of a passing test must too. */
import {afterAll, afterEach} from 'vitest';

// Keep Lit's development warnings, except the notice that they are enabled.
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

// A browser without windows makes no frame while nothing asks for one, and then its observers say nothing.
setInterval(() => requestAnimationFrame(() => {}), 100);
