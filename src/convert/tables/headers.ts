import {foldWord} from '../fold.js';
import {type Role, SHARED} from './roles.js';

/** Names of columns in the five languages, and German; a word stands in the language where it is at home. */
const NAMES: Readonly<Record<string, Partial<Record<Role, string>>>> = {
  en: {
    date: 'date,dates,when,datetime,timestamp,date time,start,begin,begins,from,occurred',
    end: 'end,ends,until,finish,to',
    year: 'year',
    month: 'month',
    day: 'day',
    time: 'time',
    title: 'title,headline,event,name,heading,event title',
    text: 'text,description,details,detail,summary,notes,note,story,body,comment,comments,what happened',
    place: 'place,location,site,where,venue,address',
    town: 'town,city,village,municipality,locality,settlement,commune',
    region: 'region,state,province,county,governorate,district,admin1,adm 1,admin 1',
    country: 'country,nation,iso,iso2,iso3,country code',
    lat: 'lat,latitude,y',
    lon: 'lon,lng,long,longitude,x',
    position:
      'coordinates,coords,coordinate,latlng,lat lng,lat lon,latlon,gps,geo,geolocation,position,point',
    radius: 'radius,accuracy,uncertainty',
    source: 'source,sources,reference,references,publisher',
    url: 'url,link,links,web,website,href,web address,source url',
    category: 'category,categories,type,kind,group,tag,class',
    media: 'media,image,images,picture,photo,photos,video,image url,thumbnail',
    alt: 'alt,alt text,image description',
    caption: 'caption,media caption',
    credit: 'credit,credits,media credit,photographer',
    id: 'id,identifier,event id',
    claimant: 'claimant,according to,claimed by,reported by,says',
    status: 'status',
    'place-precision': 'place precision',
  },
  es: {
    date: 'fecha,fechas,cuando,inicio,comienzo',
    end: 'fin,final,termino,hasta',
    year: 'ano',
    month: 'mes',
    day: 'dia',
    time: 'hora',
    title: 'titulo,titular,evento,nombre,suceso,acontecimiento,hecho',
    text: 'texto,descripcion,detalle,detalles,resumen,nota,notas,comentario,comentarios,que paso,lo que paso,que ocurrio',
    place: 'lugar,sitio,ubicacion,localizacion,donde,direccion',
    town: 'ciudad,pueblo,municipio,localidad',
    region: 'estado,provincia,departamento,region,distrito',
    country: 'pais',
    lat: 'latitud',
    lon: 'longitud',
    position: 'coordenadas,posicion',
    source: 'fuente,fuentes,referencia,medio',
    url: 'enlace,vinculo,direccion web',
    category: 'categoria,categorias,tipo,clase,grupo,etiqueta',
    media: 'imagen,foto,fotos,fotografia',
    caption: 'leyenda,pie,pie de foto',
    credit: 'credito,creditos,fotografo',
    id: 'identificador',
    claimant: 'segun',
  },
  fr: {
    date: 'quand,debut',
    end: 'fin,jusqu a',
    year: 'annee,an',
    month: 'mois',
    day: 'jour',
    time: 'heure',
    title: 'titre,intitule,evenement,nom',
    text: 'texte,resume,remarque,remarques,commentaire,commentaires,ce qui s est passe,que s est il passe',
    place: 'lieu,endroit,emplacement,ou,adresse',
    town: 'ville,village,localite',
    region: 'departement,etat,wilaya',
    country: 'pays',
    position: 'coordonnees',
    source: 'sources',
    url: 'lien,liens,adresse web',
    category: 'categorie,genre,groupe',
    media: 'photographie',
    caption: 'legende',
    id: 'identifiant',
    claimant: 'selon',
  },
  pt: {
    date: 'data,datas,quando',
    end: 'fim,termino,ate',
    time: 'horario',
    title: 'titulo,manchete,nome,acontecimento',
    text: 'descricao,detalhes,resumo,observacoes,comentarios,o que aconteceu,que aconteceu,o que houve',
    place: 'local,onde,localizacao,endereco',
    town: 'cidade,municipio,vila',
    region: 'uf,regiao',
    position: 'coordenadas',
    source: 'fonte,fontes',
    url: 'ligacao,endereco web',
    media: 'imagem,midia',
    caption: 'legenda',
    claimant: 'segundo,conforme',
  },
  de: {
    date: 'datum,wann,beginn',
    end: 'ende,bis',
    year: 'jahr',
    month: 'monat',
    day: 'tag',
    time: 'uhrzeit,zeit',
    title: 'titel,uberschrift,ereignis,bezeichnung',
    text: 'beschreibung,bemerkung,bemerkungen,anmerkung,anmerkungen,notiz,was geschah,was passierte',
    place: 'ort,adresse,wo',
    town: 'stadt,gemeinde,ortschaft',
    region: 'bundesland,kanton,landkreis,provinz',
    country: 'staat',
    lat: 'breite,breitengrad,geographische breite,geografische breite',
    lon: 'lange,langengrad,geographische lange,geografische lange',
    position: 'koordinaten',
    source: 'quelle,quellen',
    category: 'kategorie,art,gruppe',
    media: 'bild,foto',
    caption: 'bildunterschrift',
    claimant: 'laut',
  },
  ar: {
    date: 'تاريخ,التاريخ,بدايه,البدايه,متى',
    end: 'نهايه,النهايه',
    year: 'سنه,السنه,عام,العام',
    month: 'شهر,الشهر',
    day: 'يوم,اليوم',
    time: 'وقت,الوقت,الساعه,ساعه',
    title: 'عنوان,العنوان,حدث,الحدث,اسم,الاسم',
    text: 'نص,النص,وصف,الوصف,تفاصيل,التفاصيل,ملاحظات,ملخص,ماذا حدث,ما حدث',
    place: 'مكان,المكان,موقع,الموقع',
    town: 'مدينه,المدينه,قريه,القريه,بلده,البلده',
    region: 'محافظه,المحافظه,ولايه,الولايه,منطقه,المنطقه,اقليم',
    country: 'دوله,الدوله,بلد,البلد',
    lat: 'خط العرض,العرض',
    lon: 'خط الطول,الطول',
    position: 'احداثيات,الاحداثيات',
    source: 'مصدر,المصدر,مصادر,المصادر',
    url: 'رابط,الرابط',
    category: 'فئه,الفئه,نوع,النوع,تصنيف,التصنيف',
    media: 'صوره,الصوره,صور,فيديو',
    caption: 'تعليق',
    claimant: 'وفقا',
  },
};

