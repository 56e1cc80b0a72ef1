import type {PlayerMessages} from './messages.js';

export const texts: PlayerMessages = {
  player: 'تشغيل الزمن',
  play: 'تشغيل',
  pause: 'إيقاف مؤقت',
  again: 'تشغيل من جديد',
  time: 'اللحظة الزمنية',
  speed: 'السرعة',
  times: (factor) => `${factor}×`,
  back: 'العودة إلى الفترة السابقة',
  undated: 'لا يحمل أي شيء هنا تاريخًا، فلا زمن لتشغيله.',
  single: (date) => `كل شيء هنا يبدأ في وقت واحد: ${date}.`,
};
