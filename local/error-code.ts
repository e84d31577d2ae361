/** The `code` of a system error (`ESRCH`, `EADDRINUSE`); not by `instanceof`, which fails between Jest's realm and Node's. */
export const errorCode = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
