/** Enough to tell one from another, and not enough to write to anybody; the same as the service masks. */
export const maskedAddress = (address: string): string => {
  const [first = ''] = address;
  return `${first}***${address.slice(address.lastIndexOf('@'))}`;
};
