/** The texts of media that are more than a plain picture. Apart from `Messages`, of which every page fetches the English ones. */
export interface MediaMessages {
  /** The name of several media of which one is shown at a time. */
  readonly gallery: string;
  /** Which of them is shown: the second of five. */
  readonly of: (number: string, all: string) => string;
  readonly previous: string;
  readonly next: string;
  readonly enlarge: string;
  /** The name of an enlarged picture that has no words of its own. */
  readonly picture: string;
  /** Of what has not come after some seconds; a link to it follows. */
  readonly slow: string;
  readonly transcript: string;
  /** Leads to a document; `kind` as PDF, or empty. */
  readonly open: (kind: string) => string;
  readonly before: string;
  readonly after: string;
  /** The name of the slider of a pair, by the names of its pictures. */
  readonly compare: (before: string, after: string) => string;
  /** Shown in place of a player from another server, before the reader allows it. */
  readonly foreignPlayer: (host: string) => string;
  /** Of a player, by the policy of the page; a link to it follows. */
  readonly playerFailed: string;
  /** Of a player that neither we know nor the page names; a link to it follows. */
  readonly playerUnknown: (host: string) => string;
  /** Before the address of a film or a document where it is at home. */
  readonly elsewhere: string;
}
