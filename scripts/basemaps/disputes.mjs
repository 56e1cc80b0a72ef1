/**
 * Borders in dispute. The default is who holds what (Natural Earth, "de facto"); each line here is drawn as disputed.
 *
 * `between`: two tests of a region, the line is where regions of each touch; `claims`: lines of Natural Earth, by the
 * code of the state that holds the ground and the claim's name, `of` the regions behind it; `line`: positions.
 *
 * How states that take a side see a line: `plain`, as a border like others; `hidden`, as none. Both are of the parties
 * themselves, the claimant and the holder, as Natural Earth's claims name them. Beyond that Natural Earth says of each
 * region which states do not recognize it as what it is by default (`FCLASS_*`): `unrecognized` is what the line is for
 * those of whom that is said of the regions of the first side, `unrecognizedOther` of the second.
 *
 * Left out of Natural Earth's claims: those around Nagorno-Karabakh, held by Azerbaijan since 2023, and the line of
 * 2015 in Donbas, behind which the front is no longer, and Bolivia's in the Atacama, which it gave up in 1904. Islands
 * in dispute (Falklands, Senkaku, Dokdo, Spratly, Paracel) have no border to draw.
 */
const held =
  (...codes) =>
  (region) =>
    codes.includes(region.a3);
const region =
  (...codes) =>
  ({code}) =>
    codes.includes(code);

