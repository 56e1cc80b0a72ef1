/** What towns are called in other languages. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Towns after which no time zone is called, or whose name in CLDR is that of another or misspelt, by country and their English name in
 * GeoNames: what atlases of that language call them. What is not here is called there as in English.
 */
const OTHERS = {
  AE: {Sharjah: {es: 'Sarja', pt: 'Xarja', fr: 'Charjah', ar: 'الشارقة'}},
  AU: {
    Brisbane: {ar: 'بريزبان'},
    Canberra: {es: 'Camberra', pt: 'Camberra', ar: 'كانبرا'},
    Perth: {ar: 'بيرث'},
  },
  BR: {
    Belém: {es: 'Belém', ar: 'بيليم'},
    Brasília: {ar: 'برازيليا'},
    'Rio de Janeiro': {es: 'Río de Janeiro', ar: 'ريو دي جانيرو'},
  },
  CA: {Ottawa: {pt: 'Otava', ar: 'أوتاوا'}, Québec: {es: 'Quebec', pt: 'Quebec', ar: 'كيبيك'}},
  CD: {Lubumbashi: {ar: 'لوبومباشي'}},
  CH: {Bern: {es: 'Berna', pt: 'Berna', fr: 'Berne', ar: 'برن'}},
  CM: {Yaoundé: {es: 'Yaundé', pt: 'Iaundé', ar: 'ياوندي'}},
  CN: {
    Beijing: {es: 'Pekín', pt: 'Pequim', fr: 'Pékin', ar: 'بكين'},
    Chongqing: {ar: 'تشونغتشينغ'},
    Wuhan: {ar: 'ووهان'},
  },
  DE: {
    'Frankfurt am Main': {
      es: 'Fráncfort del Meno',
      pt: 'Frankfurt',
      fr: 'Francfort-sur-le-Main',
      ar: 'فرانكفورت',
    },
    Hamburg: {es: 'Hamburgo', pt: 'Hamburgo', fr: 'Hambourg', ar: 'هامبورغ'},
    Köln: {es: 'Colonia', pt: 'Colônia', fr: 'Cologne', ar: 'كولونيا'},
    Munich: {es: 'Múnich', pt: 'Munique', ar: 'ميونخ'},
  },
  DZ: {Oran: {es: 'Orán', pt: 'Orã', ar: 'وهران'}},
  EG: {
    Alexandria: {es: 'Alejandría', fr: 'Alexandrie', ar: 'الإسكندرية'},
    Luxor: {fr: 'Louxor', ar: 'الأقصر'},
  },
  ES: {
    Barcelona: {fr: 'Barcelone', ar: 'برشلونة'},
    Sevilla: {pt: 'Sevilha', fr: 'Séville', ar: 'إشبيلية'},
  },
  FR: {Marseille: {es: 'Marsella', pt: 'Marselha', ar: 'مرسيليا'}},
  GB: {Edinburgh: {es: 'Edimburgo', pt: 'Edimburgo', fr: 'Édimbourg', ar: 'إدنبرة'}},
  ID: {Makassar: {ar: 'ماكاسار'}},
  IN: {
    Delhi: {pt: 'Délhi', ar: 'دلهي'},
    'New Delhi': {es: 'Nueva Delhi', pt: 'Nova Délhi', ar: 'نيودلهي'},
    Mumbai: {es: 'Bombay', fr: 'Bombay', ar: 'مومباي'},
  },
  IQ: {
    Basrah: {es: 'Basora', pt: 'Baçorá', fr: 'Bassora', ar: 'البصرة'},
    Mosul: {fr: 'Mossoul', ar: 'الموصل'},
  },
  IR: {
    Isfahan: {es: 'Isfahán', pt: 'Isfahã', fr: 'Ispahan', ar: 'أصفهان'},
    Mashhad: {pt: 'Mexede', fr: 'Mechhed', ar: 'مشهد'},
    Shiraz: {pt: 'Xiraz', fr: 'Chiraz', ar: 'شيراز'},
    Tabriz: {ar: 'تبريز'},
  },
  IT: {
    Florence: {es: 'Florencia', pt: 'Florença', ar: 'فلورنسا'},
    Genoa: {es: 'Génova', pt: 'Gênova', fr: 'Gênes', ar: 'جنوة'},
    Milan: {es: 'Milán', pt: 'Milão', ar: 'ميلانو'},
    Naples: {es: 'Nápoles', pt: 'Nápoles', ar: 'نابولي'},
    Palermo: {fr: 'Palerme', ar: 'باليرمو'},
    Turin: {es: 'Turín', pt: 'Turim', ar: 'تورينو'},
    Venice: {es: 'Venecia', pt: 'Veneza', fr: 'Venise', ar: 'البندقية'},
  },
  JP: {Osaka: {ar: 'أوساكا'}},
  KR: {Busan: {ar: 'بوسان'}},
  KZ: {Astana: {es: 'Astaná', ar: 'أستانا'}},
  LY: {Benghazi: {es: 'Bengasi', pt: 'Bengasi', ar: 'بنغازي'}},
  MA: {
    Marrakesh: {es: 'Marrakech', pt: 'Marrakech', fr: 'Marrakech', ar: 'مراكش'},
    Rabat: {ar: 'الرباط'},
  },
  NG: {Abuja: {es: 'Abuya', ar: 'أبوجا'}},
  NL: {Rotterdam: {es: 'Róterdam', pt: 'Roterdã', ar: 'روتردام'}},
  PK: {Islamabad: {ar: 'إسلام آباد'}, Lahore: {ar: 'لاهور'}},
  PL: {
    Gdańsk: {ar: 'غدانسك'},
    Kraków: {es: 'Cracovia', pt: 'Cracóvia', fr: 'Cracovie', ar: 'كراكوف'},
  },
  RU: {
    Irkutsk: {ar: 'إيركوتسك'},
    Kazan: {es: 'Kazán', ar: 'قازان'},
    Samara: {ar: 'سامارا'},
    'Saint Petersburg': {
      es: 'San Petersburgo',
      pt: 'São Petersburgo',
      fr: 'Saint-Pétersbourg',
      ar: 'سانت بطرسبرغ',
    },
  },
  SA: {
    Jeddah: {es: 'Yeda', pt: 'Jidá', fr: 'Djeddah', ar: 'جدة'},
    Madinah: {es: 'Medina', pt: 'Medina', fr: 'Médine', ar: 'المدينة المنورة'},
    Mecca: {es: 'La Meca', pt: 'Meca', fr: 'La Mecque', ar: 'مكة'},
  },
  SE: {Gothenburg: {es: 'Gotemburgo', pt: 'Gotemburgo', fr: 'Göteborg', ar: 'غوتنبرغ'}},
  SY: {Aleppo: {es: 'Alepo', pt: 'Alepo', fr: 'Alep', ar: 'حلب'}},
  TD: {"N'Djamena": {es: 'Yamena', pt: 'Jamena', fr: 'N’Djaména', ar: 'نجامينا'}},
  TR: {
    Ankara: {pt: 'Ancara', ar: 'أنقرة'},
    İzmir: {es: 'Esmirna', pt: 'Esmirna', fr: 'Izmir', ar: 'إزمير'},
  },
  UA: {
    Kharkiv: {es: 'Járkov', ar: 'خاركيف'},
    Odesa: {pt: 'Odessa', fr: 'Odessa', ar: 'أوديسا'},
    Sevastopol: {es: 'Sebastopol', pt: 'Sebastopol', fr: 'Sébastopol', ar: 'سيفاستوبول'},
  },
  US: {
    Boston: {ar: 'بوسطن'},
    Houston: {ar: 'هيوستن'},
    Miami: {ar: 'ميامي'},
    'New Orleans': {es: 'Nueva Orleans', pt: 'Nova Orleans', fr: 'La Nouvelle-Orléans', ar: 'نيو أورلينز'},
    Philadelphia: {es: 'Filadelfia', pt: 'Filadélfia', fr: 'Philadelphie', ar: 'فيلادلفيا'},
    'San Francisco': {ar: 'سان فرانسيسكو'},
    Washington: {ar: 'واشنطن'},
  },
  UZ: {Bukhara: {es: 'Bujará', pt: 'Bucara', fr: 'Boukhara', ar: 'بخارى'}},
  VE: {Maracaibo: {ar: 'ماراكايبو'}},
  VN: {Hanoi: {es: 'Hanói', pt: 'Hanói', fr: 'Hanoï', ar: 'هانوي'}},
  YE: {Sanaa: {es: 'Saná', pt: 'Saná', ar: 'صنعاء'}},
  ZA: {
    'Cape Town': {es: 'Ciudad del Cabo', pt: 'Cidade do Cabo', fr: 'Le Cap', ar: 'كيب تاون'},
    Pretoria: {pt: 'Pretória', ar: 'بريتوريا'},
  },
};

