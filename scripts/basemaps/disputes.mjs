/**
 * Borders in dispute. The default is who holds what (Natural Earth, "de facto"); each line here is drawn as disputed.
 *
 * `between`: two tests of a region, the line is where regions of each touch; `claims`: lines of Natural Earth, by the
 * code of the state that holds the ground and the claim's name; `line`: positions. `apart`: the first side is in
 * dispute itself, and in the views of states for which it is no state the line is no border; `taken`: the same, and in
 * those views the line is a plain border.
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
  {id: 'crimea', between: [region('UA-43', 'UA-40'), (r) => r.a3 === 'UKR']},
  {
    id: 'western-sahara',
    between: [region('MA-15', 'MA-16'), (r) => r.a3 === 'MAR' && !/^MA-1[56]$/.test(r.code)],
    kind: 'taken',
  },
  {id: 'western-sahara', between: [region('MA-15', 'MA-16'), held('SAH')]},
  {id: 'kosovo', between: [held('KOS'), held('SRB')], kind: 'apart'},
  {id: 'northern-cyprus', between: [held('CYN'), held('CYP', 'ESB')]},
  {id: 'somaliland', between: [held('SOL'), held('SOM')]},
  {id: 'abkhazia', between: [region('GE-AB'), (r) => r.a3 === 'GEO' && r.code !== 'GE-AB']},
  {id: 'south-ossetia', claims: ['GEO', 'Georgian claim'], within: [43, 42, 45, 43]},
  {id: 'transnistria', between: [region('MD-SN'), (r) => r.a3 === 'MDA' && r.code !== 'MD-SN']},
  {id: 'palestine', between: [held('PSX'), held('ISR')]},
  {id: 'golan', claims: ['ISR', 'Syrian claim']},
  {id: 'golan', between: [held('ISR'), held('SYR')]},
  {id: 'shebaa', claims: ['LBN', 'Lebanese claim']},
  {id: 'shebaa', claims: ['ISR', 'Lebanese claim']},
  {id: 'kashmir', between: [region('PK-JK', 'PK-GB'), region('IN-JK', 'IN-LA')]},
  {id: 'kashmir', between: [held('KAS'), () => true]},
  {id: 'kashmir', claims: ['PAK', 'Indian claim']},
  {id: 'kashmir', claims: ['IND', 'Pakistani claim']},
  {id: 'kashmir', claims: ['CHN', 'Indian claim']},
  {id: 'aksai-chin', between: [region('IN-LA', 'IN-JK'), held('CHN')]},
  {id: 'arunachal', between: [region('IN-AR'), held('CHN')]},
  {id: 'himalaya', claims: ['IND', 'Chinese claim']},
  {id: 'himalaya', claims: ['BTN', 'Chinese claim']},
  {id: 'esequibo', claims: ['GUY', 'Venezuelan claim']},
  {id: 'tigri', claims: ['GUY', 'Suriname claim']},
  {id: 'marowijne', claims: ['FRA', 'Suriname claim']},
  {id: 'belize', claims: ['BLZ', 'Guatemalan claim']},
  {id: 'olivenza', claims: ['ESP', 'Portuguese claim']},
  {id: 'ilemi', claims: ['KEN', 'Sudanese claim']},
  {id: 'ilemi', claims: ['SDS', 'Kenyan claim']},
  {id: 'abyei', claims: ['SDN', 'South Sudanese claim']},
  {id: 'halaib', between: [region('EG-BA'), held('SDN')]},
  {id: 'kurils', claims: ['RUS', 'Japanese claim']},
  // The middle of the strait, as Taiwan's ministry of defence stated it in 2004.
  {
    id: 'taiwan',
    line: [
      [122, 27],
      [118, 23],
    ],
  },
];

/** How a dispute looks from states that take a side: which do not see a border there, and which see a plain one. */
export function viewsOf({kind}, regions) {
  const views = regions.reduce(
    (common, {unrecognized}) =>
      common ? common.filter((each) => unrecognized.includes(each)) : unrecognized,
    undefined,
  );
  if (!kind || !views?.length) return {};
  return kind === 'apart' ? {hidden: views} : {plain: views};
}
