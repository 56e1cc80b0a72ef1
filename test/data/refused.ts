import {createHash} from 'node:crypto';

/**
 * Pages that were seen to print the name of a minor, or of a detained or released person, or a relative of one, who
 * is not a public figure: never to be linked to (data/README.md). By the SHA-256 of their addresses, as `addressHash`
 * takes it, so that the list leads to nobody.
 */
const PAGES: ReadonlySet<string> = new Set([
  '16b9b171da311e0ef9da5101360e3825043d0db86b58574a5ecd9b6e0613c194',
  '24f47470bf5cc185d125dbea68c6c838e7e2a4a8219db37a57faec0041d3caf5',
  '488a089001921d1211068c765288fbd4b073b3d594439fe0e8d9e4ec51582fb8',
  '4dddefb52b7821061d532163822658dae99e721abc9e46d15e378c2a486a1a83',
  '5cbd8b9b558c76b4805a688b41f36881cbebf2b171801dc233386df3eefe1d5b',
  '91f9f3fedaba7c1b47708a57f35c0ba11106a11883fb4abe7bb215b6ccf119f9',
  '96ffe854316ea214f402e3452a2852fd12e582a57ead02f07378ab1c2b55d25f',
  'a7783d4e1aa6c968c7f3efbafbd9e3ca4110afaf376810d339f0764ce7a21d4c',
  'b2aae1cdf392e161b3467a1707a35b7dbbe6345489fa61460e5394a2dcae2dcf',
  'b78333fb43b6f59598e094871b1e15ae127a5b028be871b3d1ac805406dc3bff',
  'baa401f2ebdaaf022de2e5edd770249eca443ecbb4e8ec250df7437630e99d6a',
  'c5c383f82d58e9877465966d013351b35efc70a122e909575410948ec1a50c75',
  'c755dfc36aefdb7c4ab300365cb686a076fbba68c7fbff9dd65c3cbd8f195c2a',
  'c9e6ce4f59ac9f65c288192a31576c900953a9f74effa5e9c27506f816818206',
  'd24d2905a651bcd5f0067aaee46076648954549adf09f631dc437b9c0a1ba0ca',
  'eefe01e604e5a0a4b8c2d95c8e5e401e750c920f454dc6686ea9bfc97f4564ae',
  'f902fec26767cb598e52914affa7b5ce6298316f454299c1a3de462e4abff065',
  'fa1c0902f07f4f0a8bfde75b0d2e34b1c7f53f450e32a21498e7b08a0783bd2e',
]);

/** Hosts that must not be linked to: cloud mirrors, redirectors, and staff or test hosts. */
const HOSTS = [
  'amazonaws.com',
  'arc-cdn.net',
  'awsbyt.com',
  'awslvpni.com',
  'bitlysdowssl-aws.com',
  'cloudfront.net',
  'googleapis.com',
  'workers.dev',
];
const STAFF = /^(?:admin|staging|preview|dev)/;

/** Normalizes a URL: ignores scheme, `www.`, fragment and trailing slash. */
export const addressHash = (url: string): string =>
  createHash('sha256')
    .update(
      url
        .replace(/^https?:\/\/(www\.)?/i, '')
        .replace(/#.*$/, '')
        .replace(/\/+$/, '')
        .toLowerCase(),
    )
    .digest('hex');

/** The reason why a link is not allowed. */
export function refusal(url: string): string | undefined {
  if (PAGES.has(addressHash(url))) return 'the page prints a name that is to be kept out';
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  if (HOSTS.some((each) => host === each || host.endsWith(`.${each}`))) return 'the host is a mirror';
  return STAFF.test(host) ? 'the host is for staff' : undefined;
}