export const DISPUTES = [
  {
    id: 'crimea',
    between: [region('UA-43', 'UA-40'), (r) => r.a3 === 'UKR'],
    plain: ['RU'],
    hidden: ['UA'],
  },
  {
    id: 'western-sahara',
    claims: ['MAR', 'Western Saharan claim'],
    of: region('MA-15', 'MA-16'),
    unrecognized: 'plain',
    hidden: ['MA'],
  },
  // The berm: no border for Morocco, nor for those for whom both sides of it are Western Sahara.
  {
    id: 'western-sahara',
    between: [region('MA-15', 'MA-16'), held('SAH')],
    unrecognized: 'hidden',
    hidden: ['MA'],
  },
  {
    id: 'kosovo',
    between: [held('KOS'), held('SRB')],
    unrecognized: 'hidden',
    plain: ['XK'],
    hidden: ['RS'],
  },
  {id: 'northern-cyprus', between: [held('CYN'), held('CYP', 'ESB')], plain: ['TR'], hidden: ['CY']},
  {id: 'somaliland', between: [held('SOL'), held('SOM')], hidden: ['SO']},
  {
    id: 'abkhazia',
    between: [region('GE-AB'), (r) => r.a3 === 'GEO' && r.code !== 'GE-AB'],
    plain: ['RU'],
    hidden: ['GE'],
  },
  {
    id: 'south-ossetia',
    claims: ['GEO', 'Georgian claim'],
    within: [43, 42, 45, 43],
    plain: ['RU'],
    hidden: ['GE'],
  },
  {
    id: 'transnistria',
    between: [region('MD-SN'), (r) => r.a3 === 'MDA' && r.code !== 'MD-SN'],
    hidden: ['MD'],
  },
  {id: 'palestine', between: [held('PSX'), held('ISR')], unrecognizedOther: 'hidden'},
  {id: 'golan', claims: ['ISR', 'Syrian claim'], plain: ['SY'], hidden: ['IL']},
  {id: 'golan', between: [held('ISR'), held('SYR')], plain: ['IL'], hidden: ['SY']},
  {id: 'shebaa', claims: ['LBN', 'Lebanese claim'], plain: ['LB'], hidden: ['IL']},
  {id: 'shebaa', claims: ['ISR', 'Lebanese claim'], plain: ['LB'], hidden: ['IL']},
  {
    id: 'kashmir',
    between: [region('PK-JK', 'PK-GB'), region('IN-JK', 'IN-LA')],
    hidden: ['IN', 'PK'],
  },
  {id: 'kashmir', between: [held('KAS'), () => true], unrecognized: 'hidden'},
  {id: 'kashmir', claims: ['PAK', 'Indian claim'], plain: ['IN'], hidden: ['PK']},
  {id: 'kashmir', claims: ['IND', 'Pakistani claim'], plain: ['PK'], hidden: ['IN']},
  {id: 'kashmir', claims: ['CHN', 'Indian claim'], plain: ['IN'], hidden: ['CN']},
  {id: 'aksai-chin', between: [region('IN-LA', 'IN-JK'), held('CHN')], plain: ['CN'], hidden: ['IN']},
  {
    id: 'arunachal',
    between: [region('IN-AR'), held('CHN')],
    unrecognized: 'hidden',
    plain: ['IN'],
  },
  {id: 'himalaya', claims: ['IND', 'Chinese claim'], plain: ['CN'], hidden: ['IN']},
  {id: 'himalaya', claims: ['BTN', 'Chinese claim'], plain: ['CN'], hidden: ['BT']},
  {id: 'esequibo', claims: ['GUY', 'Venezuelan claim'], plain: ['VE'], hidden: ['GY']},
  {id: 'tigri', claims: ['GUY', 'Suriname claim'], plain: ['SR'], hidden: ['GY']},
  {id: 'marowijne', claims: ['FRA', 'Suriname claim'], plain: ['SR'], hidden: ['FR']},
  {id: 'belize', claims: ['BLZ', 'Guatemalan claim'], plain: ['GT'], hidden: ['BZ']},
  {id: 'olivenza', claims: ['ESP', 'Portuguese claim'], plain: ['PT'], hidden: ['ES']},
  {id: 'ilemi', claims: ['KEN', 'Sudanese claim'], plain: ['SS'], hidden: ['KE']},
  {id: 'ilemi', claims: ['SDS', 'Kenyan claim'], plain: ['KE'], hidden: ['SS']},
  {id: 'ilemi', between: [held('KEN'), held('SDS')], plain: ['KE']},
  {id: 'abyei', claims: ['SDN', 'South Sudanese claim'], plain: ['SS'], hidden: ['SD']},
  {id: 'halaib', between: [region('EG-BA'), held('SDN')], plain: ['EG']},
  {id: 'kurils', claims: ['RUS', 'Japanese claim'], plain: ['JP'], hidden: ['RU']},
  // The middle of the strait, as Taiwan's ministry of defence stated it in 2004. For China, Natural Earth says, Taiwan's
  // counties are a level below provinces of its own.
  {
    id: 'taiwan',
    line: [
      [122, 27],
      [118, 23],
    ],
    hidden: ['CN'],
  },
];

/** Natural Earth's codes of points of view that are no ISO 3166-1, or no state's. */
const STATES = {KO: 'KR', ISO: undefined, TLC: undefined};

/** The states that recognize none of these regions. */
function unrecognizedBy(regions) {
  const [first = [], ...others] = regions.map(({unrecognized}) => unrecognized);
  return first
    .filter((code) => others.every((each) => each.includes(code)))
    .map((code) => (code in STATES ? STATES[code] : code))
    .filter(Boolean);
}

/** How a line looks from states that take a side, by the regions on its sides: `{plain, hidden}`, lists of ISO 3166-1 codes. */
export function viewsOf(dispute, [one = [], other = []] = []) {
  const views = {plain: [...(dispute.plain ?? [])], hidden: [...(dispute.hidden ?? [])]};
  if (dispute.unrecognized) views[dispute.unrecognized].push(...unrecognizedBy(one));
  if (dispute.unrecognizedOther) views[dispute.unrecognizedOther].push(...unrecognizedBy(other));
  return Object.fromEntries(
    Object.entries(views)
      .map(([kind, codes]) => [kind, [...new Set(codes)].sort()])
      .filter(([, codes]) => codes.length > 0),
  );
}
