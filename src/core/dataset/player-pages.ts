/** Hosts, without `www.` and the like, whose addresses are pages with a player in them. */
const HOSTS: ReadonlySet<string> = new Set([
  'dai.ly',
  'dailymotion.com',
  'facebook.com',
  'fb.watch',
  'instagram.com',
  'open.spotify.com',
  'player.vimeo.com',
  'rumble.com',
  'soundcloud.com',
  't.me',
  'tiktok.com',
  'twitch.tv',
  'twitter.com',
  'vimeo.com',
  'x.com',
  'youtu.be',
  'youtube-nocookie.com',
  'youtube.com',
]);
/** What stands before a host for other devices. */
const DEVICE = /^(?:www|m|web)\./;
/** Some of these hosts also serve the files themselves. */
const FILE = /\.(?:mp[34]|m4[av]|web[mp]|og[gv]|mov|jpe?g|png)$/i;

/** Whether an address leads to a page with a player, which no player of ours can show. */
export const isPlayerPage = ({
  hostname,
  pathname,
}: {
  readonly hostname: string;
  readonly pathname: string;
}): boolean => HOSTS.has(hostname.replace(DEVICE, '')) && !FILE.test(pathname);
