/** A case is a few kilobytes; what is larger than this is none, and reading it would keep the page waiting. */
export const mostBytes = 256 * 1024;
