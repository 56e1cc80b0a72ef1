/**
 * What the MercoPress article of 26 December 2025 says, in our words, statement by statement: where, and by whom.
 * `data/caracas-releases.json` holds all of it and nothing else (statements.test.ts).
 */

export interface Statement {
  readonly at: 'title' | 'text';
  /** Of the article; `later` is after the seventh, where the number was not read. None: a remark of the editors. */
  readonly paragraph: number | 'later' | undefined;
  readonly says: Speaker;
  readonly en: string;
  readonly es: string;
}

/** The speaker, in words that the row must contain. `nobody`: the article reports it without naming a source. */
export const SPEAKERS = {
  article: {en: 'the article', es: 'el artículo'},
  editors: {en: '', es: ''},
  maduro: {en: 'Maduro claimed', es: 'Maduro afirmó'},
  cne: {en: 'The National Electoral Council declared', es: 'El Consejo Nacional Electoral declaró'},
  opposition: {en: 'The opposition', es: 'la oposición'},
  'foro-penal': {en: 'The count of the NGO Foro Penal', es: 'El recuento de la ONG Foro Penal'},
  'both-groups': {
    en: 'The Committee of Mothers in Defense of the Truth and Foro Penal confirmed',
    es: 'El Comité de Madres en Defensa de la Verdad y Foro Penal confirmaron',
  },
  mothers: {
    en: 'The Committee of Mothers in Defense of the Truth said',
    es: 'El Comité de Madres en Defensa de la Verdad dijo',
  },
  'rights-groups': {
    en: 'Human rights groups, including the Committee for the Freedom of Political Prisoners (CLIPPVE)',
    es: 'Organizaciones de derechos humanos, entre ellas el Comité por la Libertad de los Presos Políticos (CLIPPVE)',
  },
  nobody: {en: 'does not say by whom', es: 'sin precisar quién'},
  some: {en: 'Some interpret', es: 'Algunos interpretan'},
  advocates: {en: 'Rights advocates', es: 'Defensores de derechos humanos'},
  'attorney-general': {en: 'The Attorney General’s Office denies', es: 'La Fiscalía niega'},
  authorities: {en: 'The authorities say', es: 'Las autoridades afirman'},
} as const;
type Speaker = keyof typeof SPEAKERS;

