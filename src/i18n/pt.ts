import type {Count, Messages} from './messages.js';

/** Centuries are written in Roman numerals. */
const roman = (value: number): string => {
  const figures = [
    ['C', 100],
    ['XC', 90],
    ['L', 50],
    ['XL', 40],
    ['X', 10],
    ['IX', 9],
    ['V', 5],
    ['IV', 4],
    ['I', 1],
  ] as const;
  const found = figures.find(([, size]) => size <= value);
  return found ? found[0] + roman(value - found[1]) : '';
};

/**
 * The article of dates that take one in a sentence (o século XX, a primavera de 2024); empty for others (25 de julho,
 * 2025).
 */
const article = (date: string) =>
  /^(século|verão|outono|inverno) /.test(date) ? 'o' : /^(década|primavera) /.test(date) ? 'a' : '';
const de = (date: string) => (article(date) ? `d${article(date)} ${date}` : `de ${date}`);
const a = (date: string) =>
  article(date) === 'o' ? `ao ${date}` : article(date) === 'a' ? `à ${date}` : `a ${date}`;
const em = (date: string) => (article(date) ? `n${article(date)} ${date}` : `em ${date}`);

/** A period with its own preposition (de 25 a 26 de julho) cannot follow another preposition. */
const isPeriod = (date: string) => /^d[eoa] /.test(date);

