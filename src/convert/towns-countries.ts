import {memoizeByKey} from '../core/memo/index.js';
import {foldName} from './towns-cells.js';

/** Codes of countries, ISO 3166-1, with three letters and then with two. */
const CODES = `
  ANDAD AREAE AFGAF ATGAG AIAAI ALBAL ARMAM AGOAO ATAAQ ARGAR ASMAS AUTAT AUSAU ABWAW ALAAX AZEAZ
  BIHBA BRBBB BGDBD BELBE BFABF BGRBG BHRBH BDIBI BENBJ BLMBL BMUBM BRNBN BOLBO BESBQ BRABR BHSBS
  BTNBT BVTBV BWABW BLRBY BLZBZ CANCA CCKCC CODCD CAFCF COGCG CHECH CIVCI COKCK CHLCL CMRCM CHNCN
  COLCO CRICR CUBCU CPVCV CUWCW CXRCX CYPCY CZECZ DEUDE DJIDJ DNKDK DMADM DOMDO DZADZ ECUEC ESTEE
  EGYEG ESHEH ERIER ESPES ETHET FINFI FJIFJ FLKFK FSMFM FROFO FRAFR GABGA GBRGB GRDGD GEOGE GUFGF
  GGYGG GHAGH GIBGI GRLGL GMBGM GINGN GLPGP GNQGQ GRCGR SGSGS GTMGT GUMGU GNBGW GUYGY HKGHK HMDHM
  HNDHN HRVHR HTIHT HUNHU IDNID IRLIE ISRIL IMNIM INDIN IOTIO IRQIQ IRNIR ISLIS ITAIT JEYJE JAMJM
  JORJO JPNJP KENKE KGZKG KHMKH KIRKI COMKM KNAKN PRKKP KORKR KWTKW CYMKY KAZKZ LAOLA LBNLB LCALC
  LIELI LKALK LBRLR LSOLS LTULT LUXLU LVALV LBYLY MARMA MCOMC MDAMD MNEME MAFMF MDGMG MHLMH MKDMK
  MLIML MMRMM MNGMN MACMO MNPMP MTQMQ MRTMR MSRMS MLTMT MUSMU MDVMV MWIMW MEXMX MYSMY MOZMZ NAMNA
  NCLNC NERNE NFKNF NGANG NICNI NLDNL NORNO NPLNP NRUNR NIUNU NZLNZ OMNOM PANPA PERPE PYFPF PNGPG
  PHLPH PAKPK POLPL SPMPM PCNPN PRIPR PSEPS PRTPT PLWPW PRYPY QATQA REURE ROURO SRBRS RUSRU RWARW
  SAUSA SLBSB SYCSC SDNSD SWESE SGPSG SHNSH SVNSI SJMSJ SVKSK SLESL SMRSM SENSN SOMSO SURSR SSDSS
  STPST SLVSV SXMSX SYRSY SWZSZ TCATC TCDTD ATFTF TGOTG THATH TJKTJ TKLTK TLSTL TKMTM TUNTN TONTO
  TURTR TTOTT TUVTV TWNTW TZATZ UKRUA UGAUG UMIUM USAUS URYUY UZBUZ VATVA VCTVC VENVE VGBVG VIRVI
  VNMVN VUTVU WLFWF WSMWS YEMYE MYTYT ZAFZA ZMBZM ZWEZW
`;

/** Names that others use than the browsers' own. */
const OTHERS: Readonly<Record<string, string>> = {
  US: 'usa,united states of america,eeuu,ee uu,estados unidos da america,etats unis d amerique',
  GB: 'uk,great britain,england,scotland,wales,united kingdom of great britain and northern ireland',
  AE: 'uae',
  CD: 'drc,dr congo,democratic republic of congo,democratic republic of the congo,congo kinshasa',
  CG: 'republic of congo,republic of the congo,congo,congo brazzaville',
  CI: 'ivory coast,cote d ivoire',
  CZ: 'czech republic',
  RU: 'russian federation',
  KR: 'south korea,republic of korea,korea',
  KP: 'north korea,democratic people s republic of korea',
  SY: 'syrian arab republic',
  VN: 'viet nam',
  LA: 'lao people s democratic republic',
  TZ: 'united republic of tanzania',
  MD: 'republic of moldova',
  TR: 'turkey,turkiye',
  MM: 'burma,myanmar burma',
  PS: 'palestine,state of palestine,gaza,west bank',
  CV: 'cape verde',
  SZ: 'swaziland',
  MK: 'macedonia',
  BN: 'brunei darussalam',
  NL: 'holland,the netherlands',
  VE: 'venezuela bolivarian republic of',
  BO: 'bolivia plurinational state of',
  IR: 'iran islamic republic of',
  TW: 'taiwan province of china',
};

/** Languages in which countries may be named. */
const LANGUAGES = 'en es fr pt ar';

/** Codes by folded names, in some languages; a browser takes a while to name all countries. */
const namesIn = memoizeByKey(
  (languages: string) => languages,
  (languages): ReadonlyMap<string, string> => {
    const names = new Map<string, string>();
    const learn = (name: string, code: string) => {
      const folded = foldName(name);
      if (folded && !names.has(folded)) names.set(folded, code);
    };
    const codes = CODES.trim().split(/\s+/);
    for (const both of codes) {
      learn(both.slice(0, 3), both.slice(3));
      learn(both.slice(3), both.slice(3));
    }
    for (const [code, others] of Object.entries(OTHERS))
      for (const name of others.split(',')) learn(name, code);
    for (const language of languages.split(' ')) {
      const display = new Intl.DisplayNames([language], {type: 'region', fallback: 'none'});
      for (const both of codes) learn(display.of(both.slice(3)) ?? '', both.slice(3));
    }
    return names;
  },
  1,
);

/** The country that a name or code means: a name in five languages, or a code of two or three letters. */
export function countryOf(name: string): string | undefined {
  const names = namesIn(LANGUAGES);
  return names.get(foldName(name)) ?? names.get(foldName(name.replace(/\([^()]*\)/g, '')));
}
