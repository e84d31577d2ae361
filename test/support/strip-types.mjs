import { stripTypeScriptTypes } from 'node:module';

/** Jest transform: Node's own type stripping, so that tests run the very text that Node runs. */
export default {
  process: (source, filename) => ({ code: filename.endsWith('.ts') ? stripTypeScriptTypes(source) : source }),
};
