/** Bytes as text. Byte order marks are kept: only the first of a file is none of its text. */
export function createDecode(): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
  return (bytes) => decoder.decode(bytes);
}
