import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Plugin } from 'esbuild';

const replacements: Readonly<Record<string, string>> = {
  // In a Lambda credentials come from the environment; the default chain brings clients of six other services.
  '@aws-sdk/credential-provider-node': 'export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env";',
  // Made by every DynamoDB client, asked by those that discover their endpoint.
  '@aws-sdk/endpoint-cache': 'export class EndpointCache {}',
};

const noConfigFiles = `import { CredentialsProviderError } from '../property-provider/CredentialsProviderError';
export const fromSharedConfigFiles = () => async () => { throw new CredentialsProviderError('a function has no config files'); };`;

/** Ways out that are never taken in a Lambda: its Node has its own hashes, its region stands in the environment, and nobody asks for adaptive retries. */
const neverTaken = /@smithy\/core\/dist-es\/.*\/(?:Sha256Js|Md5Js|getInstanceMetadataRegion|DefaultRateLimiter|AdaptiveRetryStrategy)\.js$/;
const nameOf = (path: string): string => basename(path, '.js');

/**
 * Leaves out of a bundle what the SDK brings and no function of ours can reach: a third of it, and of the time that a cold
 * start takes. Each part is given up by the package that it belongs to; when one moves, the bundles outgrow their limit.
 */
export const slimSdk: Plugin = {
  name: 'slim SDK',
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\/(credential-provider-node|endpoint-cache)$/ }, ({ path, resolveDir }) => ({ path, namespace: 'slim', pluginData: resolveDir }));
    build.onLoad({ filter: /.*/, namespace: 'slim' }, ({ path, pluginData }) => ({ contents: replacements[path] ?? '', resolveDir: String(pluginData) }));
    // Signs the single messages of a stream of events.
    build.onLoad({ filter: /@smithy\/signature-v4\/dist-es\/HeaderFormatter\.js$/ }, () => ({ contents: 'export class HeaderFormatter {}' }));
    build.onLoad({ filter: /@smithy\/core\/dist-es\/.*\/fromSharedConfigFiles\.js$/ }, ({ path }) => ({ contents: noConfigFiles, resolveDir: dirname(path) }));
    // Imported by the SDK when an operation streams events, which none of ours does.
    build.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: neverTaken }, ({ path }) => ({ contents: `export function ${nameOf(path)}() { throw new Error('${nameOf(path)} is left out of bundles'); }` }));
    build.onLoad({ filter: /@aws-sdk\/client-[a-z]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => ({ contents: onlyWhatIsUsed(withoutErrorClasses(await readFile(path, 'utf8'))) }));
    build.onLoad({ filter: /@aws-sdk\/client-[a-z]+\/package\.json$/ }, async ({ path }) => ({ contents: onlyVersion(await readFile(path, 'utf8')), loader: 'json' }));
  },
};

/** Errors are told apart by name, which the base class carries too; one class is kept because it carries the reasons. */
const withoutErrorClasses = (schemas: string): string =>
  schemas.replaceAll(/^n0_registry\.registerError\((?!TransactionCanceledException\$).*\);$/gm, '');

/** A list with a computed name in it counts as doing something, so all of them would be kept: of every error, and of operations that nobody calls. */
const onlyWhatIsUsed = (schemas: string): string => schemas.replaceAll(/^((?:export )?var \w+\$? = )(\[-?\d+, [^;]*\]);$/gm, '$1/* @__PURE__ */ (() => $2)();');

/** The client names its version in the user agent and would bring its whole manifest for it. */
const onlyVersion = (manifest: string): string => JSON.stringify({ version: (JSON.parse(manifest) as { version: string }).version });
