/** Which versions of functions are still needed: machines pin them, and an execution stays with those that it began with. */

export interface FunctionVersion { readonly functionName: string; readonly version: string }
export interface PublishedVersion extends FunctionVersion { readonly publishedAt: Date }

const VERSION_ARN = /\barn:[\w-]+:lambda:[\w-]+:\d{12}:function:([\w-]+):(\d+)\b/g;

/** Every version that a machine's definition names, in whatever state. */
export const versionsNamedIn = (definition: string): readonly FunctionVersion[] =>
  [...definition.matchAll(VERSION_ARN)].map(([, functionName = '', version = '']) => ({ functionName, version }));

/**
 * Those that nobody names, of all that there are. One that was the newest until a short while ago stays all the same: an execution
 * that began then may name it, and not be listed yet.
 */
export function unneededVersions(all: readonly PublishedVersion[], named: readonly FunctionVersion[], keptForMs: number, now: Date): readonly PublishedVersion[] {
  const needed = new Set(named.map(wordOf));
  return all.filter((each) => !needed.has(wordOf(each)) && newestUntil(each, all).getTime() <= now.getTime() - keptForMs);
}

const wordOf = ({ functionName, version }: FunctionVersion): string => `${functionName}:${version}`;

/** When the next one was published; the newest counts from its own beginning, since a deployment may be about to name it. */
function newestUntil({ functionName, version, publishedAt }: PublishedVersion, all: readonly PublishedVersion[]): Date {
  const [next] = all.filter((each) => each.functionName === functionName && Number(each.version) > Number(version)).toSorted((one, other) => Number(one.version) - Number(other.version));
  return next?.publishedAt ?? publishedAt;
}
