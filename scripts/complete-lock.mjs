// Adds the optional platform packages that the lock lacks, so that `npm ci` accepts it on every machine.
// A registry that does not carry a package for another platform leaves it out of the lock;
// npm then calls the lock incomplete. Run after every `npm install <package>`.
import { readFileSync, writeFileSync } from 'node:fs';

const LOCK = new URL('../package-lock.json', import.meta.url);

/** `@scope/binding-linux-arm64-musl` -> what npm needs to know in order to skip it on other platforms. */
const platformOf = (name) => {
  const [, os, cpu, abi] = /(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-([a-z]+))?$/.exec(name) ?? [];
  if (os === undefined) throw new Error(`complete-lock: no platform can be read from the name ${name}`);
  const libc = { gnu: 'glibc', musl: 'musl' }[abi];
  return { cpu: [cpu], os: [os], ...(libc === undefined ? {} : { libc: [libc] }) };
};

const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
const added = Object.values(lock.packages).flatMap((owner) =>
  Object.entries(owner.optionalDependencies ?? {})
    .filter(([name]) => !Object.keys(lock.packages).some((at) => at.endsWith(`node_modules/${name}`)))
    .map(([name, version]) => [
      `node_modules/${name}`,
      { version, ...platformOf(name), ...(owner.dev ? { dev: true } : {}), optional: true },
    ]),
);

if (added.length > 0) {
  const packages = Object.entries({ ...lock.packages, ...Object.fromEntries(added) });
  packages.sort(([left], [right]) => (left < right ? -1 : 1));
  writeFileSync(LOCK, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
}
console.log(`complete-lock: ${added.length} optional platform packages added`);
