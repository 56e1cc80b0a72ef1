import type {Count, Messages} from './messages.js';

const plural = new Intl.PluralRules('ar');

/** Forms of a noun by count: none, one, two (nominative and genitive), 3 to 10, 11 to 99, hundreds. */
type Noun = readonly [
  none: string,
  one: string,
  two: string,
  twoOf: string,
  few: string,
  many: string,
  other: string,
];

const EVENT: Noun = ['لا أحداث', 'حدث واحد', 'حدثان', 'حدثين', 'أحداث', 'حدثًا', 'حدث'];
const ENTRY: Noun = ['لا مواد', 'مادة واحدة', 'مادتان', 'مادتين', 'مواد', 'مادة', 'مادة'];
const PLACE: Noun = ['لا أماكن', 'مكان واحد', 'مكانان', 'مكانين', 'أماكن', 'مكانًا', 'مكان'];
const ANSWER: Noun = ['لا إجابات', 'إجابة واحدة', 'إجابتان', 'إجابتين', 'إجابات', 'إجابة', 'إجابة'];
const SOURCE: Noun = ['لا مصادر', 'مصدر واحد', 'مصدران', 'مصدرين', 'مصادر', 'مصدرًا', 'مصدر'];
const FIGURE: Noun = ['لا أرقام', 'رقم واحد', 'رقمان', 'رقمين', 'أرقام', 'رقمًا', 'رقم'];
const CLAIMANT: Noun = ['لا جهات', 'جهة واحدة', 'جهتان', 'جهتين', 'جهات', 'جهة', 'جهة'];

/** Isolates text that may be in another script, so that it keeps its own direction. */
const isolate = (text: string) => `\u{2068}${text}\u{2069}`;

