/** Written by scripts/build-basemaps.mjs: states whose view of disputed borders is known, by ISO 3166-1 code. */
export const POINTS_OF_VIEW: readonly string[] =
  'AR BD BR BT BZ CN CY DE EG ES FR GB GE GR GT GY ID IL IN IT JP KE KR LB MA MD NP PK PS PT RS RU SA SD SE SO SR SS SY TR TW UA US VE VN XK'.split(
    ' ',
  );
