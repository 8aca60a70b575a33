// What the service declares: which reports there are, what they are told apart by, and what may be asked of them.
import { ask } from './api.js';
import { labelled, say } from './text.js';

/** What the one bar of filters asks for, where anything declared is told apart by it. */
export const FILTERS = ['region', 'team', 'owner', 'product'];
const BUCKETS = ['month', 'quarter', 'year'];

export async function declared() {
  const [{ reports }, { datasets }] = await Promise.all([ask('/v1/reports'), ask('/v1/semantics')]);
  const known = new Map(datasets.map(dataset => [dataset.name, datasetOf(dataset)]));
  const all = reports.map(report => reportOf(report, known.get(report.dataset), known));
  for (const report of all) {
    const siblings = all.filter(one => one.dataset === report.dataset && (!one.beside || one === report));
    report.choices = choices(report, siblings).filter(([name]) => report.tells(name));
  }
  return { reports: all, datasets: [...known.values()], filters: filters(known) };
}

function datasetOf({ name, label, rows, dimensions, measures }) {
  const columns = dimensions.flatMap(one => [one, ...(one.attributes ?? []).map(attribute => ({ ...attribute, type: 'TEXT' }))]);
  return {
    name, label, rows,
    dimensions: new Map(columns.map(column => [column.name, column])),
    measures: new Map(measures.map(measure => [measure.name, measure])),
    hasMoney: measures.some(measure => measure.unit === 'CURRENCY'),
  };
}

function reportOf(report, dataset, known) {
  const beside = (report.beside ?? []).map(part => ({ ...part, dataset: known.get(part.dataset) }));
  return {
    ...report, dataset,
    title: labelled(report.label),
    isPeriod: report.over === 'PERIOD',
    showsMoney: [{ dataset, measures: report.measures }, ...beside].some(part => (part.measures ?? []).some(name => isMoney(part.dataset, name))),
    beside: report.beside && beside,
    /** Whether all its figures can be told apart by it. */
    tells: dimension => BUCKETS.includes(dimension) || beside.every(part => part.dataset?.dimensions.has(dimension)),
    /** Whose rows are behind a figure, and which: of what is computed of several, those of its first. */
    partOf: column => {
      const figure = report.across?.find(one => one.name === column)?.part[0]
        ?? report.portions?.find(one => one.name === column)?.part ?? column;
      const part = beside.find(one => one.measures.some(name => figure === name || figure.startsWith(`${name}_`)))
        ?? { dataset, where: report.where };
      return { ...part, figure };
    },
    /** What an answer calls a column, as far as the declaration says it. */
    nameOf: dimension => labelled(dataset?.dimensions.get(dimension)?.label) || bucketName(dimension),
  };
}

/** Also of what is left of amounts, or was there when a period began. */
function isMoney(dataset, name) {
  const measure = dataset?.measures.get(name);
  const of = measure?.kind === 'OPENING' ? [measure.of] : measure?.kind === 'NET' || measure?.kind === 'RATIO' ? measure.plus ?? measure.part : [];
  return measure?.unit === 'CURRENCY' || of.some(one => isMoney(dataset, one));
}

const bucketName = name => name === 'month' ? say('month') : name === 'quarter' ? say('quarterOf') : name === 'year' ? say('year') : name;

/** By what a panel can be told apart: whatever its dataset's reports are told apart by, the filters, and of what happens its months. */
function choices(report, siblings) {
  const names = new Set([
    ...report.by, ...siblings.flatMap(sibling => sibling.by),
    ...FILTERS.filter(name => report.dataset?.dimensions.has(name)),
    ...(report.isPeriod ? BUCKETS.slice(0, 2) : []),
  ]);
  return [...names].map(name => [name, report.nameOf(name)]);
}

/** Each with the first report that can list its values. */
function filters(known) {
  return FILTERS.flatMap(name => {
    const dataset = [...known.values()].find(one => one.dimensions.has(name));
    return dataset ? [{ name, label: labelled(dataset.dimensions.get(name).label), dataset }] : [];
  });
}
