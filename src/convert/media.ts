import {playerOf} from '../core/dataset/index.js';

/** Kinds of media by the ends of their addresses. */
const KINDS: readonly (readonly [type: 'image' | 'video' | 'audio', end: RegExp])[] = [
  ['image', /\.(?:jpe?g|png|gif|webp|avif|svg)$/i],
  ['video', /\.(?:mp4|webm|m4v|ogv)$/i],
  ['audio', /\.(?:mp3|ogg|oga|wav|m4a|opus)$/i],
];

/** Wikimedia's pages about a file end like it. */
const FILE_PAGE = /\/wiki\/[^/]{1,40}:/i;

const MAX_ADDRESS = 4000;

/** The kind of a medium by its address; undefined when it is no file of one. */
function mediaTypeOf(address: string): 'image' | 'video' | 'audio' | undefined {
  const [path = ''] = address.trim().slice(0, MAX_ADDRESS).split(/[?#]/, 1);
  return FILE_PAGE.test(path) ? undefined : KINDS.find(([, end]) => end.test(path))?.[0];
}

/** Whether a player of the site that an address is on is known, which readers are asked about first. */
export const isPlayer = (address: string): boolean =>
  URL.canParse(address) && playerOf(new URL(address)) !== undefined;

/** What can be shown of an address: a file, a player or a document; undefined for any other page. */
export function mediumTypeOf(address: string) {
  const type = mediaTypeOf(address);
  if (type) return type;
  if (isPlayer(address)) return 'embed';
  return /\.pdf(?:[?#]|$)/i.test(address.trim().slice(0, MAX_ADDRESS)) ? 'document' : undefined;
}

/** An address of a known player as it is kept: one that was typed without a scheme as https. */
export const withScheme = (address: string): string =>
  /^[\w.-]+\//.test(address) && isPlayer(`https://${address}`) ? `https://${address}` : address;

const isFile = (cell: string) =>
  /^\S+$/.test(cell.trim()) && /^(?:https?:\/\/|\.{0,2}\/|[\w-]+[/.])/i.test(cell.trim());

export const isMedia = (cell: string): boolean =>
  isFile(cell) && (mediaTypeOf(cell) !== undefined || isPlayer(withScheme(cell.trim())));
export const isImage = (cell: string): boolean => isFile(cell) && mediaTypeOf(cell) === 'image';
