/** Kinds of media by the ends of their addresses. */
const KINDS: readonly (readonly [type: 'image' | 'video' | 'audio', end: RegExp])[] = [
  ['image', /\.(?:jpe?g|png|gif|webp|avif|svg)$/i],
  ['video', /\.(?:mp4|webm|m4v|ogv)$/i],
  ['audio', /\.(?:mp3|ogg|oga|wav|m4a|opus)$/i],
];

const MAX_ADDRESS = 4000;

/** The kind of a medium by its address; undefined when it is no file of one. */
export function mediaTypeOf(address: string): 'image' | 'video' | 'audio' | undefined {
  const [path = ''] = address.trim().slice(0, MAX_ADDRESS).split(/[?#]/, 1);
  return KINDS.find(([, end]) => end.test(path))?.[0];
}

const isFile = (cell: string) =>
  /^\S+$/.test(cell.trim()) && /^(?:https?:\/\/|\.{0,2}\/|[\w-]+[/.])/i.test(cell.trim());

export const isMedia = (cell: string): boolean => isFile(cell) && mediaTypeOf(cell) !== undefined;
export const isImage = (cell: string): boolean => isFile(cell) && mediaTypeOf(cell) === 'image';