export const ar = (num: Count): Messages => {
  /** A count with its noun; one and two are the noun alone. `isOf`: after a preposition. */
  function n(count: number, [none, one, two, twoOf, few, many, other]: Noun, isOf = false): string {
    const form = plural.select(count);
    if (form === 'zero') return none;
    if (form === 'one') return one;
    if (form === 'two') return isOf ? twoOf : two;
    return `${num(count)} ${form === 'few' ? few : form === 'many' ? many : other}`;
  }

  return {
    comma: '، ',
    map: 'الخريطة',
    timeline: 'الخط الزمني',
    range: 'الفترة',
    list: 'قائمة الأحداث',
    card: 'الحدث المحدد',
    sources: 'المصادر',
    legend: 'الفئات',
    annotations: 'ملاحظات',

    loading: 'جارٍ تحميل القصة…',
    slow: 'ما زال التحميل جاريًا. الاتصال بطيء.',
    soFar: (events, share) => `${n(events, EVENT)} حتى الآن${share && `، ${share} من الملف`}.`,
    failed: 'تعذّر تحميل القصة.',
    partFailed: 'تعذّر تحميل جزء من القصة.',
    empty: 'لا أحداث في هذه القصة بعد.',
    retry: 'أعد المحاولة',
    notice: ({code, url, httpStatus, detail}) => {
      const what = {
        network: 'تعذّر تحميل القصة',
        http: `تعذّر تحميل القصة: ردّ الخادم بالرمز ${httpStatus}`,
        'not-json': `الملف ليس قصة${detail ? '' : ': ليس بصيغة JSON'}`,
        'not-dataset': 'الملف ليس قصة من قصص cronomapa',
      }[code];
      return `${what}${detail ? ` (${isolate(detail)})` : ''}.${url && ` الملف: ${isolate(url)}`}`;
    },
    fullScreen: 'ملء الشاشة',
    leaveFullScreen: 'الخروج من ملء الشاشة',
    unknownLink: 'يشير هذا الرابط إلى ما لا يوجد في القصة. تُعرض القصة كاملة.',

    events: (count) => n(count, EVENT),
    shownOf: (shown, all) => `${num(shown)} من ${n(all, EVENT, true)}`,
    spread: 'يُحسب كل حدث مرة واحدة، موزعًا على مدته',
    undated: 'بلا تاريخ',
    unplaced: 'بلا مكان',
    uncited: 'بلا مصدر',
    undatedCount: (count) => `${num(count)} بلا تاريخ`,
    unplacedCount: (count) => `${num(count)} بلا مكان`,
    uncitedCount: (count) => `${num(count)} بلا مصدر`,
    disputedCount: (count) => `${num(count)} محل خلاف`,
    dateUnknown: 'تاريخ غير معروف',

    status: {confirmed: 'مؤكد', reported: 'منقول', disputed: 'محل خلاف', withdrawn: 'مسحوب'},
    figuresDisagree: 'الأرقام متضاربة',
    figureStatus: {
      claimed: 'مزعوم',
      verified: 'تحققت منه الجهة التي أعلنته',
      official: 'رسمي',
      reported: 'منقول',
      disputed: 'محل خلاف',
      estimated: 'تقدير',
      withdrawn: 'مسحوب',
    },
    actorKind: {
      government: 'حكومة',
      ngo: 'منظمة غير حكومية',
      party: 'حزب',
      media: 'وسيلة إعلام',
      international: 'هيئة دولية',
      court: 'محكمة',
      families: 'أقارب',
      other: 'جهة أخرى',
    },
    measureKind: {stock: 'في تاريخ معيّن', flow: 'في يوم معيّن', cumulative: 'مجموع تراكمي'},
    confidence: {medium: 'مصادر مقبولة', low: 'مصادر ضعيفة'},
    grade: {original: 'أصل', repost: 'إعادة نشر', mirror: 'نسخة أو ترجمة'},
    precision: {
      site: 'الموقع بالتحديد',
      locality: 'معروف بالبلدة',
      district: 'معروف بالقضاء',
      region: 'معروف بالولاية',
      country: 'معروف بالبلد',
    },

    close: 'إغلاق',
    previous: 'الحدث السابق',
    next: 'الحدث التالي',
    begin: (events) => (events > 1 ? 'ابدأ بالحدث الأول' : 'اقرأه'),
    readAll: 'قراءة الكل',
    showInList: 'اعرضه في القائمة',
    selectedAt: (date) => `المختار: ${date}`,
    figures: 'الأرقام',
    moreFigures: (count) => `أرقام أخرى: ${num(count)}`,
    places: 'الأماكن',
    corrections: 'تصحيحات',
    corrected: (date) => `صُحّح في ${date}`,
    claimedBy: (name) => `بحسب ${isolate(name)}`,
    definitions: 'كيف تعدّ كل جهة',
    asOf: (date) => `حتى ${date}`,
    sourceNumber: (number) => `المصدر ${number}`,
    noSource: 'لم يُذكر مصدر',
    related: 'أحداث ذات صلة',
    linkTo: {
      follows: 'يأتي بعد',
      disputes: 'يعارض',
      denies: 'ينفي',
      responds: 'يرد على',
      confirms: 'يؤكد',
      verifies: 'يتحقق من',
      accompanies: 'يرافق',
    },
    linkFrom: {
      follows: 'تلاه',
      disputes: 'عارضه',
      denies: 'نفاه',
      responds: 'ردّ عليه',
      confirms: 'أكده',
      verifies: 'تحقق منه',
      accompanies: 'رافقه',
    },
    published: (date) => `نُشر في ${date}`,
    accessed: (date) => `اطُّلع عليه في ${date}`,
    archived: 'نسخة محفوظة',
    copyOf: (origin) => `نسخة عن ${isolate(origin)}`,
    license: 'الترخيص',
    updated: (date) => `حُدّث في ${date}`,
    by: (names) => `بقلم ${isolate(names)}`,
    editedBy: (names) => `تحرير ${isolate(names)}`,
    version: (version) => `الإصدار ${isolate(version)}`,
    allSources: 'كل المصادر',
    citedBy: (count) => `استندت إليه ${n(count, ENTRY)}`,
    showMedia: 'اعرضها',
    mediaFailed: {
      image: 'تعذّر عرض الصورة.',
      video: 'تعذّر عرض الفيديو.',
      audio: 'تعذّر تشغيل التسجيل.',
    },
    foreignMedia: (host) => `إنه على خادم آخر، ${isolate(host)}، وسيعلم أنك تطّلع عليه.`,
    allowHost: (host) => `التحميل من ${isolate(host)}`,
    breakdownIncomplete: 'مجموع الأجزاء المذكورة لا يساوي الكل.',
    noPosition: 'الموقع غير معروف',
    placeNotes: 'كيف عُرفت الأماكن',
    showRest: (count) => `اعرض الباقي: ${n(count, EVENT)}`,
    hideRest: 'أخفِ الباقي',
    outside: 'خارج الفترة أو المرشحات المختارة',
    listPart: (part, events, when) => `${part} من ${events}، ${when}`,
    notPrinted: (count) => `لم يُطبع الباقي: ${n(count, EVENT)}.`,

    filter: 'تصفية',
    search: 'ابحث في الأحداث',
    actors: 'من يقول ذلك',
    find: (group) => `ابحث في: ${group}`,
    found: (count) => `النتائج: ${num(count)}`,
    clear: 'مسح',

    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    zoomAll: 'عرض الكل',
    mapLegend: 'معنى العلامات',
    areaMeans: 'في مكان ما ضمن النطاق',
    circlesMean: 'أحداث متقاربة',
    mapShows: (names) => `تظهر ${names}`,
    beyondMap: (names) => `خارج الخريطة: ${names}`,
    tie: 'ما تعرضه الخريطة فقط',
    untie: 'عدم التقيد بالخريطة',
    wheelHint: (key) => `اضغط ${isolate(key)} مع العجلة للتكبير`,
    touchHint: 'حرّك الخريطة بإصبعين',
    radius: (distance) => `في نطاق ${distance}`,
    obscured: (reason) => `حُجب الموقع الدقيق عمدًا: ${reason}`,
    placeEvents: (count) => `هنا ${n(count, EVENT)}`,
    eventsAt: (events, places) => `${events} في ${n(places, PLACE, true)}`,
    more: (count) => `و${num(count)} غيرها`,
    otherCounts: (count) => `أعداد أخرى: ${num(count)}`,
    basemapFailed: 'تعذّر تحميل خلفية الخريطة. تُعرض الأماكن من دونها.',
    tilesFailed: 'تعذّر تحميل الخريطة الأكثر تفصيلاً.',
    onMap: 'على الخريطة',
    overlaysFailed: (names) => `تعذّر رسم: ${names}.`,
    basemapCoarse: 'لم يتسنّ تحميل سوى خريطة عامة للعالم.',
    bordersAsSeenBy: (country) => `الحدود كما تراها: ${country}`,
    noPointOfView: (code, known) => `لا توجد وجهة نظر «${code}» بشأن الحدود؛ المتاح: ${known}.`,
    foreignTiles: (host) => `توجد خريطة أكثر تفصيلاً على خادم آخر، ${isolate(host)}، وسيعلم أنك تطّلع عليها.`,

    claims: 'من يقول ماذا',
    answers: (count) => n(count, ANSWER),
    disagree: 'الأرقام متضاربة: لا يمكن أن تصح كلها.',
    apart: 'لم تُحسب بالطريقة نفسها (في النوع أو الوحدة أو البداية)، فلا تجتمع على محور واحد: لكل منها محوره.',
    sourcesOf: (origins, cited) =>
      origins === cited ? n(origins, SOURCE) : `${n(origins, SOURCE)} مستقلة، والمستشهد به ${num(cited)}`,
    noAnswers: 'لا رقم يجيب عن هذا السؤال بعد.',
    noQuestion: 'اختر حدثًا فيه أرقام لترى من يقول ماذا عنه.',
    asTable: 'في جدول',
    value: 'الرقم',
    claimant: 'من يقول ذلك',
    date: 'بتاريخ',
    statusOf: 'الحالة',
    measure: 'ما يُحصى',

    chart: (measure) => `${isolate(measure)} عبر الزمن`,
    chartSummary: (figures, claimants, period) => `${figures} من ${claimants}، ${period}`,
    figureCount: (count) => n(count, FIGURE),
    claimantCount: (count) => n(count, CLAIMANT, true),
    gap: 'لم يُنشر أي رقم',
    gapOf: (period) => `لم يُنشر أي رقم: ${period}`,
    noMeasure: (id) => `لا تُحصي هذه القصة شيئًا اسمه «${isolate(id)}».`,
    noFigures: 'لم يُنشر أي رقم مؤرخ بهذا الشأن.',
    chartHint: 'أشر إلى رقم، أو انتقل من رقم إلى آخر بمفاتيح الأسهم، لتقرأ من يقول ذلك وأين.',
    notVerified: 'لم يُذكر أنه متحقَّق منه',
    unitName: {people: 'أشخاص', votes: 'أصوات', events: 'أحداث', percent: 'في المئة', '%': 'في المئة'},

    pause: (length) => `${length} بلا أحداث`,
    unfold: 'إظهار وفق المقياس',
    fold: 'طيّ',
    toScale: 'وفق المقياس',
    folded: 'مطويّ',
    rangeStart: 'بداية الفترة',
    rangeEnd: 'نهاية الفترة',
    rangeAll: 'الفترة كلها',
    beforeCount: (what) => `قبلها ${what}`,
    afterCount: (what) => `بعدها ${what}`,
    nothingHere: 'لا أحداث في هذه الفترة',
    toNearest: 'إلى أقرب الأحداث',
    later: (duration, isAbout) => `بعد ${isAbout ? 'نحو ' : ''}${duration}`,
    noCategory: 'أخرى',
    // Always with the digits, as this is the text on a bar.
    group: (count) => `${num(count)} من الأحداث`,

    approximate: (date) => `نحو ${date}`,
    uncertain: (date) => `${date} (غير مؤكد)`,
    approximateUncertain: (date) => `نحو ${date} (غير مؤكد)`,
    season: ['ربيع', 'صيف', 'خريف', 'شتاء'],
    seasonOf: (season, year) => `${season} ${year}`,
    decade: (year) => `عقد ${year}`,
    century: (ordinal) => `القرن ${num(ordinal)}`,
    someMonthOf: (year) => `أحد أشهر ${year}`,
    someDayOf: (month) => `أحد أيام ${month}`,
    fromTo: (start, end) => `من ${start} إلى ${end}`,
    since: (date) => `منذ ${date}`,
    until: (date) => `حتى ${date}`,
    unknownStart: (end) => `من تاريخ غير معروف إلى ${end}`,
    unknownEnd: (start) => `من ${start} إلى تاريخ غير معروف`,
    bce: (year) => `${year} ق.م`,
    // Beside other numbers, as on a map, which is laid out from left to right.
    comparator: {
      '>=': (value) => isolate(`${value} على الأقل`),
      '>': (value) => isolate(`أكثر من ${value}`),
      '<=': (value) => isolate(`${value} على الأكثر`),
      '<': (value) => isolate(`أقل من ${value}`),
      '~': (value) => isolate(`نحو ${value}`),
    },
  };
};
