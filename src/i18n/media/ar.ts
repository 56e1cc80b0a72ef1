import type {MediaMessages} from './messages.js';

/** Keeps a Latin name from mixing with the letters around it. */
const isolate = (name: string) => `\u2068${name}\u2069`;

export const texts: MediaMessages = {
  gallery: 'معرض الصور',
  of: (number, all) => `${number} من ${all}`,
  previous: 'السابق في المعرض',
  next: 'التالي في المعرض',
  enlarge: 'تكبير الصورة',
  picture: 'صورة',
  slow: 'يتأخر وصولها.',
  transcript: 'النص المكتوب',
  open: (kind) => (kind ? `فتح الوثيقة (${isolate(kind)})` : 'فتح الوثيقة'),
  before: 'قبل',
  after: 'بعد',
  compare: (before, after) => `مقارنة: ${before}، ${after}`,
  foreignPlayer: (host) =>
    `المشغّل على موقع آخر، ${isolate(host)}، وسيعلم أنك تطّلع عليه، وقد يحمّل من مواقع أخرى.`,
  playerFailed: 'لا تسمح هذه الصفحة بعرض المشغّل.',
  playerUnknown: (host) => `لا تعرض هذه الصفحة مشغّلات ${isolate(host)}.`,
  elsewhere: 'على صفحتها الأصلية:',
};
