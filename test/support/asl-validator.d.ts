declare module 'asl-validator' {
  /** Writes defaults into what it is given: hand it a copy. */
  export default function validate(
    definition: unknown, options?: { readonly checkPaths?: boolean; readonly checkArn?: boolean },
  ): { readonly isValid: boolean; readonly errorsText: (separator?: string) => string };
}