/** The letters of a header by which it is looked up; what stands in parentheses is a unit. */
export const foldHeader = (header: string): string =>
  foldWord(
    header
      .slice(0, 200)
      .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
      .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 '),
  )
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const roles = new Map<string, {readonly role: Role; readonly language: string}>();
for (const [language, names] of Object.entries(NAMES))
  for (const [role, words] of Object.entries(names))
    for (const word of words.split(',')) {
      const key = foldHeader(word);
      if (!roles.has(key)) roles.set(key, {role: role as Role, language});
    }

const FILLERS = new Set(
  'of the de del la el los las do da dos das du des le les en em no na et y e event evento evenement incident incidente name nombre nom nome'.split(
    ' ',
  ),
);
const STARTS = new Set('start begin beginning from inicio inicial comienzo desde debut بدايه'.split(' '));
const ENDS = new Set('end ending to until fin final fim termino hasta ate نهايه'.split(' '));

/** Roles of a moment, which `end` may come before. */
const MOMENTS: Readonly<Partial<Record<Role, Role>>> = {
  date: 'end',
  year: 'end-year',
  month: 'end-month',
  day: 'end-day',
  time: 'end-time',
};

interface Found {
  readonly role: Role;
  /** In which the header is written, as far as its word tells. */
  readonly language: string;
}

/** The second and further columns of a role that several may have: "source 2". */
function numberedRole(folded: string): Found | undefined {
  const known = roles.get(folded.replace(/ \d{1,2}$/, ''));
  return known && SHARED.has(known.role) ? known : undefined;
}

/** Between the name of a measure and of who claims its numbers. */
const ACCORDING = / (?:according to|según|selon|segundo|وفقا ل|وفقًا ل) ?/i;

/** A measure and who claims its numbers, where a header names both: "Deaths (people) according to Civil Defence". */
export function claimOf(header: string): {readonly measure: string; readonly claimant: string} | undefined {
  const [measure = '', ...claimant] = header.split(ACCORDING);
  const [who] = claimant;
  return measure.trim() && who?.trim() && claimant.length === 1
    ? {measure: measure.trim(), claimant: who.trim()}
    : undefined;
}

/** The role that a header names; undefined when it names none. */
export function roleOfHeader(header: string): Found | undefined {
  const folded = foldHeader(header);
  const known = roles.get(folded) ?? numberedRole(folded);
  if (known) return known;
  const words = folded.split(' ').filter((word) => !FILLERS.has(word));
  const inner = roles.get(words.join(' '));
  if (inner) return inner;
  if (words.length !== 2) return undefined;
  const [first = '', second = ''] = words;
  for (const [edge, what] of [
    [first, second],
    [second, first],
  ] as const) {
    const moment = roles.get(what);
    const end = moment && MOMENTS[moment.role];
    if (!end) continue;
    if (STARTS.has(edge)) return moment;
    if (ENDS.has(edge)) return {...moment, role: end};
  }
  const [one, other] = [roles.get(first), roles.get(second)];
  if (one?.role === 'media' || other?.role === 'media') {
    const detail = one?.role === 'media' ? other : one;
    if (detail && /^(?:url|credit|caption|alt)$/.test(detail.role))
      return detail.role === 'url' ? {...detail, role: 'media'} : detail;
  }
  if (one?.role === 'source' && other?.role === 'url') return other;
  return undefined;
}