/** Statements by event. */
export const STATEMENTS: Readonly<Record<string, readonly Statement[]>> = {
  'election-2024-07-28': [
    {
      at: 'title',
      paragraph: 7,
      says: 'article',
      en: 'Two sides claim the presidential election',
      es: 'Dos bandos reclaman la victoria electoral',
    },
    {
      at: 'text',
      paragraph: 7,
      says: 'cne',
      en: 'The National Electoral Council declared Nicolás Maduro the winner with 6.4 million votes.',
      es: 'El Consejo Nacional Electoral declaró ganador a Nicolás Maduro con 6,4 millones de votos.',
    },
    {
      at: 'text',
      paragraph: 1,
      says: 'maduro',
      en: 'Maduro claimed to have won, the article says, “despite producing no supporting evidence”.',
      es: 'Maduro afirmó haber ganado, dice el artículo, sin presentar pruebas que lo respaldaran.',
    },
    {
      at: 'text',
      paragraph: 7,
      says: 'opposition',
      en: 'The opposition’s tally sheets, the article says, suggest a landslide victory for the opposition with more than 7 million votes.',
      es: 'Las actas de la oposición, dice el artículo, apuntan a una victoria abrumadora de la oposición con más de 7 millones de votos.',
    },
  ],
  'recognition-gonzalez': [
    {
      at: 'title',
      paragraph: 'later',
      says: 'article',
      en: 'Who recognised González, according to the article',
      es: 'Quién reconoció a González, según el artículo',
    },
    {
      at: 'text',
      paragraph: 'later',
      says: 'article',
      en: 'The article says that the United States, the European Union and the Organization of American States (OAS) have recognised González as president-elect, citing credible evidence of fraud.',
      es: 'El artículo dice que Estados Unidos, la Unión Europea y la Organización de los Estados Americanos (OEA) han reconocido a González como presidente electo, citando pruebas creíbles de fraude.',
    },
    {at: 'text', paragraph: undefined, says: 'editors', en: 'It gives no dates.', es: 'No da fechas.'},
    {
      at: 'text',
      paragraph: undefined,
      says: 'editors',
      en: 'The statement is the article’s own; what was found about each of the three is in the record.',
      es: 'La afirmación es del propio artículo; lo que se encontró sobre cada uno de los tres está en el registro.',
    },
  ],
  'foro-penal-2025-12-15': [
    {
      at: 'title',
      paragraph: 5,
      says: 'foro-penal',
      en: 'Foro Penal counts 902 political prisoners',
      es: 'Foro Penal cuenta 902 presos políticos',
    },
    {
      at: 'text',
      paragraph: 5,
      says: 'foro-penal',
      en: 'The count of the NGO Foro Penal is of 15 December, ten days before the release: the 71 are not subtracted from it.',
      es: 'El recuento de la ONG Foro Penal es del 15 de diciembre, diez días antes de la excarcelación: los 71 no están restados.',
    },
  ],
  'naval-presence': [
    {
      at: 'title',
      paragraph: 'later',
      says: 'article',
      en: 'US naval presence in the Caribbean grows',
      es: 'Crece la presencia naval de EE. UU. en el Caribe',
    },
    {
      at: 'text',
      paragraph: 'later',
      says: 'article',
      en: 'The article sets the release against a heightened presence of the US Navy in the Caribbean.',
      es: 'El artículo sitúa la excarcelación ante una mayor presencia de la Armada de Estados Unidos en el Caribe.',
    },
    {
      at: 'text',
      paragraph: undefined,
      says: 'editors',
      en: 'It gives no date; the month is that of the article.',
      es: 'No da fecha; el mes es el del artículo.',
    },
  ],
  'oil-blockade': [
    {
      at: 'title',
      paragraph: 'later',
      says: 'article',
      en: 'A blockade aimed at curbing oil exports',
      es: 'Un bloqueo para frenar las exportaciones de petróleo',
    },
    {
      at: 'text',
      paragraph: 'later',
      says: 'article',
      en: 'The article names a blockade aimed at curbing Venezuelan oil exports.',
      es: 'El artículo menciona un bloqueo destinado a frenar las exportaciones venezolanas de petróleo.',
    },
    {
      at: 'text',
      paragraph: undefined,
      says: 'editors',
      en: 'It does not say whose it is and gives no date; the month is that of the article.',
      es: 'No dice de quién es ni da fecha; el mes es el del artículo.',
    },
  ],
  'release-2025-12-25': [
    {
      at: 'title',
      paragraph: 1,
      says: 'article',
      en: '71 political prisoners released',
      es: '71 presos políticos excarcelados',
    },
    {
      at: 'text',
      paragraph: 3,
      says: 'both-groups',
      en: 'Sixty-five men left Tocorón, three women left Las Crisálidas and three teenagers left a juvenile detention centre in La Guaira.',
      es: 'Sesenta y cinco hombres salieron de Tocorón, tres mujeres de Las Crisálidas y tres adolescentes de un centro de detención juvenil en La Guaira.',
    },
    {
      at: 'text',
      paragraph: 3,
      says: 'both-groups',
      en: 'The Committee of Mothers in Defense of the Truth and Foro Penal confirmed the releases, the article says.',
      es: 'El Comité de Madres en Defensa de la Verdad y Foro Penal confirmaron las excarcelaciones, dice el artículo.',
    },
    {
      at: 'text',
      paragraph: 1,
      says: 'article',
      en: 'All 71 had been detained during the protests after the election of July 2024.',
      es: 'Los 71 habían sido detenidos durante las protestas tras las elecciones de julio de 2024.',
    },
  ],
  'committee-reaction': [
    {
      at: 'title',
      paragraph: 4,
      says: 'mothers',
      en: 'Mothers’ committee: joy, but “insufficient”',
      es: 'Comité de Madres: alegría, pero «insuficiente»',
    },
    {
      at: 'text',
      paragraph: 4,
      says: 'mothers',
      en: 'The Committee of Mothers in Defense of the Truth said that the news filled hearts with joy, but that the release was “an important yet insufficient achievement”.',
      es: 'El Comité de Madres en Defensa de la Verdad dijo que la noticia llena de alegría, pero que la excarcelación es «un logro importante, pero insuficiente».',
    },
    {
      at: 'text',
      paragraph: 4,
      says: 'mothers',
      en: 'It stressed, the article says, that hundreds of protesters remain behind bars.',
      es: 'Subrayó, dice el artículo, que cientos de manifestantes siguen en prisión.',
    },
  ],
  'clippve-reaction': [
    {
      at: 'title',
      paragraph: 5,
      says: 'rights-groups',
      en: 'Rights groups: a “symbolic drop in the ocean”',
      es: 'Organizaciones de DD. HH.: «gota simbólica en el océano»',
    },
    {
      at: 'text',
      paragraph: 5,
      says: 'rights-groups',
      en: 'Human rights groups, including the Committee for the Freedom of Political Prisoners (CLIPPVE), characterised the releases as a “symbolic drop in the ocean”, according to the article.',
      es: 'Organizaciones de derechos humanos, entre ellas el Comité por la Libertad de los Presos Políticos (CLIPPVE), calificaron las excarcelaciones de «gota simbólica en el océano», según el artículo.',
    },
  ],
  'strategic-gesture': [
    {
      at: 'title',
      paragraph: 2,
      says: 'nobody',
      en: 'Regarded as a “strategic gesture”',
      es: 'Considerada un «gesto estratégico»',
    },
    {
      at: 'text',
      paragraph: 2,
      says: 'nobody',
      en: 'The release is regarded as a “strategic gesture aimed at mitigating international condemnation”, the article says, and does not say by whom.',
      es: 'La excarcelación se considera un «gesto estratégico» para mitigar la condena internacional, dice el artículo, sin precisar quién lo considera así.',
    },
    {
      at: 'text',
      paragraph: undefined,
      says: 'editors',
      en: 'The date is that of the article.',
      es: 'La fecha es la del artículo.',
    },
  ],
  'appease-washington': [
    {
      at: 'title',
      paragraph: 'later',
      says: 'some',
      en: 'Some see a move to appease Washington',
      es: 'Algunos ven un intento de apaciguar a Washington',
    },
    {
      at: 'text',
      paragraph: 'later',
      says: 'some',
      en: 'Some interpret the release as a move to appease Washington, the article says, and names none of them.',
      es: 'Algunos interpretan la excarcelación como un intento de apaciguar a Washington, dice el artículo, que no nombra a ninguno.',
    },
    {
      at: 'text',
      paragraph: undefined,
      says: 'editors',
      en: 'The date is that of the article.',
      es: 'La fecha es la del artículo.',
    },
  ],
  'amnesty-demand': [
    {
      at: 'title',
      paragraph: 6,
      says: 'advocates',
      en: 'Rights advocates call for a general amnesty',
      es: 'Defensores de derechos piden una amnistía general',
    },
    {
      at: 'text',
      paragraph: 6,
      says: 'advocates',
      en: 'Rights advocates are calling for a General Amnesty Law to “immediately vacate the sentences” of all citizens detained in the crisis after the election, the article says.',
      es: 'Defensores de derechos humanos piden una Ley de Amnistía General que anule de inmediato las condenas de todos los ciudadanos detenidos en la crisis poselectoral, dice el artículo.',
    },
    {
      at: 'text',
      paragraph: undefined,
      says: 'editors',
      en: 'The date is that of the article.',
      es: 'La fecha es la del artículo.',
    },
  ],
  'opposition-hostages': [
    {
      at: 'title',
      paragraph: 6,
      says: 'opposition',
      en: 'Opposition calls the detainees “hostages”',
      es: 'La oposición llama «rehenes» a los detenidos',
    },
    {
      at: 'text',
      paragraph: 6,
      says: 'opposition',
      en: 'The opposition maintains, according to the article, that the detainees are “hostages” whom the government uses as bargaining chips in negotiations with the international community.',
      es: 'La oposición sostiene, según el artículo, que los detenidos son «rehenes» que el Gobierno usa como moneda de cambio en las negociaciones con la comunidad internacional.',
    },
    {
      at: 'text',
      paragraph: undefined,
      says: 'editors',
      en: 'The date is that of the article.',
      es: 'La fecha es la del artículo.',
    },
  ],
  'attorney-general-denial': [
    {
      at: 'title',
      paragraph: 'later',
      says: 'attorney-general',
      en: 'Attorney General’s Office: no “political prisoners”',
      es: 'La Fiscalía niega que haya «presos políticos»',
    },
    {
      at: 'text',
      paragraph: 'later',
      says: 'attorney-general',
      en: 'The Attorney General’s Office denies that there are “political prisoners”, according to the article.',
      es: 'La Fiscalía niega que existan «presos políticos», según el artículo.',
    },
    {
      at: 'text',
      paragraph: 'later',
      says: 'authorities',
      en: 'The authorities say that the detainees are prosecuted for serious punishable acts, among them street violence and terrorism, rather than for their political ideology.',
      es: 'Las autoridades afirman que los detenidos son procesados por hechos punibles graves, entre ellos violencia callejera y terrorismo, y no por su ideología política.',
    },
    {
      at: 'text',
      paragraph: undefined,
      says: 'editors',
      en: 'The date is that of the article.',
      es: 'La fecha es la del artículo.',
    },
  ],
  'no-comment': [
    {
      at: 'title',
      paragraph: 'later',
      says: 'article',
      en: 'No official comment on the release, the article says',
      es: 'Sin comentario oficial de la excarcelación, dice el artículo',
    },
    {
      at: 'text',
      paragraph: 'later',
      says: 'article',
      en: 'The Maduro administration has not officially commented on this round of releases, the article says.',
      es: 'El Gobierno de Maduro no ha comentado oficialmente esta ronda de excarcelaciones, dice el artículo.',
    },
    {
      at: 'text',
      paragraph: undefined,
      says: 'editors',
      en: 'The record has more: on the night of 25 December the prison ministry announced 99 releases.',
      es: 'El registro sabe más: la noche del 25 de diciembre el ministerio penitenciario anunció 99 excarcelaciones.',
    },
  ],
};

/** The figures in the article, each with its claimant. */
export const NUMBERS = [
  {
    figure: 'r71',
    paragraph: 3,
    actor: 'mothers-and-foro-penal',
    comparator: '=',
    value: 71,
    parts: [65, 3, 3],
  },
  {figure: 'p902', paragraph: 5, actor: 'foro-penal', comparator: '=', value: 902, parts: []},
  {figure: 'votes-cne', paragraph: 7, actor: 'cne', comparator: '~', value: 6_400_000, parts: []},
  {
    figure: 'votes-opposition',
    paragraph: 7,
    actor: 'opposition',
    comparator: '>',
    value: 7_000_000,
    parts: [],
  },
] as const;
