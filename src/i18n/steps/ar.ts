import type {StepMessages} from './messages.js';

export const texts: StepMessages = {
  steps: 'الخطوات',
  of: (number, all) => `${number} من ${all}`,
  step: (number) => `الخطوة ${number}`,
  previous: 'الخطوة السابقة',
  next: 'الخطوة التالية',
  begin: 'ابدأ',
  beginning: 'البداية',
  end: 'النهاية',
  explore: 'كانت هذه الخطوة الأخيرة. يمكن استكشاف كل شيء هنا: الاختيار والتكبير والتصفية.',
  again: 'من البداية',
  back: (number) => `العودة إلى الخطوة ${number}`,
  none: 'لا توجد خطوات في هذه القصة بعد.',
};
