import {readDate} from '../dates.js';
import {isImage, isMedia} from '../media.js';
import type {ImportNote} from '../types.js';
import {readDegrees, readPair} from './coordinates.js';
import type {Grid} from './grid.js';
import {claimOf, foldHeader, roleOfHeader} from './headers.js';
import {numberStyleOf, readNumber} from './numbers.js';
import {countsPeople} from './people.js';
import {type Profile, profileOf} from './profiles.js';
import {isRole, isStatus, ROLES, type Role, SHARED} from './roles.js';
import {isLong} from './text.js';

export interface Column {
  readonly index: number;
  readonly header: string;
  readonly role: Role | undefined;
  /** What stands in parentheses in its header. */
  readonly unit: string | undefined;
}

export interface Columns {
  readonly all: readonly Column[];
  readonly first: (role: Role) => Column | undefined;
  readonly of: (role: Role) => readonly Column[];
  readonly profile: Profile | undefined;
  /** The language of the headers; undefined when none of them tells. */
  readonly language: string | undefined;
  readonly notes: readonly ImportNote[];
}

/** Cells of a column that are looked at. */
const SAMPLE = 200;
/** Share of them that must be of a kind. */
const MOST = 0.8;
/** Share of numbers in a column that counts people by its name: others are words as "10–15". */
const HALF = 0.5;

type Reason = 'told' | 'header' | 'content' | 'known';

/** Says what each column is: as the author tells, as its data set is known, by its header, and by its content. */
export function columnsOf(grid: Grid, told: ReadonlyMap<string, string>): Columns {
  const profile = profileOf(grid.headers);
  const roles = new Array<{role: Role; why: Reason} | undefined>(grid.headers.length).fill(undefined);
  const taken = new Set<Role>();
  const languages = new Map<string, number>();
  const notes: ImportNote[] = [];
  const give = (index: number, role: Role | undefined, why: Reason): boolean => {
    if (!role || roles[index] || (taken.has(role) && !SHARED.has(role))) return false;
    roles[index] = {role, why};
    taken.add(role);
    return true;
  };
  for (const [name, role] of told) {
    const index = indexOf(grid.headers, name);
    if (index >= 0 && isRole(role)) give(index, role, 'told');
    else notes.push(notTold(name, grid.headers));
  }
  grid.headers.forEach((header, i) => {
    give(i, profile && knownRole(profile, header), 'known');
  });
  // A name for the place may be all that a title is; what is called a title comes first.
  const found = grid.headers.map((header) => roleOfHeader(header));
  grid.headers.forEach((header, i) => {
    if (claimOf(header) && countsIn(sampleOf(grid, i))) give(i, 'measure', 'header');
  });
  const order = grid.headers
    .map((_, i) => i)
    .sort((a, b) => rank(grid.headers[a]) - rank(grid.headers[b]) || a - b);
  for (const i of order) {
    const known = found[i];
    if (!known || !give(i, fitting(known.role, grid, i), 'header')) continue;
    languages.set(known.language, (languages.get(known.language) ?? 0) + 1);
  }
  grid.headers.forEach((_, i) => {
    if (!roles[i]) give(i, roleByContent(sampleOf(grid, i), taken, grid.headers[i]), 'content');
  });
  giveWords(grid, roles, give, taken);
  const titles = profile || taken.has('title') ? [] : shortTexts(grid, roles);
  if (titles[0] !== undefined && titles.length === 1) roles[titles[0]] = {role: 'title', why: 'content'};
  const all = grid.headers.map(
    (header, index): Column => ({
      index,
      header,
      role: roles[index]?.role,
      unit: /[([]([^()[\]]{1,40})[)\]]/.exec(header)?.[1]?.trim(),
    }),
  );
  const byRole = new Map(ROLES.map((role) => [role, all.filter((column) => column.role === role)]));
  const of = (role: Role) => byRole.get(role) ?? [];
  const [[language] = [undefined]] = [...languages].sort((a, b) => b[1] - a[1]);
  return {
    all,
    first: (role) => of(role)[0],
    of,
    profile,
    language,
    notes: [...notes, ...said(all, roles, profile)],
  };
}

