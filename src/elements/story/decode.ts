/** Creates a decoder of UTF-8. It keeps byte order marks, since only the one at the start of a file is not text. */
export function createDecode(): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
  return (bytes) => decoder.decode(bytes);
}
