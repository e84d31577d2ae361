/**
 * A setting the stack gives to the function.
 * @throws when it is missing: nothing required has a default
 */
export function requiredSetting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`the setting ${name} is missing: the stack that made this function must set it`);
  return value;
}
