import type {ImportOptions} from './types.js';

/** What a page says of a file to be imported, as it is sent to a worker too. */
export type ImportRequest = Omit<ImportOptions, 'world' | 'roles' | 'onRows'> & {
  readonly roles: ReadonlyMap<string, string>;
  /** Name of the importer, or `auto`. */
  readonly format: string;
  /** Address of the file. */
  readonly name: string;
};

export const DATE_ORDERS = ['day-first', 'month-first'] as const;
export const NEGATIVE_YEARS = ['astronomical', 'historical'] as const;

/** `Ort=place; Tote=measure` as roles by column. */
const rolesOf = (text: string): Map<string, string> =>
  new Map(
    text.split(';').flatMap((part) => {
      const at = part.lastIndexOf('=');
      return at > 0 ? [[part.slice(0, at).trim(), part.slice(at + 1).trim()] as const] : [];
    }),
  );

/** The attributes of a story that say how its file is imported. */
export function importRequest(
  attributeOf: (attribute: string) => string | null,
  name: string,
): ImportRequest {
  const read = (attribute: string) => attributeOf(attribute) || undefined;
  const century = Number(read('import-century'));
  return {
    format: read('format') ?? 'auto',
    name,
    language: read('import-language'),
    roles: rolesOf(read('import-columns') ?? ''),
    claimant: read('import-claimant'),
    dates: DATE_ORDERS.find((order) => order === read('import-dates')),
    century: century > 0 ? century : undefined,
    negativeYears: NEGATIVE_YEARS.find((each) => each === read('import-negative-years')),
    sheet: read('import-sheet'),
  };
}
