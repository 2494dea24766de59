/** Whether net.SplitHostPort (Go 1.25) takes the text: `host:port`, `[v6]:port`, either part may be empty. */
export function isHostPort(text: string): boolean {
  const colon = text.lastIndexOf(':');
  if (colon < 0) return false;
  const end = text.startsWith('[') ? text.indexOf(']') : 0;
  if (end) return end + 1 === colon && !text.includes('[', 1) && !text.includes(']', end + 1);
  return !/[:[\]]/.test(text.slice(0, colon)) && !/[[\]]/.test(text.slice(colon));
}
