/**
 * One text for one value, whoever writes it: members by their names, no spaces, numbers and strings as ECMAScript writes them
 * (RFC 8785). A member that is undefined is not there.
 * @throws for what JSON has no word for
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).filter(([, each]) => each !== undefined).toSorted(([one], [other]) => (one < other ? -1 : 1));
    return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join(',')}}`;
  }
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)))
    throw new TypeError('there is no JSON for this value');
  return JSON.stringify(value);
}
