import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {command} from './command.js';

const folder = mkdtempSync(join(tmpdir(), 'cronomapa-import-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const FLOODS =
  'date,title,lat,lon,deaths,source\n13/5/2023,Flood,-22.50561,-43.17891,12,https://example.org/a\n3/5/2023,Storm,-22.61231,-43.20011,3,https://example.org/b\n';

describe('import', () => {
  test('prints a dataset, says what it read beside it, and check finds nothing to correct', async () => {
    const path = file('floods.csv', FLOODS);
    const {status, out, err} = await command(['import', path, '--claimant', 'Civil Defence']);
    expect(status).toBe(0);
    expect(err).toContain(`${path}, table: 2 rows: 2 events\n`);
    expect(err).toContain('Dates are read day-first: 1 row proves it, as 13/5/2023.');
    expect(JSON.parse(out)).toMatchObject({
      id: 'floods',
      events: [{date: '2023-05-13'}, {date: '2023-05-03'}],
    });
    const checked = await command(['check', '--quiet', file('floods.json', out)]);
    expect([checked.status, checked.out.match(/error|warning/)]).toEqual([0, null]);
  });

  test('asks once who claims the numbers', async () => {
    const path = file('asked.csv', FLOODS);
    const asked = await command(['import', path], {answer: 'Civil Defence'});
    expect(asked.err.match(/Who claims them\?/g)).toHaveLength(1);
    expect(JSON.parse(asked.out).figures).toHaveLength(2);
    const unanswered = await command(['import', path], {answer: ''});
    expect(JSON.parse(unanswered.out).figures).toBeUndefined();
    expect(unanswered.err).toContain('--claimant "NAME"');
  });

  test('writes a file, reads standard input, and reports as JSON', async () => {
    const files = new Map<string, string>();
    const {status, out, err} = await command(['import', '-', '-o', 'out/a.json', '--json-report'], {
      stdin: FLOODS,
      files,
    });
    expect([status, out]).toEqual([0, '']);
    expect(JSON.parse(files.get('out/a.json') ?? '').events).toHaveLength(2);
    expect(JSON.parse(err)).toMatchObject({format: 'table', rows: 2, events: 2, lost: 0});
  });

  test('reads years with a minus as it is told', async () => {
    const path = file('minus.csv', 'date,title\n-0300,Pytheas sails\n');
    const dateOf = async (...args: string[]) =>
      JSON.parse((await command(['import', path, ...args])).out).events[0].date;
    expect(await dateOf()).toBe('-0300');
    expect(await dateOf('--negative-years', 'historical')).toBe('-0299');
  });

  test('reads a column as it is told', async () => {
    const path = file('told.csv', 'when,a=b\n2023,x\n');
    const {out} = await command(['import', path, '--map', 'a=b=title']);
    expect(JSON.parse(out).events[0].title).toBe('x');
  });

  test.each<[string, string, string]>([
    ['page.csv', '<!doctype html><p>Sign in', 'It is a web page (HTML), whatever its name says.'],
    ['empty.csv', '', 'It is empty.'],
    ['report.csv', '%PDF-1.4', 'It is a PDF'],
    ['header.csv', 'date,title\n', 'no row that could become an event'],
  ])('%s is refused in a sentence', async (name, text, message) => {
    const {status, out, err} = await command(['import', file(name, text)]);
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(message);
  });

  test.each([
    [[]],
    [['a.csv', 'b.csv']],
    [['a.csv', '--from', 'nothing']],
    [['a.csv', '--map', 'x']],
    [['a.csv', '--map', 'x=nothing']],
    [['a.csv', '--dates', 'year-first']],
    [['a.csv', '--century', '30']],
    [['a.csv', '--negative-years', 'bce']],
    [['a.csv', '--country', 'ZZ']],
  ])('%j is no way to use it', async (args) => {
    const {status, err} = await command(['import', ...args]);
    expect(status).toBe(2);
    expect(err).toContain('Usage:');
  });

  test('a file that is not there', async () => {
    const {status, err} = await command(['import', join(folder, 'none.csv')]);
    expect(status).toBe(1);
    expect(err).toContain('There is no such file.');
  });
});

/** 25 floods, made up: dates as they are written by hand, towns with accents and no coordinates, and a column of numbers. */
const BY_HAND = `Data;Cidade;Estado;Mortes;Título
13/01/2011;Teresópolis;Rio de Janeiro;1;Encostas deslizam
12/01/2011;Nova Friburgo;Rio de Janeiro;2;O rio transborda
12/1/2011;Petrópolis;Rio de Janeiro;3;Casas são levadas
janeiro de 2011;Areal;Rio de Janeiro;;A ponte cai
15/02/2022;Petrópolis;Rio de Janeiro;4;Chuva de um mês em três horas
20 de março de 2022;Petrópolis;Rio de Janeiro;5;Nova chuva
maio de 2022;Jaboatão dos Guararapes;Pernambuco;6;Deslizamentos
28/05/2022;Recife;Pernambuco;7;Ruas ficam debaixo d'água
2022-05-28;Camaragibe;Pernambuco;8;Um morro cede
19/02/2023;São Sebastião;São Paulo;9;A serra desliza
19/02/2023;Ubatuba;São Paulo;10;Estrada cortada
5 de setembro de 2023;Muçum;Rio Grande do Sul;11;O rio Taquari sobe
05/09/2023;Roca Sales;Rio Grande do Sul;12;A cidade é evacuada
setembro de 2023;Lajeado;Rio Grande do Sul;13;Bairros alagados
29/04/2024;Santa Maria;Rio Grande do Sul;14;Chuva sem parar
30/04/2024;Candelária;Rio Grande do Sul;15;O dique rompe
2 de maio de 2024;Bento Gonçalves;Rio Grande do Sul;16;Deslizamentos na serra
03/05/2024;Canoas;Rio Grande do Sul;17;O bairro Mathias Velho alaga
3/5/2024;Porto Alegre;Rio Grande do Sul;18;O Guaíba passa de 5 metros
maio de 2024;São Leopoldo;Rio Grande do Sul;19;O rio dos Sinos sobe
maio de 2024;Novo Hamburgo;Rio Grande do Sul;20;Casas alagadas
2024;Cruzeiro do Sul;Rio Grande do Sul;21;Bairros somem
2011;São José do Vale do Rio Preto;Rio de Janeiro;22;Pontes caem
1967;Caraguatatuba;São Paulo;23;A serra desce
23/11/2008;Blumenau;Santa Catarina;24;O morro cede
`;

test('25 rows as they are written by hand become a story that check passes, with one question answered', async () => {
  const path = file('enchentes.csv', BY_HAND);
  const {status, out, err} = await command(['import', path, '--country', 'BR', '--language', 'pt'], {
    answer: 'Defesa Civil',
  });
  expect(status).toBe(0);
  expect(err.match(/\?/g)).toHaveLength(1);
  const story = JSON.parse(out) as {
    events: {date: string; title: string; places: string[]}[];
    figures: {value: number}[];
    places: {name: string; lat?: number}[];
  };
  expect(story.events).toHaveLength(25);
  expect(story.figures).toHaveLength(24);
  expect(story.events.map(({date}) => date)).toEqual(
    expect.arrayContaining([
      '2011-01-13',
      '2011-01',
      '2022-03-20',
      '2023-09-05',
      '2024-05-03',
      '2024',
      '1967',
    ]),
  );
  const located = story.places.filter(({lat}) => lat !== undefined).map(({name}) => name);
  expect(located).toEqual(expect.arrayContaining(['Petrópolis', 'São Leopoldo', 'Jaboatão dos Guararapes']));
  const checked = await command(['check', '--quiet', '-'], {stdin: out});
  expect([checked.status, checked.out.match(/ error /)]).toEqual([0, null]);
});