const indexOf = (headers: readonly string[], name: string): number => {
  const exact = headers.indexOf(name);
  return exact >= 0 ? exact : headers.findIndex((header) => foldHeader(header) === foldHeader(name));
};

const notTold = (name: string, headers: readonly string[]): ImportNote => ({
  code: 'column-missing',
  severity: 'doubt',
  row: 'file',
  message: `There is no column "${name}", which --map names.`,
  fix: `Its columns are ${headers
    .map((header) => `"${header}"`)
    .slice(0, 20)
    .join(', ')}.`,
});

function knownRole({roles}: Profile, header: string): Role | undefined {
  const folded = foldHeader(header);
  return Object.hasOwn(roles, folded) ? roles[folded] : undefined;
}

/** Words that are less sure to mean what they mostly mean. */
const LATER =
  /^(?:name|nombre|nom|nome|event|evento|evenement|position|posicion|point|x|y|from|to|address|group|medio|ou|notes?|iso)$/;
const rank = (header = '') => (LATER.test(foldHeader(header)) ? 1 : 0);

/** A role by a header, where the cells are such: a column "date" of words is none, nor is "source" of numbers. */
function fitting(role: Role, grid: Grid, index: number): Role | undefined {
  const sample = sampleOf(grid, index);
  if (sample.length === 0) return role;
  const share = (is: (cell: string) => boolean) => sample.filter(is).length / sample.length;
  if (role === 'status') return share((cell) => isStatus(cell)) >= MOST ? role : undefined;
  if (isInOwnColumn(role, grid) && share(isDegreesList) > 0) return role;
  if (role === 'lat' || role === 'lon' || role === 'radius') {
    if (share((cell) => readDegrees(cell) !== undefined) > 0) return role;
    return share((cell) => readPair(cell) !== undefined) > 0 ? 'position' : undefined;
  }
  if (role === 'position') return share((cell) => readPair(cell) !== undefined) > 0 ? role : undefined;
  // One with addresses in place of names.
  if (role === 'source' || role === 'text') return share(isAddress) >= MOST ? 'url' : role;
  if (role === 'url') return share(isImage) >= MOST ? 'media' : role;
  if (role === 'place' && share((cell) => readPair(cell) !== undefined) >= MOST) return 'position';
  return role;
}

/** Whether latitude and longitude have a column each, so that a semicolon is between places. */
const isInOwnColumn = (role: Role, {headers}: Grid): boolean =>
  role === 'radius' ||
  ((role === 'lat' || role === 'lon') &&
    ['lat', 'lon'].every((each) => headers.some((header) => roleOfHeader(header)?.role === each)));

const isDegreesList = (cell: string): boolean =>
  cell.includes(';') &&
  cell.split(';').every((part) => part.trim() === '' || readDegrees(part) !== undefined);

const isAddress = (cell: string) => /^https?:\/\/\S+$/i.test(cell.trim());

function sampleOf({rows}: Grid, index: number): readonly string[] {
  const sample: string[] = [];
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  for (let i = 0; i < rows.length && sample.length < SAMPLE; i += step) {
    const cell = rows[i]?.cells[index]?.trim();
    if (cell) sample.push(cell);
  }
  return sample;
}

/** What the cells alone show. */
function roleByContent(sample: readonly string[], taken: ReadonlySet<Role>, header = ''): Role | undefined {
  if (sample.length === 0) return undefined;
  const share = (is: (cell: string) => boolean) => sample.filter(is).length / sample.length;
  const isMostly = (is: (cell: string) => boolean) => share(is) >= MOST;
  if (isMostly(isMedia)) return 'media';
  if (isMostly(isAddress)) return 'url';
  const style = numberStyleOf(sample);
  const isNumber = (cell: string) => readNumber(cell, style) !== undefined;
  if (!taken.has('date') && !taken.has('year')) {
    if (isMostly((cell) => !isNumber(cell) && typeof readDate(cell) !== 'string')) return 'date';
    if (isMostly((cell) => /^[12]\d{3}$/.test(cell))) return 'year';
  }
  if (
    !taken.has('lat') &&
    !taken.has('position') &&
    isMostly((cell) => !isNumber(cell) && readPair(cell) !== undefined)
  )
    return 'position';
  return share(isNumber) >= (countsPeople(header) ? HALF : MOST) ? 'measure' : undefined;
}