export const pt = (num: Count): Messages => {
  const n = (count: number, one: string, other: string) => `${num(count)} ${count === 1 ? one : other}`;

  return {
    comma: ', ',
    map: 'Mapa',
    timeline: 'Linha do tempo',
    range: 'Período',
    list: 'Lista de fatos',
    card: 'Fato selecionado',
    sources: 'Fontes',
    legend: 'Categorias',
    annotations: 'Notas',

    loading: 'Carregando a história…',
    slow: 'Ainda carregando. A conexão está lenta.',
    soFar: (events, share) => `${n(events, 'fato', 'fatos')} até agora${share && `, ${share} do arquivo`}.`,
    failed: 'Não foi possível carregar a história.',
    partFailed: 'Não foi possível carregar uma parte da história.',
    empty: 'Esta história ainda não tem fatos.',
    retry: 'Tentar de novo',
    notice: ({code, url, httpStatus, detail}) => {
      const what = {
        network: 'Não foi possível carregar a história',
        http: `Não foi possível carregar a história: o servidor respondeu ${httpStatus}`,
        'not-json': `O arquivo não é uma história${detail ? '' : ': não é JSON'}`,
        'not-dataset': 'O arquivo não é uma história de cronomapa',
      }[code];
      return `${what}${detail ? ` (${detail})` : ''}.${url && ` Arquivo: ${url}`}`;
    },
    fullScreen: 'Tela cheia',
    leaveFullScreen: 'Sair da tela cheia',
    unknownLink: 'Este link leva a algo que não está na história. A história é mostrada por inteiro.',

    events: (count) => n(count, 'fato', 'fatos'),
    shownOf: (shown, all) => `${num(shown)} de ${n(all, 'fato', 'fatos')}`,
    spread: 'cada fato conta uma vez, repartido por suas datas',
    undated: 'Sem data',
    unplaced: 'Sem lugar',
    uncited: 'Sem fonte',
    undatedCount: (count) => `${num(count)} sem data`,
    unplacedCount: (count) => `${num(count)} sem lugar`,
    uncitedCount: (count) => `${num(count)} sem fonte`,
    disputedCount: (count) => n(count, 'contestado', 'contestados'),
    dateUnknown: 'data desconhecida',

    status: {confirmed: 'confirmado', reported: 'noticiado', disputed: 'contestado', withdrawn: 'retirado'},
    figuresDisagree: 'os números divergem',
    figureStatus: {
      claimed: 'afirmado',
      verified: 'verificado por quem o afirma',
      official: 'oficial',
      reported: 'noticiado',
      disputed: 'contestado',
      estimated: 'estimativa',
      withdrawn: 'retirado',
    },
    actorKind: {
      government: 'governo',
      ngo: 'ONG',
      party: 'partido',
      media: 'imprensa',
      international: 'organismo internacional',
      court: 'tribunal',
      families: 'familiares',
      other: 'outro',
    },
    measureKind: {stock: 'em um momento dado', flow: 'em um dia dado', cumulative: 'total acumulado'},
    confidence: {medium: 'fontes razoáveis', low: 'fontes fracas'},
    grade: {original: 'original', repost: 'reprodução', mirror: 'cópia ou tradução'},
    precision: {
      site: 'local exato',
      locality: 'conhecido até a cidade',
      district: 'conhecido até o distrito',
      region: 'conhecido até a região',
      country: 'conhecido até o país',
    },

    close: 'Fechar',
    previous: 'Fato anterior',
    next: 'Próximo fato',
    begin: (events) => (events > 1 ? 'Começar pelo primeiro fato' : 'Ler'),
    readAll: 'Ler tudo',
    showInList: 'Ver na lista',
    selectedAt: (date) => `Selecionado: ${date}`,
    figures: 'Números',
    moreFigures: (count) => n(count, 'outro número', 'outros números'),
    places: 'Lugares',
    corrections: 'Correções',
    corrected: (date) => `Corrigido ${em(date)}`,
    claimedBy: (name) => `segundo ${name}`,
    definitions: 'Como contam',
    asOf: (date) => (isPeriod(date) ? date : `em ${date}`),
    sourceNumber: (number) => `Fonte ${number}`,
    noSource: 'sem fonte indicada',
    related: 'Relacionados',
    linkTo: {
      follows: 'vem depois de',
      disputes: 'contesta',
      denies: 'nega',
      responds: 'responde a',
      confirms: 'confirma',
      verifies: 'verifica',
      accompanies: 'acompanha',
    },
    linkFrom: {
      follows: 'seguido de',
      disputes: 'contestado por',
      denies: 'negado por',
      responds: 'respondido por',
      confirms: 'confirmado por',
      verifies: 'verificado por',
      accompanies: 'acompanhado de',
    },
    published: (date) => `publicado ${em(date)}`,
    accessed: (date) => `lido ${em(date)}`,
    archived: 'cópia arquivada',
    copyOf: (origin) => `cópia de ${origin}`,
    license: 'Licença',
    updated: (date) => `Atualizado ${em(date)}`,
    by: (names) => `Por ${names}`,
    editedBy: (names) => `Edição: ${names}`,
    version: (version) => `Versão ${version}`,
    allSources: 'Todas as fontes',
    citedBy: (count) => `citada por ${n(count, 'item', 'itens')}`,
    showMedia: 'Mostrar',
    mediaFailed: {
      image: 'Não foi possível mostrar a imagem.',
      video: 'Não foi possível mostrar o vídeo.',
      audio: 'Não foi possível reproduzir o áudio.',
    },
    foreignMedia: (host) => `Está em outro servidor, ${host}, que saberia que você o vê.`,
    allowHost: (host) => `Carregar de ${host}`,
    breakdownIncomplete: 'As partes indicadas não somam o total.',
    noPosition: 'posição desconhecida',
    placeNotes: 'Como se conhecem os lugares',
    showRest: (count) => `Mostrar ${n(count, 'outro fato', 'outros fatos')}`,
    hideRest: 'Ocultar os outros',
    outside: 'fora do período ou dos filtros escolhidos',
    listPart: (part, events, when) => `${part} de ${events}, ${when}`,
    notPrinted: (count) => `${n(count, 'outro fato não está impresso', 'outros fatos não estão impressos')}.`,

    filter: 'Filtrar',
    search: 'Buscar nos fatos',
    actors: 'Quem o diz',
    find: (group) => `Buscar em: ${group}`,
    found: (count) => n(count, 'encontrado', 'encontrados'),
    clear: 'Limpar',

    zoomIn: 'Aproximar',
    zoomOut: 'Afastar',
    zoomAll: 'Mostrar tudo',
    mapLegend: 'O que significam as marcas',
    areaMeans: 'em algum ponto da área',
    circlesMean: 'fatos próximos uns dos outros',
    mapShows: (names) => `Mostra ${names}`,
    beyondMap: (names) => `Além do mapa: ${names}`,
    tie: 'Só o que o mapa mostra',
    untie: 'Deixar de seguir o mapa',
    wheelHint: (key) => `Segure ${key} para aproximar com a roda do mouse`,
    touchHint: 'Mova o mapa com dois dedos',
    radius: (distance) => `em algum ponto num raio de ${distance}`,
    obscured: (reason) => `Impreciso de propósito: ${reason}`,
    placeEvents: (count) => `${n(count, 'fato', 'fatos')} aqui`,
    eventsAt: (events, places) => `${events} em ${n(places, 'lugar', 'lugares')}`,
    more: (count) => `e mais ${num(count)}`,
    otherCounts: (count) => n(count, 'outra contagem', 'outras contagens'),
    basemapFailed: 'Não foi possível carregar o mapa de fundo. Os lugares aparecem sem ele.',
    tilesFailed: 'Não foi possível carregar o mapa mais detalhado.',
    onMap: 'No mapa',
    overlaysFailed: (names) => `Não foi possível desenhar: ${names}.`,
    basemapCoarse: 'Só foi possível carregar um mapa geral do mundo.',
    bordersAsSeenBy: (country) => `Fronteiras segundo: ${country}`,
    noPointOfView: (code, known) => `Não há um ponto de vista “${code}” sobre as fronteiras; há: ${known}.`,
    foreignTiles: (host) =>
      `Um mapa mais detalhado está em outro servidor, ${host}, que saberia que você o vê.`,

    claims: 'Quem diz o quê',
    answers: (count) => n(count, 'resposta', 'respostas'),
    disagree: 'Divergem: nem todos estes números podem ser verdadeiros.',
    apart:
      'Não se contam da mesma forma (no tipo, na unidade ou no início), e por isso nunca no mesmo eixo: cada um tem o seu.',
    sourcesOf: (origins, cited) =>
      origins === cited
        ? n(origins, 'fonte', 'fontes')
        : `${n(origins, 'fonte independente', 'fontes independentes')}, ${n(cited, 'citada', 'citadas')}`,
    noAnswers: 'Nenhum número responde ainda a esta pergunta.',
    noQuestion: 'Escolha um fato com números para ver quem diz o quê sobre ele.',
    asTable: 'Em tabela',
    value: 'Número',
    claimant: 'Quem o diz',
    date: 'Data',
    statusOf: 'Situação',
    measure: 'O que se conta',

    chart: (measure) => `${measure} ao longo do tempo`,
    chartSummary: (figures, claimants, period) => `${figures} de ${claimants}, ${period}`,
    figureCount: (count) => n(count, 'número', 'números'),
    claimantCount: (count) => n(count, 'autor', 'autores'),
    gap: 'nenhum número publicado',
    gapOf: (period) => `Nenhum número publicado: ${period}`,
    noMeasure: (id) => `Esta história não conta nada chamado “${id}”.`,
    noFigures: 'Não foi publicado nenhum número com data.',
    chartHint:
      'Aponte para um número, ou vá de um a outro com as setas do teclado, para ler quem o diz e onde.',
    notVerified: 'sem verificação declarada',
    unitName: {
      people: 'pessoas',
      votes: 'votos',
      events: 'fatos',
      percent: 'por cento',
      '%': 'por cento',
    },

    pause: (length) => `${length} sem fatos`,
    unfold: 'Mostrar em escala',
    fold: 'Recolher',
    toScale: 'em escala',
    folded: 'recolhido',
    rangeStart: 'Início do período',
    rangeEnd: 'Fim do período',
    rangeAll: 'Todo o período',
    beforeCount: (what) => `${what} antes`,
    afterCount: (what) => `${what} depois`,
    nothingHere: 'Nenhum fato neste período',
    toNearest: 'Ir aos fatos mais próximos',
    later: (duration, isAbout) => `${isAbout ? 'cerca de ' : ''}${duration} depois`,
    noCategory: 'Outros',
    group: (count) => n(count, 'fato', 'fatos'),

    approximate: (date) => `por volta ${de(date)}`,
    uncertain: (date) => `${date} (incerto)`,
    approximateUncertain: (date) => `por volta ${de(date)} (incerto)`,
    season: ['primavera', 'verão', 'outono', 'inverno'],
    seasonOf: (season, year) => `${season} de ${year}`,
    decade: (year) => `década de ${year}`,
    century: (ordinal) => `século ${roman(ordinal)}`,
    someMonthOf: (year) => `algum mês de ${year}`,
    someDayOf: (month) => `algum dia ${de(month)}`,
    fromTo: (start, end) => `${de(start)} ${a(end)}`,
    since: (date) => (article(date) ? `desde ${article(date)} ${date}` : `desde ${date}`),
    until: (date) => (article(date) ? `até ${article(date)} ${date}` : `até ${date}`),
    unknownStart: (end) => `de uma data desconhecida ${a(end)}`,
    unknownEnd: (start) => `${de(start)} a uma data desconhecida`,
    bce: (year) => `${year} a.C.`,
    comparator: {
      '>=': (value) => `pelo menos ${value}`,
      '>': (value) => `mais de ${value}`,
      '<=': (value) => `no máximo ${value}`,
      '<': (value) => `menos de ${value}`,
      '~': (value) => `cerca de ${value}`,
    },
  };
};
