/** What stands before a host for other devices. */
const DEVICE = /^(?:www|m|music|web)\./;

/** What is read of a `URL`, which the types of this layer do not know. */
interface Address {
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly href: string;
  readonly origin: string;
  readonly searchParams: {readonly get: (name: string) => string | null};
}

type Find = (address: Address) => string | undefined;

/** Seconds of a start as `90`, `90s` or `1m30s`. */
function secondsOf(written: string | null): number {
  const [, hours = 0, minutes = 0, seconds = 0] =
    /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(written ?? '') ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

const youTube: Find = ({hostname, pathname, searchParams}) => {
  const [, first, second = ''] = pathname.split('/');
  const isShort = hostname === 'youtu.be';
  const id = isShort ? first : /^(?:embed|shorts|live|v)$/.test(first ?? '') ? second : searchParams.get('v');
  const list = searchParams.get('list') ?? '';
  const player = 'https://www.youtube-nocookie.com/embed/';
  if (id && /^[\w-]{6,20}$/.test(id) && id !== 'videoseries') {
    const start = secondsOf(searchParams.get('start') ?? searchParams.get('t'));
    return `${player}${id}?rel=0${start > 0 ? `&start=${start}` : ''}`;
  }
  return /^[\w-]{10,50}$/.test(list) ? `${player}videoseries?list=${list}` : undefined;
};

const vimeo: Find = ({pathname, searchParams}) => {
  const [, id, inPath] = /\/(?:video\/)?(\d{5,12})(?:\/([\da-f]{6,20}))?\/?$/.exec(pathname) ?? [];
  const key = inPath ?? searchParams.get('h');
  if (id === undefined) return undefined;
  return `https://player.vimeo.com/video/${id}?dnt=1${key && /^[\da-f]+$/.test(key) ? `&h=${key}` : ''}`;
};

const soundCloud: Find = ({hostname, pathname, searchParams}) => {
  const url = hostname.startsWith('w.') ? searchParams.get('url') : `https://soundcloud.com${pathname}`;
  const isRecording = url && /^https:\/\/(?:api\.)?soundcloud\.com\/[^/]+\/[^/]+/.test(url);
  return isRecording
    ? `https://w.soundcloud.com/player/?url=${encodeURIComponent(url)}&auto_play=false&show_user=false`
    : undefined;
};

/** Sites whose players are known, each in the form that sets no cookies before it plays. */
const SITES: Readonly<Record<string, Find>> = {
  'youtube.com': youTube,
  'youtu.be': youTube,
  'youtube-nocookie.com': youTube,
  'vimeo.com': vimeo,
  'player.vimeo.com': vimeo,
  'soundcloud.com': soundCloud,
  'w.soundcloud.com': soundCloud,
};

/** PeerTube, without exchanging data with other viewers; any other address as it is. */
function listedPlayer(address: Address): string {
  const [, isList, id] =
    /^\/(?:w|videos\/(?:watch|embed))\/(p(?:laylist)?\/)?([\w-]{20,40})$/.exec(address.pathname) ?? [];
  if (id === undefined) return address.href;
  return `${address.origin}/${isList ? 'video-playlists' : 'videos'}/embed/${id}?p2p=0`;
}

const siteOf = ({hostname}: Address): Find | undefined => {
  const name = hostname.replace(DEVICE, '');
  return Object.hasOwn(SITES, name) ? SITES[name] : undefined;
};

/** Whether the players of an address's site are known, so that no page needs to list it. */
export const isKnownSite = (address: Address): boolean => siteOf(address) !== undefined;

/**
 * The address of the player for the address of a film or recording: of YouTube, Vimeo and SoundCloud, or of a host that
 * the page lists. Undefined when there is none.
 */
export function playerOf(address: Address, listed: readonly string[] = []): string | undefined {
  if (!/^https?:$/.test(address.protocol)) return undefined;
  const find = siteOf(address);
  if (find) return find(address);
  return listed.includes(address.host) ? listedPlayer(address) : undefined;
}
