/** The `source` of every event that the platform puts on its bus; the rules listen to it and to nothing else. */
export const EVENT_SOURCE = 'business-process-platform';
