/** Set by the distribution, over whatever a viewer sent; nobody else knows its value. */
export const ORIGIN_SECRET_HEADER = 'x-origin-secret';
/** Set by the distribution too: behind it, the gateway sees the edge and not the person. */
export const VIEWER_ADDRESS_HEADER = 'x-viewer-address';
