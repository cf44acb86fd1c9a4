/** New arXiv ids begin with year and month of the posting: "2212.10560" was posted in 2022-12. Undefined for old ids and for none. */
export function posted(arxiv: string | undefined): string | undefined {
  const [, year, month] = /^(\d{2})(0[1-9]|1[0-2])\./u.exec(arxiv ?? '') ?? [];
  return year === undefined || month === undefined ? undefined : `20${year}-${month}`;
}
