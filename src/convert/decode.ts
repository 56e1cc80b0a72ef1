import type {ImportNote} from './types.js';

interface Decoded {
  /** Undefined when the bytes are no text. */
  readonly text: string | undefined;
  readonly notes: readonly ImportNote[];
}

const said = (code: string, message: string): ImportNote => ({code, severity: 'said', row: 'file', message});

/** How many bytes show that every other one is zero, as in UTF-16. */
const SAMPLE = 1000;

/** UTF-16 by its mark, or by the zeros that Latin text has in it. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const size = Math.min(bytes.length, SAMPLE) & ~1;
  if (size < 4) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < size; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > size / 4 && even < size / 40) return 'utf-16le';
  return even > size / 4 && odd < size / 40 ? 'utf-16be' : undefined;
}

/** Reads text in UTF-8, UTF-16 or, where it is neither, windows-1252. Never throws. */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16) {
    const text = new TextDecoder(utf16).decode(bytes);
    return {text, notes: [said('encoding', `Its text is in ${utf16.toUpperCase()}.`)]};
  }
  // A text has no byte of zero; archives and pictures have many.
  if (bytes.includes(0)) return {text: undefined, notes: []};
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes), notes: []};
  } catch {
    return decodeByLine(bytes);
  }
}

const LINE_FEED = 10;

/** The characters of windows-1252 from 0x80 on, which Node before 23 reads as those of Latin-1; five are not used. */
const FROM_128 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decodeWestern(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (character) => FROM_128[character.charCodeAt(0) - 0x80] ?? '');
}

/** Reads each line in UTF-8 where it is, and else in windows-1252: tables are put together of both. */
function decodeByLine(bytes: Uint8Array): Decoded {
  const strict = new TextDecoder('utf-8', {fatal: true});
  const lines: string[] = [];
  let isMixed = false;
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    try {
      const text = strict.decode(line);
      isMixed ||= text.length < line.length;
      lines.push(text);
    } catch {
      lines.push(decodeWestern(line));
    }
    start = end;
  }
  const note: ImportNote = isMixed
    ? {
        code: 'encoding-mixed',
        severity: 'doubt',
        row: 'file',
        message: 'Some lines are in UTF-8 and some are not; those are read as windows-1252.',
        fix: 'Look at letters with accents, and save the file as UTF-8.',
      }
    : said('encoding', 'Its text is not in UTF-8, and is read as windows-1252.');
  return {text: lines.join(''), notes: [note]};
}