/** Whether cells are numbers, or mostly. */
function countsIn(sample: readonly string[]): boolean {
  const style = numberStyleOf(sample);
  const numbers = sample.filter((cell) => readNumber(cell, style) !== undefined);
  return sample.length > 0 && numbers.length / sample.length >= HALF;
}

const MAX_CATEGORIES = 8;
const MAX_TITLE_CELL = 120;

/** Columns of text by their header, with cells no longer than titles; none where one is longer. */
function shortTexts(
  grid: Grid,
  roles: readonly ({readonly role: Role; readonly why: Reason} | undefined)[],
): readonly number[] {
  const texts = roles.flatMap((given, index) =>
    given?.role === 'text' && given.why === 'header' ? [index] : [],
  );
  const isTitle = (cell: string) => !/[\n<]/.test(cell) && !isLong(cell);
  return texts.every((index) => sampleOf(grid, index).every(isTitle)) ? texts : [];
}

/** Whether cells mostly say something, in three words or more. */
const isProse = (sample: readonly string[]): boolean =>
  sample.filter((cell) => /\p{L}+\s+\p{L}+\s+\p{L}/u.test(cell)).length > sample.length / 2;

/** Columns of words without a role become what a story needs and nothing else gives: a title, categories, texts. */
function giveWords(
  grid: Grid,
  roles: readonly unknown[],
  give: (index: number, role: Role, why: Reason) => boolean,
  taken: ReadonlySet<Role>,
): void {
  const left = grid.headers.flatMap((header, index) => {
    if (roles[index]) return [];
    const sample = sampleOf(grid, index);
    if (sample.length === 0) return [];
    const length = sample.reduce((sum, cell) => sum + cell.length, 0) / sample.length;
    return [{header, index, length, different: new Set(sample).size, count: sample.length}];
  });
  if (!taken.has('title') && !taken.has('text')) {
    const names = left.filter(({length}) => length <= MAX_TITLE_CELL);
    const various = names.filter(({different, count}) => different > count / 2);
    // An event can also be called by its place: then only what says more is its title.
    const title =
      taken.has('place') || taken.has('town')
        ? various.find(({index}) => isProse(sampleOf(grid, index)))
        : (various[0] ?? names[0]);
    if (title) give(title.index, 'title', 'content');
  }
  if (!taken.has('text')) {
    const text = left.find(({index, length}) => !roles[index] && length > MAX_TITLE_CELL);
    if (text) give(text.index, 'text', 'content');
  }
  if (taken.has('category')) return;
  const category = left.find(
    ({index, different, count, length}) =>
      !roles[index] && different > 1 && different <= MAX_CATEGORIES && count >= 3 * different && length < 40,
  );
  if (category) give(category.index, 'category', 'content');
}

/** Says how each column was read, those without a role as lost. */
function said(
  all: readonly Column[],
  roles: readonly ({readonly role: Role; readonly why: Reason} | undefined)[],
  profile: Profile | undefined,
): readonly ImportNote[] {
  const notes: ImportNote[] = [];
  if (profile)
    notes.push({
      code: 'known-data-set',
      severity: 'said',
      row: 'file',
      message: `Its columns are those of ${profile.name}, and are read as such.`,
    });
  const read = all.flatMap(({header, index}) => {
    const given = roles[index];
    if (!given || given.role === 'ignore') return [];
    return [`"${header}" is ${given.role}${given.why === 'content' ? ' (by its cells)' : ''}`];
  });
  if (read.length > 0)
    notes.push({
      code: 'columns',
      severity: 'said',
      row: 'file',
      message: `${read.join(', ')}.`,
      fix: 'To read one otherwise: --map "COLUMN=ROLE".',
    });
  const ignored = all.filter(({index}) => roles[index]?.role === 'ignore').map(({header}) => `"${header}"`);
  if (ignored.length > 0)
    notes.push({
      code: 'columns-ignored',
      severity: 'loss',
      row: 'file',
      message: `${ignored.join(', ')} ${ignored.length === 1 ? 'is' : 'are'} left out.`,
      fix: 'To keep one: --map "COLUMN=text", or another role.',
    });
  return notes;
}
