/** When an arXiv id was given out, YYYY-MM; undefined for no id and for what is none. */
export function arxivMonth(id: string | undefined): string | undefined {
  const [, year, month] = /^(?:[a-z.-]+\/)?(\d\d)(0[1-9]|1[0-2])/iu.exec(id ?? '') ?? [];
  if (year === undefined || month === undefined) return undefined;
  // arXiv opened in August 1991
  return `${Number(year) > 90 ? '19' : '20'}${year}-${month}`;
}
