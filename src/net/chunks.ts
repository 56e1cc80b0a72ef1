export type Chunk = Uint8Array<ArrayBuffer>;

/** The chunks of a body; `onBytes` is called when each has come. */
export async function* chunksOf(
  body: ReadableStream<Chunk>,
  onBytes: () => void,
): AsyncGenerator<Chunk, undefined> {
  const reader = body.getReader();
  for (let next = await reader.read(); next.value; next = await reader.read()) {
    onBytes();
    yield next.value;
  }
}