const isZone = (node) => 'exemplarCity' in node || 'long' in node || 'short' in node;
/** Zones of a language, with the town that stands for each. */
const citiesOf = (node, path = []) =>
  Object.entries(node).flatMap(([name, inner]) =>
    isZone(inner) ? [[[...path, name].join('/'), inner.exemplarCity]] : citiesOf(inner, [...path, name]),
  );

const zonesOf = (country) => {
  const locale = new Intl.Locale(`und-${country}`);
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
};

/** "New York City" is "New York" there, and "Bogotá" has no accent. */
const bare = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ City$/, '');

/**
 * What towns are called in some languages other than English: by Unicode CLDR, which has the towns after which time zones
 * are called, and by the list above.
 *
 * @param {readonly string[]} languages
 * @returns {(name: string, country: string) => Record<string, string> | undefined} names by language, where they differ
 */
export function readExonyms(languages) {
  const [english, ...others] = ['en', ...languages].map((language) => {
    const path = require.resolve(`cldr-dates-modern/main/${language}/timeZoneNames.json`);
    const {zone} = JSON.parse(readFileSync(path, 'utf8')).main[language].dates.timeZoneNames;
    return new Map(citiesOf(zone));
  });
  const cityOf = (zone) => zone.split('/').at(-1).replaceAll('_', ' ');
  return (name, country) => {
    const listed = OTHERS[country]?.[name];
    const zone = zonesOf(country).find((each) =>
      [english.get(each), cityOf(each)].some((city) => city && bare(city) === bare(name)),
    );
    const found = languages.map((language, i) => {
      // "Tripoli (Libye)" tells two apart.
      const there = zone && others[i].get(zone)?.replace(/ \(.*/, '');
      return [language, listed?.[language] ?? there];
    });
    const named = found.filter(([, there]) => there && there !== name);
    return named.length > 0 ? Object.fromEntries(named) : undefined;
  };
}
