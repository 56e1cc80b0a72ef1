import {formatNumber} from './numbers.js';

/** What is said while a file of another format is read: of all languages, as these are short, and few pages need them. */
interface ImportMessages {
  readonly reading: string;
  readonly rows: (rows: string, all: string) => string;
  readonly stop: string;
  /** Stands in parentheses. */
  readonly stopped: string;
}

const LANGUAGES: Readonly<Record<string, ImportMessages>> = {
  ar: {
    reading: 'تجري قراءة الملف…',
    rows: (rows, all) => `تجري قراءة الملف: ${rows} من ${all} صف`,
    stop: 'إيقاف',
    stopped: 'أُوقفت القراءة',
  },
  en: {
    reading: 'The file is being read…',
    rows: (rows, all) => `The file is being read: ${rows} of ${all} rows`,
    stop: 'Stop',
    stopped: 'reading was stopped',
  },
  es: {
    reading: 'Se está leyendo el archivo…',
    rows: (rows, all) => `Se está leyendo el archivo: ${rows} de ${all} filas`,
    stop: 'Detener',
    stopped: 'se detuvo la lectura',
  },
  fr: {
    reading: 'Lecture du fichier…',
    rows: (rows, all) => `Lecture du fichier : ${rows} lignes sur ${all}`,
    stop: 'Arrêter',
    stopped: 'la lecture a été arrêtée',
  },
  pt: {
    reading: 'O arquivo está sendo lido…',
    rows: (rows, all) => `O arquivo está sendo lido: ${rows} de ${all} linhas`,
    stop: 'Parar',
    stopped: 'a leitura foi interrompida',
  },
};

/** The texts of an import in a locale, English as a fallback, with how far it has come. */
export function importMessages(locale: string) {
  const language = locale.split('-', 1)[0]?.toLowerCase() ?? '';
  const words =
    (Object.hasOwn(LANGUAGES, language) && LANGUAGES[language]) || (LANGUAGES.en as ImportMessages);
  return {
    ...words,
    /** `all` is 0 while it is not known. */
    soFar: (rows: number, all: number) =>
      all > 0 ? words.rows(formatNumber(rows, locale), formatNumber(all, locale)) : words.reading,
  };
}
