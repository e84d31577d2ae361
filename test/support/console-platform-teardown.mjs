export default async function tearDown() {
  await globalThis.consolePlatform?.stop();
}
